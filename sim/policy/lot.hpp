// Lot rules that every replenishment policy shares: minimum, multiple (a truckload, say) and maximum of one order.
#pragma once

#include "core/quantity.hpp"

#include <algorithm>

namespace restock {

struct LotRule {
  Quantity minimum = 0;
  Quantity multiple = 1;
  Quantity maximum = unlimited;
  Share round_up_from{0.0};

  static void fields(auto& self, auto& f) {
    f.optional("minimum", self.minimum,
               "smallest order the supplier takes (MOQ) [units]; a smaller need is raised to it");
    f.optional("multiple", self.multiple, "orders are rounded to a multiple of this (case, pallet, truckload) [units]");
    f.optional("maximum", self.maximum, "largest single order [units]; default: no limit");
    f.optional("round_up_from", self.round_up_from,
               "the last multiple is ordered when the need fills at least this share of it; else its part of the need "
               "waits for a later order. 0 (the default): always; 1: only full ones; choose 60 % or so for truckloads");
    f.check(self.minimum >= 0, "minimum must not be negative");
    f.check(self.multiple >= 1, "multiple must be at least 1");
    f.check(self.maximum >= std::max(self.minimum, self.multiple), "maximum must be at least minimum and multiple");
    f.check(self.round_up_from.value >= 0.0 && self.round_up_from.value <= 1.0,
            "round_up_from must lie between 0 and 1");
    f.check(self.round_up_from.value == 0.0 || self.multiple > 1,
            "round_up_from is a share of multiple, which is not stated");
  }

  /// Whether a need may be too small to be ordered yet.
  bool may_wait() const { return round_up_from.value > 0.0; }
  /// The order that is placed for a need: 0 stays 0.
  Quantity apply(Quantity need) const {
    if (need <= 0) return 0;
    const Quantity raised = std::max(need, minimum);
    const Quantity rest = raised % multiple;
    const bool up = rest > 0 && static_cast<double>(rest) >= round_up_from.value * static_cast<double>(multiple);
    return std::min(raised - rest + (up ? multiple : 0), maximum / multiple * multiple);
  }
};

}  // namespace restock
