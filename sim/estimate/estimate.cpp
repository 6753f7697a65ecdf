#include "estimate/estimate.hpp"

#include "estimate/rounded.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <vector>

namespace restock {

namespace {

std::vector<double> defined(std::span<const double> values) {
  std::vector<double> kept;
  kept.reserve(values.size());
  for (const double x : values)
    if (!std::isnan(x)) kept.push_back(x);
  return kept;
}

std::optional<double> half_width_of(const Welford& sample, double confidence) {
  if (sample.n() < 2) return std::nullopt;
  return student_quantile(0.5 + 0.5 * confidence, sample.n() - 1) *
         std::sqrt(sample.variance() / static_cast<double>(sample.n()));
}

Estimate estimate_of(const Welford& sample, double confidence) {
  Estimate result;
  result.n = sample.n();
  if (sample.n() >= 1) result.mean = sample.mean();
  if (sample.n() >= 2) result.deviation = std::sqrt(sample.variance());
  result.half_width = half_width_of(sample, confidence);
  return result;
}

}  // namespace

double student_quantile(double p, std::size_t degrees) {
  // Hundreds of metrics over the same replications ask one after the other, and it takes as long as all else together.
  struct Last {
    double p = -1.0, quantile = 0.0;
    std::size_t degrees = 0;
  };
  static thread_local Last last;
  if (last.p != p || last.degrees != degrees)
    last = {p, round_to_40_bits(boost::math::quantile(boost::math::students_t(static_cast<double>(degrees)), p)),
            degrees};
  return last.quantile;
}

Estimate estimate(std::span<const double> values, double confidence) {
  Welford sample;
  for (const double x : values)
    if (!std::isnan(x)) sample.add(x);
  return estimate_of(sample, confidence);
}

SortedSample::SortedSample(std::span<const double> values) : sorted_(defined(values)) {
  // Many metrics are the same in all replications.
  if (!std::is_sorted(sorted_.begin(), sorted_.end())) std::sort(sorted_.begin(), sorted_.end());
}

std::optional<double> SortedSample::quantile(double p) const {
  if (sorted_.empty()) return std::nullopt;
  const double place = p * static_cast<double>(sorted_.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted_.size() - 1);
  return sorted_[below] + (place - static_cast<double>(below)) * (sorted_[above] - sorted_[below]);
}

Paired paired_difference(std::span<const double> other, std::span<const double> base, std::size_t comparisons,
                         double confidence) {
  Welford difference, a, b;
  double products = 0.0;  // co-moment, by the same recurrence as Welford's
  for (std::size_t i = 0; i < std::min(other.size(), base.size()); ++i) {
    if (std::isnan(other[i]) || std::isnan(base[i])) continue;
    difference.add(other[i] - base[i]);
    const double delta = other[i] - a.mean();
    a.add(other[i]);
    b.add(base[i]);
    products += delta * (base[i] - b.mean());
  }
  Paired result;
  result.difference = estimate_of(difference, confidence);
  const double tail = (1.0 - confidence) / static_cast<double>(std::max<std::size_t>(comparisons, 1));
  result.simultaneous = half_width_of(difference, 1.0 - tail);
  if (difference.n() < 2) return result;
  const double independent = a.variance() + b.variance();
  if (independent > 0.0) result.variance_ratio = difference.variance() / independent;
  if (a.variance() > 0.0 && b.variance() > 0.0)
    result.correlation =
        products / static_cast<double>(difference.n() - 1) / (std::sqrt(a.variance()) * std::sqrt(b.variance()));
  return result;
}

}  // namespace restock
