// Means, variances and correlations of what was drawn, and how far they may be from the formula.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace restock {

struct Sampled {
  double mean = 0.0;
  double variance = 0.0;
  double error = 0.0;  ///< standard error of the mean
};

inline Sampled moments_of(const std::vector<double>& values) {
  Sampled m;
  const auto n = static_cast<double>(values.size());
  for (const double v : values) m.mean += v / n;
  for (const double v : values) m.variance += (v - m.mean) * (v - m.mean) / (n - 1.0);
  m.error = std::sqrt(m.variance / n);
  return m;
}

inline double correlation_of(const std::vector<double>& a, const std::vector<double>& b) {
  const Sampled x = moments_of(a);
  const Sampled y = moments_of(b);
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - x.mean) * (b[i] - y.mean);
  return sum / (static_cast<double>(a.size()) - 1.0) / std::sqrt(x.variance * y.variance);
}

}  // namespace restock
