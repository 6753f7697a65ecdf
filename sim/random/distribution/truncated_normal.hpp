// One member of the list in random/distribution.hpp.
#pragma once

#include "core/contract.hpp"
#include "core/quantity.hpp"
#include "random/variate.hpp"

#include <algorithm>
#include <string_view>

namespace restock {

/// Sampled by inversion between the bounds. When both bounds lie above the mean, the mirror image is used, so that the
/// far tail keeps its digits.
struct TruncatedNormal {
  static constexpr std::string_view name = "truncated_normal";
  static constexpr std::string_view summary =
      "a bell curve cut off at bounds; choose it for symmetric deviations around a plan";
  Measure mean{};
  Measure sd{};
  Measure low{};
  Measure high{infinity};
  double mirror = 1.0;  ///< derived by prepare(), like the two below: −1 when both bounds are above the mean
  double share_low = 0.0;
  double share_high = 0.0;

  static void fields(auto& self, auto& f) {
    f.required("mean", self.mean, "the mean before cutting off");
    f.required("sd", self.sd, "the standard deviation before cutting off");
    f.optional("low", self.low, "the least value");
    f.optional("high", self.high, "the greatest value");
    f.check(self.sd.value > 0.0, "sd must be positive");
    f.check(self.low.value >= 0.0, "low must not be negative");
    f.check(self.low.value < self.high.value, "low must be below high");
    f.check(self.above() <= 30.0 && self.below() >= -30.0,
            "low and high must leave in values within 30 sd of the mean");
  }
  double above() const { return (low.value - mean.value) / sd.value; }   ///< the lower bound in sd from the mean
  double below() const { return (high.value - mean.value) / sd.value; }  ///< the upper bound in sd from the mean

  void prepare() {
    mirror = above() > 0.0 ? -1.0 : 1.0;
    share_low = normal_cdf(mirror * above());
    share_high = normal_cdf(mirror * below());
  }
  double sample(Draws& draws) const {
    require(share_low != share_high, "truncated_normal was not prepared");
    return quantile(draws.uniform());
  }
  Moments moments() const {
    const double a = above();
    const double b = below();
    const double mass = (share_high - share_low) * mirror;
    const double at_low = normal_density(a) / mass;
    const double at_high = normal_density(b) / mass;
    const double shift = at_low - at_high;
    const double bent = a * at_low - (b < infinity ? b * at_high : 0.0);
    return {mean.value + sd.value * shift, sd.value * sd.value * (1.0 + bent - shift * shift)};
  }
  double cdf(double x) const {
    if (x <= low.value) return 0.0;
    if (x >= high.value) return 1.0;
    const double share = normal_cdf(mirror * (x - mean.value) / sd.value);
    return (share - share_low) / (share_high - share_low);
  }
  double quantile(double p) const {
    if (p >= 1.0) return high.value;
    // Rounding may carry the share up to 1, whose quantile is infinite; one less bit is the last finite one.
    const double share = std::min(share_low + p * (share_high - share_low), 1.0 - 0x1p-53);
    return std::clamp(mean.value + mirror * sd.value * normal_quantile(share), low.value, high.value);
  }
};

}  // namespace restock
