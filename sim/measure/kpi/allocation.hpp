// Who got the stock.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

struct HeldBack {
  static constexpr About about{"held_back", "units",
                               "customers' units that were not sold at once though as many were available: kept for "
                               "others by a critical level or a reserve",
                               Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.extra.held_back); }
};

}  // namespace restock
