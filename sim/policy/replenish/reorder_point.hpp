#pragma once

#include "policy/level.hpp"
#include "policy/view.hpp"

#include <string_view>

namespace restock {

/// Orders the smallest number of lots of Q that brings the position above s: with demand in single units, one lot.
struct ReorderPoint {
  static constexpr std::string_view name = "reorder_point";
  static constexpr std::string_view summary =
      "(s,Q): at position s or below order lots of Q; choose it when the lot is given (pallet, economic lot)";
  static constexpr std::string_view source =
      "Hadley & Whitin (1963), chapter 4; Silver, Pyke & Thomas (2017), section 6.3";
  static constexpr bool continuous = true;
  PolicyLevel s = 0;
  PolicyLevel Q = 1;
  static void fields(auto& self, auto& f) {
    f.required("s", self.s, "reorder point: order at or below this position [units]");
    f.required("Q", self.Q, "order quantity, or lot when more than one is needed [units]");
    f.check(self.Q.at_least(1), "Q must be at least 1");
    f.check(self.s.can_be_level(), "s is a level, and eoq is about lots: write it for Q");
    f.check(self.Q.can_be_lot(), "Q is a lot: auto(eoq) or auto(cover: …)");
  }
  Quantity wake_at() const { return s; }
  Quantity target() const { return s + Q; }
  Quantity order(const PlannerView& view) const {
    return view.position() > s ? 0 : ((s - view.position()) / Q + 1) * Q;
  }
};

}  // namespace restock
