// One member of the list in random/distribution.hpp.
#pragma once

#include "core/quantity.hpp"
#include "random/variate.hpp"

#include <string_view>

namespace restock {

struct Constant {
  static constexpr std::string_view name = "constant";
  static constexpr std::string_view summary = "always the same value; choose it to switch variability off";
  Measure value{};

  static void fields(auto& self, auto& f) {
    f.required("value", self.value, "the value");
    f.check(self.value.value >= 0.0, "value must not be negative");
  }
  void prepare() {}
  double sample(Draws&) const { return value.value; }
  Moments moments() const { return {value.value, 0.0}; }
  double cdf(double x) const { return x >= value.value ? 1.0 : 0.0; }
  double quantile(double) const { return value.value; }
};

}  // namespace restock
