#pragma once

#include "policy/lead_demand/demand.hpp"
#include "random/math.hpp"

#include <string_view>

namespace restock {

struct NormalDemand {
  static constexpr std::string_view name = "normal";
  static constexpr std::string_view summary =
      "a bell curve; choose it for fast movers, whose lead time demand is many standard deviations above 0";
  static constexpr std::string_view source = "Silver, Pyke & Thomas (2017), section 6.7 and appendix II";
  static void fields(auto&, auto&) {}

  double cdf(const DemandOver& d, double x) const { return normal_cdf((x - d.mean) / d.sd()); }
  double loss(const DemandOver& d, double x) const {
    const double z = (x - d.mean) / d.sd();
    return d.sd() * (normal_density(z) - z * normal_cdf(-z));
  }
};

}  // namespace restock
