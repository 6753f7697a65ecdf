// Variance components by the method of moments (ANOVA with unequal groups: Searle, Casella & McCulloch 1992, section
// 3.6), as Cheng & Holland (1997) and Song & Nelson (2015) take them; intervals by percentiles of resamples, as Barton
// & Schruben (1993, 2001).
#include "estimate/input_spread.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace restock {

namespace {

std::vector<Welford> groups_of(std::span<const double> values, std::size_t resamples) {
  std::vector<Welford> groups(resamples);
  for (std::size_t r = 0; r < values.size(); ++r)
    if (!std::isnan(values[r])) groups[r % resamples].add(values[r]);
  return groups;
}

/// The share p of a population lies below it on average over samples: place p·(n + 1) among order statistics
/// (Hyndman–Fan type 6). None when the sample is too small to reach so far out.
std::optional<double> outer_quantile(std::vector<double> values, double p) {
  std::erase_if(values, [](double x) { return std::isnan(x); });
  const double place = p * static_cast<double>(values.size() + 1) - 1.0;
  if (!(place >= 0.0) || place > static_cast<double>(values.size()) - 1.0) return std::nullopt;
  std::ranges::sort(values);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

}  // namespace

InputSpread input_spread(std::span<const double> values, std::size_t resamples) {
  InputSpread result;
  if (resamples == 0) return result;
  Welford all;
  double within = 0.0, squared_sizes = 0.0, between = 0.0;
  const std::vector<Welford> groups = groups_of(values, resamples);
  for (const double x : values)
    if (!std::isnan(x)) all.add(x);
  for (const Welford& group : groups) {
    if (group.n() == 0) continue;
    const auto n = static_cast<double>(group.n());
    ++result.resamples;
    squared_sizes += n * n;
    between += n * (group.mean() - all.mean()) * (group.mean() - all.mean());
    if (group.n() >= 2) within += (n - 1.0) * group.variance();
  }
  const auto total = static_cast<double>(all.n());
  const auto count = static_cast<double>(result.resamples);
  if (result.resamples >= 2 && all.n() > result.resamples) {
    const double simulation = within / (total - count);
    const double size = (total - squared_sizes / total) / (count - 1.0);
    const double input = std::max(0.0, (between / (count - 1.0) - simulation) / size);
    result.input_deviation = std::sqrt(input);
    result.simulation_deviation = std::sqrt(simulation);
    if (input + simulation > 0.0) result.input_share = input / (input + simulation);
  }
  const std::vector<double> of_resamples = independent(values, resamples), each(values.begin(), values.end());
  result.mean_low = outer_quantile(of_resamples, 0.025);
  result.mean_high = outer_quantile(of_resamples, 0.975);
  result.one_low = outer_quantile(each, 0.025);
  result.one_high = outer_quantile(each, 0.975);
  return result;
}

std::vector<double> independent(std::span<const double> values, std::size_t resamples) {
  if (resamples == 0) return {values.begin(), values.end()};
  std::vector<double> means;
  const std::vector<Welford> groups = groups_of(values, std::min(resamples, values.size()));
  for (const Welford& group : groups)
    means.push_back(group.n() > 0 ? group.mean() : std::numeric_limits<double>::quiet_NaN());
  return means;
}

Estimate estimate_over(std::span<const double> values, std::size_t resamples) {
  Estimate result = estimate(values);
  if (resamples > 0) result.half_width = estimate(independent(values, resamples)).half_width;
  return result;
}

}  // namespace restock
