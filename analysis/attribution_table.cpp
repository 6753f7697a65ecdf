#include "analysis/attribution_table.hpp"

#include "analysis/json_numbers.hpp"
#include "analysis/numbers.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <span>

namespace restock {

namespace {

using nlohmann::ordered_json;

bool excludes_zero(const Estimate& e) { return e.mean && e.half_width && std::abs(*e.mean) > *e.half_width; }

std::optional<double> part_of(const Estimate& part, const Estimate& total) {
  if (!excludes_zero(total) || !part.mean) return std::nullopt;
  return *part.mean / *total.mean;
}

std::string percent_of_total(const std::optional<double>& share) {
  return share ? fmt::format("{:.0f} %", 100.0 * *share) : std::string();
}

/// Decimals that all figures of an outcome share, so that columns can be added up.
int places_for(const AttributedSum& sum) {
  std::vector<Estimate> shown{sum.total, sum.base};
  for (const AttributedPart& part : sum.parts) shown.push_back(part.share);
  return decimals_for(shown);
}

std::string outcome_table(const AttributedSum& sum, std::size_t replications) {
  const int places = places_for(sum);
  Table table;
  table.row({sum.unit.empty() ? sum.outcome : fmt::format("{} [{}]", sum.outcome, sum.unit), "share", "of total",
             "if only it were gone"});
  table.row(
      {"  ordinary randomness", with_interval(sum.base, places, replications), percent_of_total(sum.base_of_total)});
  for (const AttributedPart& part : sum.parts) {
    Estimate gone = part.alone;
    if (gone.mean) gone.mean = std::abs(*gone.mean) < 0.5 * std::pow(10.0, -places) ? 0.0 : -*gone.mean;  // no -0
    table.row({"  " + part.cause, with_interval(part.share, places, replications), percent_of_total(part.of_total),
               with_interval(gone, places, replications)});
  }
  table.row(
      {"  total", with_interval(sum.total, places, replications), percent_of_total(part_of(sum.total, sum.total))});
  std::string text = table.text();
  for (const AttributedPair& pair : sum.pairs)
    if (pair.is_clear)
      text += fmt::format("  {} and {} together: {} {}\n", pair.first, pair.second,
                          with_interval(pair.more, places, pair.more.n),
                          *pair.more.mean > 0.0 ? "more than each by itself" : "less than each by itself");
  return text;
}

ordered_json attributed_json(const AttributedSum& sum, std::size_t replications) {
  ordered_json object{{"name", sum.outcome},
                      {"unit", sum.unit},
                      {"total", estimate_json(sum.total, replications)},
                      {"base", estimate_json(sum.base, replications)}};
  object["base"]["of_total"] = number_json(sum.base_of_total);
  object["causes"] = ordered_json::array();
  for (const AttributedPart& part : sum.parts) {
    ordered_json entry{{"name", part.cause}};
    entry.update(estimate_json(part.share, replications));
    entry["of_total"] = number_json(part.of_total);
    entry["alone"] = estimate_json(part.alone, replications);
    object["causes"].push_back(std::move(entry));
  }
  object["interactions"] = ordered_json::array();
  for (const AttributedPair& pair : sum.pairs) {
    ordered_json entry{{"between", {pair.first, pair.second}}};
    entry.update(estimate_json(pair.more, replications));
    object["interactions"].push_back(std::move(entry));
  }
  return object;
}

}  // namespace

std::vector<AttributedSum> attributed_sums(const Attribution& found) {
  const AttributionAxes& axes = found.axes;
  const std::size_t causes = axes.causes.size();
  const auto row = [&](const std::vector<double>& values, std::size_t place) {
    return estimate(std::span(values).subspan(place * found.replications, found.replications));
  };
  std::vector<AttributedSum> sums;
  for (std::size_t o = 0; o < axes.outcomes.size(); ++o) {
    AttributedSum& sum = sums.emplace_back();
    sum.outcome = axes.outcomes[o];
    sum.unit = axes.units[o];
    sum.total = estimate(found.total[o]);
    sum.base = estimate(found.base[o]);
    sum.base_of_total = part_of(sum.base, sum.total);
    for (std::size_t i = 0; i < causes; ++i) {
      const Estimate share = row(found.shares[o], i);
      sum.parts.push_back({axes.causes[i], share, row(found.alone[o], i), part_of(share, sum.total)});
    }
    std::size_t pair = 0;
    for (std::size_t i = 0; i < causes; ++i)
      for (std::size_t j = i + 1; j < causes; ++j) {
        const Estimate more = row(found.interactions[o], pair++);
        sum.pairs.push_back({axes.causes[i], axes.causes[j], more, excludes_zero(more)});
      }
  }
  return sums;
}

std::string attribution_table(const std::string& scenario, const Attribution& found) {
  const AttributionAxes& axes = found.axes;
  std::string text =
      fmt::format("{}\n{} causes, each on and off with the same customers; {}; mean of {} replication{} ± 95 %\n\n",
                  scenario, axes.causes.size(),
                  axes.exact ? std::string("all orders of removal")
                             : fmt::format("{} orders of removal drawn in each replication", 2 * axes.permutations),
                  found.replications, found.replications == 1 ? "" : "s");
  for (const AttributedSum& sum : attributed_sums(found)) text += outcome_table(sum, found.replications) + "\n";
  text += "switched off:\n";
  for (std::size_t i = 0; i < axes.causes.size(); ++i) text += fmt::format("  {}: {}\n", axes.causes[i], axes.off[i]);
  return text + "Shares are what each cause is answerable for under these counterfactuals.\n";
}

std::string attribution_json(const ResultHeader& header, const Attribution& found) {
  ordered_json object{{"schema", "restock.attribution/1"},
                      {"scenario", header.scenario},
                      {"seed", header.seed},
                      {"replications", found.replications},
                      {"method", found.axes.exact ? "exact" : "sampled"}};
  if (!found.axes.exact) object["permutations"] = found.axes.permutations;
  object["causes"] = ordered_json::array();
  for (std::size_t i = 0; i < found.axes.causes.size(); ++i)
    object["causes"].push_back({{"name", found.axes.causes[i]}, {"off", found.axes.off[i]}});
  object["outcomes"] = ordered_json::array();
  for (const AttributedSum& sum : attributed_sums(found))
    object["outcomes"].push_back(attributed_json(sum, found.replications));
  return object.dump() + "\n";
}

}  // namespace restock
