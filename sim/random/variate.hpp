// What several distributions share: gamma and Poisson variates, and searches for quantiles. For random/ only.
#pragma once

#include "random/draws.hpp"
#include "random/math.hpp"

#include <cmath>

namespace restock {

/// Mean and variance, in the unit of the distribution and its square.
struct Moments {
  double mean = 0.0;
  double variance = 0.0;
};

/// A gamma variate of scale 1.
double gamma_variate(double shape, Draws& draws);

/// A Poisson variate; 0 ≤ mean ≤ 1e9.
double poisson_variate(double mean, Draws& draws);

/// The least x with cdf(x) ≥ p, to the last bits, for a continuous, increasing cdf on [0, ∞) that is about one half
/// at `scale`.
double continuous_quantile(auto&& cdf, double p, double scale) {
  if (p <= 0.0) return 0.0;
  if (p >= 1.0) return infinity;
  double low = 0.0;
  double high = scale;
  for (; cdf(high) < p && high < infinity; high *= 2.0) low = high;
  for (int step = 0; step < 1100; ++step) {
    const double middle = low + 0.5 * (high - low);
    if (middle <= low || middle >= high) break;
    (cdf(middle) < p ? low : high) = middle;
  }
  return high;
}

/// The least whole number k ≥ 0 with cdf(k) ≥ p.
double whole_quantile(auto&& cdf, double p, double scale) {
  if (p >= 1.0) return infinity;
  if (cdf(0.0) >= p) return 0.0;
  double low = 0.0;
  double high = std::floor(scale) + 1.0;
  for (; cdf(high) < p && high < 0x1p52; high *= 2.0) low = high;
  while (high - low > 1.0) {
    const double middle = std::floor(0.5 * (low + high));
    (cdf(middle) < p ? low : high) = middle;
  }
  return high;
}

}  // namespace restock
