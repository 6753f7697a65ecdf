// One member of the list in random/distribution.hpp.
#pragma once

#include "core/contract.hpp"
#include "core/quantity.hpp"
#include "random/variate.hpp"

#include <string_view>

namespace restock {

struct Lognormal {
  static constexpr std::string_view name = "lognormal";
  static constexpr std::string_view summary =
      "positive and skewed, heavy tail; choose it for lead times that now and then go badly wrong";
  Measure mean{};
  double cv = 1.0;
  double log_mean = 0.0;  ///< derived by prepare(), like log_sd: mean and standard deviation of the logarithm
  double log_sd = 0.0;

  static void fields(auto& self, auto& f) {
    f.required("mean", self.mean, "the mean of the values, not of their logarithms");
    f.required("cv", self.cv, "coefficient of variation: standard deviation divided by mean");
    f.check(self.mean.value > 0.0, "mean must be positive");
    f.check(self.cv >= 0.001 && self.cv <= 1000.0, "cv must be between 0.001 and 1000");
  }
  void prepare() {
    const double log_variance = own_log1p(cv * cv);
    log_sd = std::sqrt(log_variance);
    log_mean = own_log(mean.value) - 0.5 * log_variance;
  }
  double sample(Draws& draws) const {
    require(log_sd > 0.0, "lognormal was not prepared");
    return quantile(draws.uniform());
  }
  Moments moments() const { return {mean.value, mean.value * mean.value * cv * cv}; }
  double cdf(double x) const { return x <= 0.0 ? 0.0 : normal_cdf((own_log(x) - log_mean) / log_sd); }
  double quantile(double p) const { return own_exp(log_mean + log_sd * normal_quantile(p)); }
};

}  // namespace restock
