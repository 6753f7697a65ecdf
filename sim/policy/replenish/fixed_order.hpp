#pragma once

#include "policy/level.hpp"
#include "policy/review.hpp"
#include "policy/view.hpp"

#include <string_view>

namespace restock {

struct FixedOrder {
  static constexpr std::string_view name = "fixed_order";
  static constexpr std::string_view summary =
      "(T,Q): orders Q every review whatever the stock; choose it for standing orders and as a benchmark under lost "
      "sales";
  static constexpr std::string_view source = "Goldberg et al. (2016); Xin & Goldberg (2016): constant-order policy";
  static constexpr bool continuous = false;
  ReviewCalendar calendar{};
  PolicyLevel Q = 1;
  static void fields(auto& self, auto& f) {
    ReviewCalendar::fields(self.calendar, f);
    f.required("Q", self.Q, "order of every review [units]");
    f.check(self.Q.at_least(1), "Q must be at least 1");
    f.check(self.Q.can_be_lot(), "Q is a lot: auto(eoq) or auto(cover: …)");
  }
  Quantity target() const { return Q; }
  Quantity order(const PlannerView&) const { return Q; }
};

}  // namespace restock
