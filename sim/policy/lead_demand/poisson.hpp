#pragma once

#include "policy/lead_demand/demand.hpp"
#include "random/math.hpp"

#include <cmath>
#include <string_view>

namespace restock {

/// Sees the mean only.
struct PoissonDemand {
  static constexpr std::string_view name = "poisson";
  static constexpr std::string_view summary =
      "whole units that come one by one, variance equal to the mean; choose it for slow movers and single customers";
  static constexpr std::string_view source = "Hadley & Whitin (1963), section 4-7; Axsäter (2015), section 5.1";
  static void fields(auto&, auto&) {}

  double cdf(const DemandOver& d, double x) const { return x < 0.0 ? 0.0 : gamma_q(std::floor(x) + 1.0, d.mean); }
  double loss(const DemandOver& d, double x) const {
    if (x < 0.0) return d.mean - x;
    const double below = x >= 1.0 ? gamma_q(std::floor(x), d.mean) : 0.0;  // P(D < x)
    return d.mean * (1.0 - below) - x * (1.0 - cdf(d, x));
  }
};

}  // namespace restock
