// One member of the list in random/distribution.hpp.
#pragma once

#include "core/quantity.hpp"
#include "random/variate.hpp"

#include <string_view>

namespace restock {

struct Erlang {
  static constexpr std::string_view name = "erlang";
  static constexpr std::string_view summary =
      "a sum of equal exponential stages; choose it for a process of several steps in a row";
  Measure mean{};
  Quantity stages = 1;

  static void fields(auto& self, auto& f) {
    f.required("mean", self.mean, "the mean of all stages together");
    f.required("stages", self.stages, "how many stages; the coefficient of variation is 1/√stages");
    f.check(self.mean.value > 0.0, "mean must be positive");
    f.check(self.stages >= 1 && self.stages <= 1'000'000, "stages must be between 1 and 1,000,000");
  }
  void prepare() {}
  double sample(Draws& draws) const {
    const auto count = static_cast<double>(stages);
    if (stages > 16) return mean.value / count * gamma_variate(count, draws);
    // A product of 16 uniforms is at least 2^−848, so one logarithm is enough.
    double product = 1.0;
    for (Quantity stage = 0; stage < stages; ++stage) product *= draws.uniform();
    return -mean.value / count * math::log_of_normal(product);
  }
  Moments moments() const { return {mean.value, mean.value * mean.value / static_cast<double>(stages)}; }
  double cdf(double x) const {
    const auto count = static_cast<double>(stages);
    return gamma_p(count, x * count / mean.value);
  }
  double quantile(double p) const {
    return continuous_quantile([this](double x) { return cdf(x); }, p, mean.value);
  }
};

}  // namespace restock
