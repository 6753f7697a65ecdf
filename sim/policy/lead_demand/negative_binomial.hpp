#pragma once

#include "policy/lead_demand/poisson.hpp"

#include <cmath>
#include <string_view>

namespace restock {

/// Where the variance is not above the mean it is Poisson.
struct NegativeBinomialDemand {
  static constexpr std::string_view name = "negative_binomial";
  static constexpr std::string_view summary =
      "whole units, more variable than Poisson; choose it for slow movers that are bought in numbers, and for spare "
      "parts";
  static constexpr std::string_view source = "Axsäter (2015), section 5.1.4; Taylor (1961)";
  static void fields(auto&, auto&) {}

  double cdf(const DemandOver& d, double x) const {
    if (d.variance <= d.mean) return PoissonDemand{}.cdf(d, x);
    return x < 0.0 ? 0.0 : beta_regularized(shape(d), std::floor(x) + 1.0, d.mean / d.variance);
  }
  double loss(const DemandOver& d, double x) const {
    if (d.variance <= d.mean) return PoissonDemand{}.loss(d, x);
    if (x < 0.0) return d.mean - x;
    const double at = std::floor(x);
    const double below = at >= 1.0 ? beta_regularized(shape(d) + 1.0, at, d.mean / d.variance) : 0.0;
    return d.mean * (1.0 - below) - x * (1.0 - cdf(d, x));
  }

 private:
  static double shape(const DemandOver& d) { return d.mean * d.mean / (d.variance - d.mean); }
};

}  // namespace restock
