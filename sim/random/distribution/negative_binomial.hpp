// One member of the list in random/distribution.hpp.
#pragma once

#include "core/quantity.hpp"
#include "random/variate.hpp"

#include <string_view>

namespace restock {

/// On 0, 1, 2, …: Poisson whose mean is gamma distributed, and sampled as such.
struct NegativeBinomial {
  static constexpr std::string_view name = "negative_binomial";
  static constexpr std::string_view summary =
      "counts that vary more than Poisson; choose it for units wanted in a period by clustered customers";
  Measure mean{};
  double variance = 0.0;

  static void fields(auto& self, auto& f) {
    f.required("mean", self.mean, "the mean count");
    f.required("variance", self.variance, "the variance of the count, above the mean");
    f.check(self.mean.value > 0.0, "mean must be positive");
    f.check(self.mean.value <= 1e9, "mean must be at most 1e9; for a time choose gamma or lognormal");
    f.check(self.variance > self.mean.value, "variance must exceed mean; for equality choose poisson");
    f.check(self.variance <= 1e9 * self.mean.value, "variance must be at most 1e9 times the mean");
  }
  double shape() const { return mean.value * mean.value / (variance - mean.value); }
  double scale() const { return (variance - mean.value) / mean.value; }

  void prepare() {}
  double sample(Draws& draws) const {
    const double level = scale() * gamma_variate(shape(), draws);
    return poisson_variate(level, draws);
  }
  Moments moments() const { return {mean.value, variance}; }
  double cdf(double x) const {
    return x < 0.0 ? 0.0 : beta_regularized(shape(), std::floor(x) + 1.0, mean.value / variance);
  }
  double quantile(double p) const {
    return whole_quantile([this](double x) { return cdf(x); }, p, mean.value);
  }
};

}  // namespace restock
