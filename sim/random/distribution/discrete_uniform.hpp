// One member of the list in random/distribution.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/wide.hpp"
#include "random/variate.hpp"

#include <algorithm>
#include <string_view>

namespace restock {

struct DiscreteUniform {
  static constexpr std::string_view name = "discrete_uniform";
  static constexpr std::string_view summary =
      "any whole number between two bounds, equally likely; choose it for counts of which only the bounds are known";
  Measure low{};
  Measure high{};

  static void fields(auto& self, auto& f) {
    f.required("low", self.low, "the least value, a whole number");
    f.required("high", self.high, "the greatest value, a whole number");
    f.check(self.low.value >= 0.0, "low must not be negative");
    f.check(self.low.value <= self.high.value, "low must not exceed high");
    f.check(self.high.value <= 0x1p52, "high must be at most 2^52");
    f.check(std::floor(self.low.value) == self.low.value && std::floor(self.high.value) == self.high.value,
            "low and high must be whole numbers");
  }
  double count() const { return high.value - low.value + 1.0; }

  void prepare() {}
  double sample(Draws& draws) const {
    const UnsignedWide scaled = static_cast<UnsignedWide>(draws.next()) * static_cast<std::uint64_t>(count());
    return low.value + static_cast<double>(static_cast<std::uint64_t>(scaled >> 64));
  }
  Moments moments() const { return {0.5 * (low.value + high.value), (count() * count() - 1.0) / 12.0}; }
  double cdf(double x) const { return std::clamp((std::floor(x) - low.value + 1.0) / count(), 0.0, 1.0); }
  double quantile(double p) const {
    const double whole = std::clamp(low.value + std::ceil(p * count()) - 1.0, low.value, high.value);
    // The product rounds: step to the least value whose cdf reaches p.
    if (cdf(whole) < p) return std::min(whole + 1.0, high.value);
    return whole > low.value && cdf(whole - 1.0) >= p ? whole - 1.0 : whole;
  }
};

}  // namespace restock
