#pragma once

#include "policy/lead_demand/demand.hpp"

#include <string_view>

namespace restock {

/// The sums of as many buckets in a row as the time lasts, of all that are remembered.
struct EmpiricalDemand {
  static constexpr std::string_view name = "empirical";
  static constexpr std::string_view summary =
      "as it has been: sums of past buckets in a row; choose it when there is a long history and no law fits; only for "
      "levels that are reviewed";
  static constexpr std::string_view source = "Fricker & Goodhart (2000); Silver, Pyke & Thomas (2017), section 6.7.14";
  int history = 52;
  static void fields(auto& self, auto& f) {
    f.optional("history", self.history, "buckets that are remembered");
    f.check(self.history >= 4 && self.history <= 1000, "history must lie between 4 and 1000");
  }

  double cdf(const DemandOver& d, double x) const {
    double below = 0.0;
    for (const double sum : d.sums) below += sum <= x ? 1.0 : 0.0;
    return below / static_cast<double>(d.sums.size());
  }
  double loss(const DemandOver& d, double x) const {
    double above = 0.0;
    for (const double sum : d.sums) above += sum > x ? sum - x : 0.0;
    return above / static_cast<double>(d.sums.size());
  }
};

}  // namespace restock
