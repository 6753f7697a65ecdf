// One member of the list in random/distribution.hpp.
#pragma once

#include "core/quantity.hpp"
#include "random/variate.hpp"

#include <string_view>

namespace restock {

struct Triangular {
  static constexpr std::string_view name = "triangular";
  static constexpr std::string_view summary =
      "least, most likely and greatest value; choose it for an expert's three-point estimate";
  Measure low{};
  Measure mode{};
  Measure high{};

  static void fields(auto& self, auto& f) {
    f.required("low", self.low, "the least value");
    f.required("mode", self.mode, "the most likely value");
    f.required("high", self.high, "the greatest value");
    f.check(self.low.value >= 0.0, "low must not be negative");
    f.check(self.low.value <= self.mode.value && self.mode.value <= self.high.value,
            "low, mode and high must be in ascending order");
  }
  void prepare() {}
  double sample(Draws& draws) const { return quantile(draws.uniform()); }
  Moments moments() const {
    const double left = mode.value - low.value;
    const double right = high.value - mode.value;
    return {(low.value + mode.value + high.value) / 3.0, (left * left + left * right + right * right) / 18.0};
  }
  double cdf(double x) const {
    if (x >= high.value) return 1.0;
    if (x <= low.value) return 0.0;
    const double width = high.value - low.value;
    if (x <= mode.value) return (x - low.value) * (x - low.value) / (width * (mode.value - low.value));
    return 1.0 - (high.value - x) * (high.value - x) / (width * (high.value - mode.value));
  }
  double quantile(double p) const {
    const double width = high.value - low.value;
    const double left = mode.value - low.value;
    if (p * width <= left) return low.value + std::sqrt(p * width * left);
    return high.value - std::sqrt((1.0 - p) * width * (high.value - mode.value));
  }
};

}  // namespace restock
