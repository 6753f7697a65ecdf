// One member of the list in random/distribution.hpp.
#pragma once

#include "core/quantity.hpp"
#include "random/variate.hpp"

#include <string_view>

namespace restock {

struct Poisson {
  static constexpr std::string_view name = "poisson";
  static constexpr std::string_view summary =
      "counts of independent events, variance equal to the mean; choose it for units wanted in a period";
  Measure mean{};

  static void fields(auto& self, auto& f) {
    f.required("mean", self.mean, "the mean count");
    f.check(self.mean.value >= 0.0, "mean must not be negative");
    f.check(self.mean.value <= 1e9, "mean must be at most 1e9; for a time choose gamma or erlang");
  }
  void prepare() {}
  double sample(Draws& draws) const { return poisson_variate(mean.value, draws); }
  Moments moments() const { return {mean.value, mean.value}; }
  double cdf(double x) const { return x < 0.0 ? 0.0 : gamma_q(std::floor(x) + 1.0, mean.value); }
  double quantile(double p) const {
    return whole_quantile([this](double x) { return cdf(x); }, p, mean.value);
  }
};

}  // namespace restock
