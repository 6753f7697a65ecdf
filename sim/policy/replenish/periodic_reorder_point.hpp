#pragma once

#include "policy/level.hpp"
#include "policy/review.hpp"
#include "policy/view.hpp"

#include <string_view>

namespace restock {

struct PeriodicReorderPoint {
  static constexpr std::string_view name = "periodic_reorder_point";
  static constexpr std::string_view summary =
      "(R,s,nQ): at a review, at position s or below, order the fewest lots of Q that bring it above s";
  static constexpr std::string_view source = "Hadley & Whitin (1963), chapter 5; Zheng & Chen (1992)";
  static constexpr bool continuous = false;
  ReviewCalendar calendar{};
  PolicyLevel s = 0;
  PolicyLevel Q = 1;
  static void fields(auto& self, auto& f) {
    ReviewCalendar::fields(self.calendar, f);
    f.required("s", self.s, "reorder point [units]");
    f.required("Q", self.Q, "lot [units]");
    f.check(self.Q.at_least(1), "Q must be at least 1");
    f.check(self.s.can_be_level(), "s is a level, and eoq is about lots: write it for Q");
    f.check(self.Q.can_be_lot(), "Q is a lot: auto(eoq) or auto(cover: …)");
  }
  Quantity target() const { return s + Q; }
  Quantity order(const PlannerView& view) const {
    return view.position() > s ? 0 : ((s - view.position()) / Q + 1) * Q;
  }
};

}  // namespace restock
