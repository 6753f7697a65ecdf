#pragma once

#include "policy/lot_size/needs.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace restock {

struct EconomicLot {
  static constexpr std::string_view name = "eoq";
  static constexpr std::string_view summary =
      "the lot of Harris and Wilson for the mean need of the horizon, and never less than the first need; choose it "
      "for steady demand";
  static constexpr std::string_view source = "Harris (1913); Silver, Pyke & Thomas (2017), section 5.6";
  static constexpr bool needs_costs = true;
  static void fields(auto&, auto&) {}

  Quantity lot(const LotNeeds& needs) const {
    double sum = 0.0;
    for (const Quantity units : needs.net) sum += static_cast<double>(units);
    const double mean = sum / static_cast<double>(needs.net.size());
    const auto economic = static_cast<Quantity>(std::sqrt(2.0 * needs.ordering * mean / needs.holding) + 0.5);
    return std::max(needs.net.front(), economic);
  }
};

}  // namespace restock
