#pragma once

#include "policy/level.hpp"
#include "policy/review.hpp"
#include "policy/view.hpp"

#include <string_view>

namespace restock {

struct PeriodicMinMax {
  static constexpr std::string_view name = "periodic_min_max";
  static constexpr std::string_view summary =
      "(R,s,S): at a review, at position s or below, order up to S; choose it when both reviews and orders cost money";
  static constexpr std::string_view source =
      "Scarf (1960); Zheng & Federgruen (1991); Silver, Pyke & Thomas (2017), section 6.10";
  static constexpr bool continuous = false;
  ReviewCalendar calendar{};
  PolicyLevel s = 0;
  PolicyLevel S = 1;
  static void fields(auto& self, auto& f) {
    ReviewCalendar::fields(self.calendar, f);
    f.required("s", self.s, "reorder point [units]");
    f.required("S", self.S, "order-up-to level [units]");
    f.check(self.s.below(self.S), "s must be below S");
    f.check(self.s.can_be_level(), "s is a level, and eoq is about lots: write it for S");
    f.check(self.S.can_be_lot(), "S beside s is s and a lot: auto(eoq) or auto(cover: …)");
  }
  Quantity target() const { return S; }
  Quantity order(const PlannerView& view) const { return view.position() <= s ? S - view.position() : 0; }
};

}  // namespace restock
