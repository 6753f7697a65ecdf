#pragma once

#include "policy/level.hpp"
#include "policy/view.hpp"

#include <string_view>

namespace restock {

struct MinMax {
  static constexpr std::string_view name = "min_max";
  static constexpr std::string_view summary =
      "(s,S): once the position falls to s or below, order up to S; choose it when each order has a fixed cost";
  static constexpr std::string_view source = "Scarf (1960); Silver, Pyke & Thomas (2017), section 6.3";
  static constexpr bool continuous = true;
  PolicyLevel s = 0;
  PolicyLevel S = 1;
  static void fields(auto& self, auto& f) {
    f.required("s", self.s, "reorder point: order at or below this position [units]");
    f.required("S", self.S, "order-up-to level: position to return to [units]");
    f.check(self.s.below(self.S), "s must be below S");
    f.check(self.s.can_be_level(), "s is a level, and eoq is about lots: write it for S");
    f.check(self.S.can_be_lot(), "S beside s is s and a lot: auto(eoq) or auto(cover: …)");
  }
  Quantity wake_at() const { return s; }
  Quantity target() const { return S; }
  Quantity order(const PlannerView& view) const { return view.position() <= s ? S - view.position() : 0; }
};

}  // namespace restock
