// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/rules.hpp"
#include "core/where.hpp"

#include <string_view>

namespace restock {

struct ShipmentsShort {
  static constexpr std::string_view name = "shipments_short";
  static constexpr std::string_view summary =
      "some of the shipments that arrive meanwhile bring less than their papers say; choose it for pilferage, damage "
      "on the way, a supplier who packs what he has";
  Selector lane;
  Share probability{1.0};
  Share fill{0.5};
  RestRule rest = RestRule::cancelled;

  static void fields(auto& self, auto& f) {
    f.required("lane", self.lane, "lanes from suppliers, by name (from->to): a name, a glob or a list");
    f.optional("probability", self.probability, "share of shipments that are short");
    f.required("fill", self.fill, "share of a short shipment that is there, in whole units, rounded down");
    f.optional("rest", self.rest, "cancelled: the rest leaves the order; late: it is sent again");
    f.check(self.probability.value > 0.0 && self.probability.value <= 1.0,
            "probability must lie above 0 and at most at 1");
    f.check(self.rest == RestRule::cancelled || self.probability.value < 1.0,
            "with rest late, probability must be below 1: a rest that is always short again never ends");
    f.check(self.fill.value >= 0.0 && self.fill.value < 1.0, "fill must be at least 0 and below 1");
  }
};

}  // namespace restock
