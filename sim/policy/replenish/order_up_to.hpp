#pragma once

#include "policy/level.hpp"
#include "policy/review.hpp"
#include "policy/view.hpp"

#include <algorithm>
#include <string_view>

namespace restock {

struct OrderUpTo {
  static constexpr std::string_view name = "order_up_to";
  static constexpr std::string_view summary =
      "(R,S): every review orders up to S; choose it when deliveries are scheduled and placing an order costs little";
  static constexpr std::string_view source = "Silver, Pyke & Thomas (2017), section 6.9; Zipkin (2000), section 6.3";
  static constexpr bool continuous = false;
  ReviewCalendar calendar{};
  PolicyLevel S = 0;
  static void fields(auto& self, auto& f) {
    ReviewCalendar::fields(self.calendar, f);
    f.required("S", self.S, "order-up-to level [units]");
    f.check(self.S.can_be_level(), "S is a level here, and eoq is about lots");
  }
  Quantity target() const { return S; }
  Quantity order(const PlannerView& view) const { return std::max<Quantity>(0, S - view.position()); }
};

}  // namespace restock
