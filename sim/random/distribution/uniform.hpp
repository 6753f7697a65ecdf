// One member of the list in random/distribution.hpp.
#pragma once

#include "core/quantity.hpp"
#include "random/variate.hpp"

#include <string_view>

namespace restock {

struct Uniform {
  static constexpr std::string_view name = "uniform";
  static constexpr std::string_view summary =
      "any value between two bounds, equally likely; choose it when only the bounds are known";
  Measure low{};
  Measure high{};

  static void fields(auto& self, auto& f) {
    f.required("low", self.low, "the least value");
    f.required("high", self.high, "the greatest value");
    f.check(self.low.value >= 0.0, "low must not be negative");
    f.check(self.low.value <= self.high.value, "low must not exceed high");
  }
  void prepare() {}
  double sample(Draws& draws) const { return quantile(draws.uniform()); }
  Moments moments() const {
    const double width = high.value - low.value;
    return {low.value + 0.5 * width, width * width / 12.0};
  }
  double cdf(double x) const {
    if (x >= high.value) return 1.0;
    return x <= low.value ? 0.0 : (x - low.value) / (high.value - low.value);
  }
  double quantile(double p) const { return low.value + p * (high.value - low.value); }
};

}  // namespace restock
