// One member of the list in random/distribution.hpp.
#pragma once

#include "core/quantity.hpp"
#include "random/variate.hpp"

#include <algorithm>
#include <string_view>

namespace restock {

/// On 1, 2, 3, …: P(k) = (1 − q)^(k − 1) q with q = 1/mean.
struct Geometric {
  static constexpr std::string_view name = "geometric";
  static constexpr std::string_view summary =
      "1, 2, 3 … with a constant chance of one more; choose it for order sizes that are mostly one";
  Measure mean{1.0};

  static void fields(auto& self, auto& f) {
    f.required("mean", self.mean, "the mean, at least 1");
    f.check(self.mean.value >= 1.0, "mean must be at least 1");
  }
  /// ln(1 − q): −∞ at mean 1, where every value is 1.
  double log_more() const { return own_log1p(-1.0 / mean.value); }

  void prepare() {}
  double sample(Draws& draws) const { return 1.0 + std::floor(own_log(draws.uniform()) / log_more()); }
  Moments moments() const { return {mean.value, mean.value * (mean.value - 1.0)}; }
  double cdf(double x) const { return x < 1.0 ? 0.0 : 1.0 - own_exp(std::floor(x) * log_more()); }
  double quantile(double p) const {
    if (p >= 1.0) return mean.value > 1.0 ? infinity : 1.0;
    const double whole = std::max(1.0, std::ceil(own_log1p(-p) / log_more()));
    // The two logarithms round: step to the least value whose cdf reaches p.
    if (cdf(whole) < p) return whole + 1.0;
    return whole > 1.0 && cdf(whole - 1.0) >= p ? whole - 1.0 : whole;
  }
};

}  // namespace restock
