#pragma once

#include "policy/review.hpp"
#include "policy/two_sources.hpp"
#include "policy/view.hpp"

#include <algorithm>
#include <string_view>

namespace restock {

struct DualIndex {
  static constexpr std::string_view name = "dual_index";
  static constexpr std::string_view summary =
      "two positions, two levels: what is due within the fast lane's lead time is brought up to S_fast by the fast "
      "lane, then everything on order up to S by the slow one; choose it for a cheap slow and a dear fast supplier";
  static constexpr std::string_view source =
      "Veeraraghavan & Scheller-Wolf (2008), Operations Research 56, 850; optimal where the lead times differ by one "
      "review: Fukuda (1964)";
  static constexpr bool continuous = false;
  ReviewCalendar calendar{};
  Quantity S = 0;
  Quantity S_fast = 0;
  static void fields(auto& self, auto& f) {
    ReviewCalendar::fields(self.calendar, f);
    f.required("S", self.S, "level of the whole position: on record and on order less backlog [units]");
    f.required("S_fast", self.S_fast,
               "level of the fast position: on record and due within the planned lead time of the fast lane, less "
               "backlog [units]");
    f.check(self.S >= self.S_fast, "S must be at least S_fast");
  }
  Quantity target() const { return S; }
  Quantity order(const PlannerView& view) const { return std::max<Quantity>(0, S - view.position()); }
  TwoOrders orders(const PlannerView& view, Quantity due) const {
    const Quantity fast = std::max<Quantity>(0, S_fast - (view.on_record + due - view.backlog));
    return {std::max<Quantity>(0, S - view.position() - fast), fast};
  }
};

}  // namespace restock
