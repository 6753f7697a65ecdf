#pragma once

#include "policy/review.hpp"
#include "policy/view.hpp"

#include <algorithm>
#include <string_view>

namespace restock {

struct CappedBaseStock {
  static constexpr std::string_view name = "capped_base_stock";
  static constexpr std::string_view summary =
      "(R,S,r): every review orders up to S, but at most r; choose it where what is not there is not sold and lead "
      "times are long: between fixed_order, which never answers, and order_up_to, which answers everything";
  static constexpr std::string_view source =
      "Johansen & Thorstenson (2008); Xin (2021), Operations Research 69(1): capped base-stock policies";
  static constexpr bool continuous = false;
  ReviewCalendar calendar{};
  Quantity S = 1;
  Quantity r = 1;
  static void fields(auto& self, auto& f) {
    ReviewCalendar::fields(self.calendar, f);
    f.required("S", self.S, "order-up-to level [units]");
    f.required("r", self.r, "most that a review orders: a little above the demand of a review period [units]");
    f.check(self.r >= 1, "r must be at least 1");
  }
  Quantity target() const { return S; }
  Quantity order(const PlannerView& view) const { return std::clamp<Quantity>(S - view.position(), 0, r); }
};

}  // namespace restock
