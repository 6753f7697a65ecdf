#include "output/sweep_sums.hpp"

#include "output/series_sum.hpp"
#include "output/text.hpp"

#include <algorithm>

namespace restock {

SweepSums::SweepSums(const ResultHeader& run)
    : run_(run),
      totals_(metrics().size(), std::vector<double>(run.replications)),
      all_levels_(sampled_levels().size()) {
  spread_.resize(1, run.series_at.size());
}

void SweepSums::add(const CellValues& values) {
  const std::size_t replication = values.cell % run_.replications;
  for (std::size_t m = 0; m < totals_.size(); ++m) totals_[m][replication] = values.totals.at(m);
  const auto sum = [](std::vector<std::int64_t>& into, const std::vector<std::int64_t>& more) {
    into.resize(std::max(into.size(), more.size()), 0);
    for (std::size_t i = 0; i < more.size(); ++i) into[i] += more[i];
  };
  sum(waits_, values.waits);
  sum(series_, values.series);
  sum(ports_, values.port_queue);
  sum(causes_, values.disruption_level);
  CellResult sampled;
  sampled.series.resize(values.series.size() / sampled_levels().size());
  for (std::size_t i = 0; i < values.series.size(); ++i) {
    const SampledLevel& level = sampled_levels()[i % sampled_levels().size()];
    sampled.series[i / sampled_levels().size()].*level.value = values.series[i];
  }
  spread_.add(sampled);
}

void SweepSums::complete(std::size_t bins) {
  for (const std::vector<double>& values : totals_) summary_.add(values, run_.inputs.resamples);
  waits_.resize(bins, 0);
  all_waits_.insert(all_waits_.end(), waits_.begin(), waits_.end());
  const double cells_of_variant = count(static_cast<Quantity>(run_.replications));
  const std::size_t levels = sampled_levels().size();
  for (std::size_t i = 0; i < series_.size(); ++i)
    all_levels_[i % levels].push_back(sampled_levels()[i % levels].scale * count(series_[i]) / cells_of_variant);
  for (std::size_t level = 0; level < spread_levels.size(); ++level) {
    const std::vector<double> widths = spread_.half_widths(level);
    all_half_widths_[level].insert(all_half_widths_[level].end(), widths.begin(), widths.end());
  }
  spread_.resize(1, run_.series_at.size());
  for (const Quantity sum : ports_) all_ports_.push_back(count(sum) / cells_of_variant);
  for (const Quantity sum : causes_) all_causes_.push_back(count(sum) / cells_of_variant);
  waits_.clear();
  series_.clear();
  ports_.clear();
  causes_.clear();
}

void SweepSums::put(Builder& builder, const std::function<h5::Block(const std::string& key)>& block) {
  if (summary_.n.empty()) return;
  const auto put = [&]<class T>(const std::string& key, std::vector<T>& values) {
    builder.put_block<T>(key, block(key), values);
    values.clear();
  };
  put("summary/n", summary_.n);
  put("summary/mean", summary_.mean);
  put("summary/std", summary_.deviation);
  put("summary/ci_lo", summary_.low);
  put("summary/ci_hi", summary_.high);
  put("summary/quantile", summary_.quantiles);
  put("waits/units", all_waits_);
  for (std::size_t level = 0; level < all_levels_.size(); ++level)
    put(key_of("timeseries", std::string(sampled_levels()[level].name)), all_levels_[level]);
  for (std::size_t level = 0; level < spread_levels.size(); ++level)
    put(std::string("timeseries/") + spread_levels[level].first + "_half_width", all_half_widths_[level]);
  put("timeseries/port_queue", all_ports_);
  put("timeseries/disruption_level", all_causes_);
}

}  // namespace restock
