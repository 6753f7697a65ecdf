// One member of the list in random/distribution.hpp.
#pragma once

#include "core/contract.hpp"
#include "core/quantity.hpp"
#include "random/variate.hpp"

#include <string_view>

namespace restock {

struct Weibull {
  static constexpr std::string_view name = "weibull";
  static constexpr std::string_view summary =
      "times to failure: shape below 1 wears in, above 1 wears out; choose it for breakdowns and shelf lives";
  Measure mean{};
  double shape = 1.0;
  double scale = 0.0;  ///< derived by prepare(): mean / Γ(1 + 1/shape)

  static void fields(auto& self, auto& f) {
    f.required("mean", self.mean, "the mean");
    f.required("shape", self.shape, "the shape; the greater, the less variable");
    f.check(self.mean.value > 0.0, "mean must be positive");
    f.check(self.shape >= 0.1 && self.shape <= 1000.0, "shape must be between 0.1 and 1000");
  }
  void prepare() { scale = mean.value * own_exp(-log_gamma(1.0 + 1.0 / shape)); }
  double sample(Draws& draws) const {
    require(scale > 0.0, "weibull was not prepared");
    return scale * own_pow(-own_log(draws.uniform()), 1.0 / shape);
  }
  Moments moments() const {
    const double ratio = own_exp(log_gamma(1.0 + 2.0 / shape) - 2.0 * log_gamma(1.0 + 1.0 / shape));
    return {mean.value, mean.value * mean.value * (ratio - 1.0)};
  }
  double cdf(double x) const { return x <= 0.0 ? 0.0 : 1.0 - own_exp(-own_pow(x / scale, shape)); }
  double quantile(double p) const { return scale * own_pow(-own_log1p(-p), 1.0 / shape); }
};

}  // namespace restock
