#include "output/write_summary.hpp"

#include "estimate/input_spread.hpp"

namespace restock {

void SummaryValues::add(std::span<const double> values, std::size_t resamples) {
  const Estimate e = estimate_over(values, resamples);
  n.push_back(static_cast<std::int32_t>(e.n));
  mean.push_back(e.mean.value_or(undefined));
  deviation.push_back(e.deviation.value_or(undefined));
  low.push_back(e.half_width ? *e.mean - *e.half_width : undefined);
  high.push_back(e.half_width ? *e.mean + *e.half_width : undefined);
  const SortedSample sorted(values);
  for (const double p : summary_probabilities) quantiles.push_back(sorted.quantile(p).value_or(undefined));
}

void put_summary_labels(Builder& file) {
  std::vector<std::string> names, units;
  for (const Metric& metric : metrics()) {
    names.emplace_back(metric.name);
    units.emplace_back(metric.unit);
  }
  file.put_text("summary/metric", names);
  file.put_text("summary/unit", units);
  file.put<double>("summary/probability", summary_probabilities);
}

void write_summary(Builder& file, const Results& results) {
  put_summary_labels(file);
  SummaryValues values;
  for (std::size_t a = 0; a < results.header.axes.alternatives.size(); ++a)
    for (std::size_t m = 0; m < metrics().size(); ++m) values.add(results.of(m, a), results.header.inputs.resamples);
  file.put<std::int32_t>("summary/n", values.n);
  file.put<double>("summary/mean", values.mean);
  file.put<double>("summary/std", values.deviation);
  file.put<double>("summary/ci_lo", values.low);
  file.put<double>("summary/ci_hi", values.high);
  file.put<double>("summary/quantile", values.quantiles);
}

}  // namespace restock
