// One member of the list in random/distribution.hpp.
#pragma once

#include "core/quantity.hpp"
#include "random/gaps.hpp"
#include "random/variate.hpp"

#include <string_view>

namespace restock {

struct Exponential {
  static constexpr std::string_view name = "exponential";
  static constexpr std::string_view summary =
      "memoryless, standard deviation equal to the mean; choose it for gaps between independent customers";
  Measure mean{};

  static void fields(auto& self, auto& f) {
    f.required("mean", self.mean, "the mean");
    f.check(self.mean.value > 0.0, "mean must be positive");
  }
  void prepare() {}
  double sample(Draws& draws) const { return mean.value * exponential_gap(draws.next()); }
  Moments moments() const { return {mean.value, mean.value * mean.value}; }
  double cdf(double x) const { return x <= 0.0 ? 0.0 : 1.0 - own_exp(-x / mean.value); }
  double quantile(double p) const { return -mean.value * own_log1p(-p); }
};

}  // namespace restock
