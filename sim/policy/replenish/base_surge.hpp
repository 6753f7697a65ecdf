#pragma once

#include "policy/review.hpp"
#include "policy/two_sources.hpp"
#include "policy/view.hpp"

#include <algorithm>
#include <string_view>

namespace restock {

struct BaseSurge {
  static constexpr std::string_view name = "base_surge";
  static constexpr std::string_view summary =
      "tailored base surge: the slow lane brings the same at every review, the fast one what is due within its lead "
      "time up to S; choose it when the slow supplier wants a level plan and the fast one takes the peaks";
  static constexpr std::string_view source =
      "Allon & Van Mieghem (2010), Management Science 56, 110; Janakiraman, Seshadri & Sheopuri (2015)";
  static constexpr bool continuous = false;
  ReviewCalendar calendar{};
  Quantity base = 0;
  Quantity S = 0;
  static void fields(auto& self, auto& f) {
    ReviewCalendar::fields(self.calendar, f);
    f.required("base", self.base,
               "ordered over the slow lane at every review; below the mean demand of a review [units]");
    f.required("S", self.S,
               "level of the fast position: on record and due within the planned lead time of the fast lane, less "
               "backlog [units]");
    f.check(self.base >= 0, "base must not be negative");
  }
  Quantity target() const { return S; }
  Quantity order(const PlannerView& view) const { return base + std::max<Quantity>(0, S - view.position()); }
  TwoOrders orders(const PlannerView& view, Quantity due) const {
    return {base, std::max<Quantity>(0, S - (view.on_record + due - view.backlog))};
  }
};

}  // namespace restock
