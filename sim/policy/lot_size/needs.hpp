// What a lot size is decided from. Part of the family in policy/lot_size.hpp.
#pragma once

#include "core/quantity.hpp"

#include <span>

namespace restock {

/// Net requirements of the periods ahead, the first of which is above 0; and what an order and stock cost.
struct LotNeeds {
  std::span<const Quantity> net;
  double ordering = 0.0;  ///< money per order
  double holding = 0.0;   ///< money per unit and period
};

}  // namespace restock
