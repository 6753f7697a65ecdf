#include "output/write_summary.hpp"

#include "estimate/estimate.hpp"

namespace restock {

void write_summary(Builder& file, const Results& results) {
  std::vector<std::string> names, units;
  for (const Metric& metric : metrics()) {
    names.emplace_back(metric.name);
    units.emplace_back(metric.unit);
  }
  file.put_text("summary/metric", names);
  file.put_text("summary/unit", units);
  file.put<double>("summary/probability", summary_probabilities);
  std::vector<std::int32_t> n;
  std::vector<double> mean, deviation, low, high, quantiles;
  for (std::size_t a = 0; a < results.header.axes.alternatives.size(); ++a) {
    for (std::size_t m = 0; m < metrics().size(); ++m) {
      const std::span<const double> values = results.of(m, a);
      const Estimate e = estimate(values);
      n.push_back(static_cast<std::int32_t>(e.n));
      mean.push_back(e.mean.value_or(undefined));
      deviation.push_back(e.deviation.value_or(undefined));
      low.push_back(e.half_width ? *e.mean - *e.half_width : undefined);
      high.push_back(e.half_width ? *e.mean + *e.half_width : undefined);
      for (const double p : summary_probabilities) quantiles.push_back(sample_quantile(values, p).value_or(undefined));
    }
  }
  file.put<std::int32_t>("summary/n", n);
  file.put<double>("summary/mean", mean);
  file.put<double>("summary/std", deviation);
  file.put<double>("summary/ci_lo", low);
  file.put<double>("summary/ci_hi", high);
  file.put<double>("summary/quantile", quantiles);
}

}  // namespace restock
