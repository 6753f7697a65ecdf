#include "analysis/compare.hpp"

#include "analysis/numbers.hpp"
#include "estimate/input_spread.hpp"
#include "output/error.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace restock {

namespace {

struct Entry {
  std::string name;
  const Results* results;
  std::size_t alternative;
  /// What is independent: replications, or the means of resamples.
  std::vector<double> of(std::size_t metric) const {
    return independent(results->of(metric, alternative), results->header.inputs.resamples);
  }
};

std::vector<Entry> entries_of(const std::vector<NamedResult>& given) {
  std::map<std::string, int> uses;
  for (const NamedResult& one : given)
    for (const std::string& name : one.results.header.axes.alternatives) ++uses[name];
  std::vector<Entry> entries;
  for (const NamedResult& one : given) {
    const std::vector<std::string>& names = one.results.header.axes.alternatives;
    for (std::size_t a = 0; a < names.size(); ++a)
      entries.push_back({uses[names[a]] > 1 ? one.path + ":" + names[a] : names[a], &one.results, a});
  }
  return entries;
}

void check_comparable(const std::vector<NamedResult>& given) {
  for (const NamedResult& one : given) {
    const ResultHeader &a = given.front().results.header, &b = one.results.header;
    const auto refuse = [&](const std::string& what) {
      throw ResultError("not_comparable", one.path, what + " than in " + given.front().path,
                        "alternatives are compared on the same customers: give both the same seed and window");
    };
    if (a.seed != b.seed) refuse("was run with another seed");
    if (a.length != b.length || a.start != b.start) refuse("measures another window");
    if (a.inputs.resamples != b.inputs.resamples) refuse("resamples inputs otherwise");
    if (a.inputs.resamples > 0 && a.replications != b.replications)
      refuse("shares its resamples among another number of replications");
    if (a.numerics_id != b.numerics_id) refuse("was made by a program with other numerics");
  }
}

std::size_t index_of(const std::string& name) {
  const std::optional<std::size_t> index = metric_index(name);
  if (!index) throw ResultError("unknown_name", name, "is not a metric", "`restock list metrics` names them");
  return *index;
}

Verdict verdict_of(const Paired& paired, Better better) {
  const Estimate& d = paired.difference;
  if (!d.mean) return Verdict::unclear;
  if (*d.mean == 0.0 && d.deviation == 0.0) return Verdict::same;
  if (!paired.simultaneous || std::abs(*d.mean) <= *paired.simultaneous) return Verdict::unclear;
  const bool higher = *d.mean > 0.0;
  if (better == Better::none) return higher ? Verdict::higher : Verdict::lower;
  return higher == (better == Better::higher) ? Verdict::better : Verdict::worse;
}

std::size_t ranking_metric(const std::vector<Entry>& entries, const std::string& by) {
  if (!by.empty()) {
    const std::size_t metric = index_of(by);
    if (metrics()[metric].better == Better::none)
      throw ResultError("unknown_name", by, "ranks nothing: neither high nor low is better");
    return metric;
  }
  const std::size_t revenue = index_of("revenue");
  const bool sells = std::any_of(entries.begin(), entries.end(),
                                 [&](const Entry& e) { return estimate(e.of(revenue)).mean.value_or(0.0) > 0.0; });
  return index_of(sells ? "profit" : "total_cost");
}

/// In the order of the means, the best first; those without a value last.
std::vector<Rank> rank(const std::vector<Entry>& entries, std::size_t metric) {
  const bool higher = metrics()[metric].better == Better::higher;
  std::vector<std::vector<double>> kept;
  for (const Entry& entry : entries) kept.push_back(entry.of(metric));
  const std::vector<std::span<const double>> values(kept.begin(), kept.end());
  const std::vector<AgainstBest> found = against_the_best(values, higher);
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto &x = found[a].value.mean, &y = found[b].value.mean;
    if (!x || !y) return x.has_value() && !y.has_value();
    return higher ? *x > *y : *x < *y;
  });
  std::vector<Rank> ranking;
  for (const std::size_t i : order) {
    const std::string beaten_by = found[i].winner ? entries[*found[i].winner].name : std::string();
    ranking.push_back({found[i], entries[i].name, beaten_by});
  }
  return ranking;
}

/// The one that the others are compared with: the first, or the one of that name.
const Entry& base_of(const std::vector<Entry>& entries, const std::string& name) {
  if (name.empty()) return entries.front();
  const auto base = std::ranges::find(entries, name, &Entry::name);
  if (base != entries.end()) return *base;
  std::string known;
  for (const Entry& entry : entries) known += (known.empty() ? "" : ", ") + entry.name;
  throw ResultError("unknown_name", name, "is not an alternative here", "there are: " + known);
}

}  // namespace

std::optional<std::size_t> Comparison::enough() const {
  std::optional<std::size_t> most;
  for (std::size_t i = 1; i < ranking.size(); ++i) {
    if (!ranking[i].may_be_best) continue;
    if (!ranking[i].enough) return std::nullopt;
    most = std::max(most.value_or(0), *ranking[i].enough);
  }
  return most;
}

Comparison compare(const std::vector<NamedResult>& given, const CompareOptions& options) {
  check_comparable(given);
  const std::vector<Entry> entries = entries_of(given);
  if (entries.size() < 2)
    throw ResultError("not_comparable", given.empty() ? "(nothing)" : given.front().path,
                      "holds a single alternative: there is nothing to compare it with",
                      "add `alternatives:` to the scenario, or give another result");
  const Entry& base = base_of(entries, options.to);
  std::vector<std::size_t> chosen;
  for (const std::string& name : options.metrics) chosen.push_back(index_of(name));
  if (chosen.empty()) chosen = headline_metrics();

  Comparison result;
  result.base = base.name;
  result.replications = entries.front().results->header.replications;
  for (const Entry& entry : entries)
    result.replications = std::min(result.replications, entry.results->header.replications);
  const ResampledInputs& inputs = entries.front().results->header.inputs;
  result.over_resamples = inputs.resamples > 0;
  result.replications = inputs.independent(result.replications);
  result.by = ranking_metric(entries, options.by);
  result.ranking = rank(entries, result.by);
  for (const Entry& entry : entries) {
    if (&entry == &base) continue;
    Contender contender{entry.name, {}};
    for (const std::size_t metric : chosen) {
      Difference d{metric, estimate(base.of(metric)), estimate(entry.of(metric)),
                   paired_difference(entry.of(metric), base.of(metric), entries.size() - 1), Verdict::unclear};
      d.verdict = verdict_of(d.paired, metrics()[metric].better);
      if (d.base.mean || d.other.mean) contender.differences.push_back(d);
    }
    result.contenders.push_back(std::move(contender));
  }
  return result;
}

}  // namespace restock
