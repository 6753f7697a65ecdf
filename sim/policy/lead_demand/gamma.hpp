#pragma once

#include "policy/lead_demand/demand.hpp"
#include "random/math.hpp"

#include <string_view>

namespace restock {

struct GammaDemand {
  static constexpr std::string_view name = "gamma";
  static constexpr std::string_view summary =
      "skewed and never below 0; choose it when lead time demand varies a lot, and whenever the lead time does";
  static constexpr std::string_view source = "Burgin (1975); Silver, Pyke & Thomas (2017), section 6.7.14";
  static void fields(auto&, auto&) {}

  double cdf(const DemandOver& d, double x) const { return x > 0.0 ? gamma_p(shape(d), x / scale(d)) : 0.0; }
  double loss(const DemandOver& d, double x) const {
    if (x <= 0.0) return d.mean - x;
    return d.mean * gamma_q(shape(d) + 1.0, x / scale(d)) - x * gamma_q(shape(d), x / scale(d));
  }

 private:
  static double shape(const DemandOver& d) { return d.mean * d.mean / d.variance; }
  static double scale(const DemandOver& d) { return d.variance / d.mean; }
};

}  // namespace restock
