// Lot rules that every replenishment policy shares: minimum, multiple and maximum of one order.
#pragma once

#include "core/quantity.hpp"

#include <algorithm>

namespace restock {

struct LotRule {
  Quantity minimum = 0;
  Quantity multiple = 1;
  Quantity maximum = unlimited;

  static void fields(auto& self, auto& f) {
    f.optional("minimum", self.minimum,
               "smallest order the supplier takes (MOQ) [units]; a smaller need is raised to it");
    f.optional("multiple", self.multiple, "orders are rounded up to a multiple of this (case, pallet) [units]");
    f.optional("maximum", self.maximum, "largest single order [units]; default: no limit");
    f.check(self.minimum >= 0, "minimum must not be negative");
    f.check(self.multiple >= 1, "multiple must be at least 1");
    f.check(self.maximum >= std::max(self.minimum, self.multiple), "maximum must be at least minimum and multiple");
  }

  /// The order that is placed for a need: 0 stays 0.
  Quantity apply(Quantity need) const {
    if (need <= 0) return 0;
    const Quantity raised = std::max(need, minimum);
    const Quantity rounded = (raised + multiple - 1) / multiple * multiple;
    return std::min(rounded, maximum / multiple * multiple);
  }
};

}  // namespace restock
