// One member of the list in random/distribution.hpp.
#pragma once

#include "core/quantity.hpp"
#include "random/variate.hpp"

#include <string_view>

namespace restock {

struct Gamma {
  static constexpr std::string_view name = "gamma";
  static constexpr std::string_view summary =
      "positive and skewed, light tail; choose it for lead times and amounts known by mean and variability";
  Measure mean{};
  double cv = 1.0;

  static void fields(auto& self, auto& f) {
    f.required("mean", self.mean, "the mean");
    f.required("cv", self.cv, "coefficient of variation: standard deviation divided by mean");
    f.check(self.mean.value > 0.0, "mean must be positive");
    f.check(self.cv >= 0.001 && self.cv <= 100.0, "cv must be between 0.001 and 100");
  }
  double shape() const { return 1.0 / (cv * cv); }
  double scale() const { return mean.value * cv * cv; }

  void prepare() {}
  double sample(Draws& draws) const { return scale() * gamma_variate(shape(), draws); }
  Moments moments() const { return {mean.value, mean.value * mean.value * cv * cv}; }
  double cdf(double x) const { return gamma_p(shape(), x / scale()); }
  double quantile(double p) const {
    return continuous_quantile([this](double x) { return cdf(x); }, p, mean.value);
  }
};

}  // namespace restock
