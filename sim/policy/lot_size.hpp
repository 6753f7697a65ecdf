// Lot sizes of a plan: the list of the family.
#pragma once

#include "policy/lot_size/economic_lot.hpp"
#include "policy/lot_size/fixed_period.hpp"
#include "policy/lot_size/lot_for_lot.hpp"
#include "policy/lot_size/wagner_whitin.hpp"

#include <variant>

namespace restock {

using LotSize = std::variant<LotForLot, EconomicLot, FixedPeriod, WagnerWhitin>;

}  // namespace restock
