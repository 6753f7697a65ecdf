#include "analysis/report/study.hpp"

#include "estimate/input_spread.hpp"

#include "analysis/numbers.hpp"
#include "output/write_attribution.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock::report {

namespace {

constexpr std::size_t colours = 8;

/// What tables and charts of differences show: what a planner looks at first, and what ranks.
std::vector<std::string> compared_metrics(const std::string& by) {
  std::vector<std::string> names;
  for (const std::size_t metric : headline_metrics()) names.emplace_back(metrics()[metric].name);
  if (!by.empty() && std::find(names.begin(), names.end(), by) == names.end()) names.push_back(by);
  return names;
}

}  // namespace

std::size_t metric_of(std::string_view name) { return metric_index(name).value(); }

Study::Study(const std::vector<ResultReader>& readers, const CompareOptions& options) : readers_(&readers) {
  for (const ResultReader& reader : readers) {
    given_.push_back({reader.path(), reader.read()});
    attributions_.push_back(read_attribution(reader));
    waits_.push_back(read_waits(reader));
    series_.push_back(read_series(reader));
    const std::size_t alternatives = reader.header().axes.alternatives.size();
    for (std::size_t a = 0; a < alternatives; ++a) {
      const std::size_t n = contestants_.size();
      contestants_.push_back({reader.header().axes.alternatives[a], given_.size() - 1, a,
                              n == 0 ? "a0" : fmt::format("a{}", 1 + (n - 1) % colours)});
    }
  }
  if (contestants_.empty())
    throw ResultError("damaged", given_.empty() ? "(nothing)" : given_.front().path, "has no alternative");
  replications_ = header().replications;
  for (const NamedResult& one : given_) replications_ = std::min(replications_, one.results.header.replications);
  CompareOptions wanted = options;
  wanted.metrics = compared_metrics(options.by);
  if (contestants_.size() < 2) {
    if (!options.to.empty() && options.to != contestants_.front().name)
      throw ResultError("unknown_name", options.to, "is not an alternative here",
                        "there is only " + contestants_.front().name);
    return;
  }
  comparison_ = compare(given_, wanted);
  // The comparison tells apart alternatives of the same name; it keeps their order, with its base in front.
  CompareOptions in_order = wanted;
  in_order.to.clear();
  const Comparison named = options.to.empty() ? *comparison_ : compare(given_, in_order);
  contestants_[0].name = named.base;
  for (std::size_t i = 0; i < named.contenders.size(); ++i) contestants_[i + 1].name = named.contenders[i].name;
  const auto place_of = [&](const std::string& name) {
    const auto found =
        std::find_if(contestants_.begin(), contestants_.end(), [&](const auto& c) { return c.name == name; });
    return static_cast<std::size_t>(found - contestants_.begin());
  };
  base_ = place_of(comparison_->base);
  best_ = place_of(comparison_->ranking.front().name);
}

std::span<const double> Study::values(std::size_t metric, std::size_t contestant) const {
  const Contestant& c = contestants_[contestant];
  return given_[c.file].results.of(metric, c.index);
}

Estimate Study::estimate_of(std::size_t metric, std::size_t contestant) const {
  return estimate_over(values(metric, contestant),
                       given_[contestants_[contestant].file].results.header.inputs.resamples);
}
Estimate Study::estimate_of(std::string_view metric, std::size_t contestant) const {
  return estimate_of(metric_of(metric), contestant);
}

bool Study::defined(std::size_t metric) const {
  for (std::size_t c = 0; c < size(); ++c)
    if (estimate_of(metric, c).mean) return true;
  return false;
}

const Difference* Study::difference(std::size_t contestant, std::size_t metric) const {
  if (!comparison_) return nullptr;
  for (const Contender& contender : comparison_->contenders) {
    if (contender.name != contestants_[contestant].name) continue;
    for (const Difference& d : contender.differences)
      if (d.metric == metric) return &d;
  }
  return nullptr;
}

}  // namespace restock::report
