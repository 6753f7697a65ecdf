#pragma once

#include "policy/lot_size/needs.hpp"

#include <string_view>

namespace restock {

struct LotForLot {
  static constexpr std::string_view name = "lot_for_lot";
  static constexpr std::string_view summary =
      "each period's need is an order of its own; choose it when orders cost little, or for expensive goods";
  static constexpr std::string_view source = "Silver, Pyke & Thomas (2017), section 5.6";
  static constexpr bool needs_costs = false;
  static void fields(auto&, auto&) {}

  Quantity lot(const LotNeeds& needs) const { return needs.net.front(); }
};

}  // namespace restock
