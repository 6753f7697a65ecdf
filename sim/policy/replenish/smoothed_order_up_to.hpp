#pragma once

#include "core/quantity.hpp"
#include "policy/review.hpp"
#include "policy/view.hpp"

#include <cmath>
#include <string_view>

namespace restock {

struct SmoothedOrderUpTo {
  static constexpr std::string_view name = "smoothed_order_up_to";
  static constexpr std::string_view summary =
      "proportional (R,S): every review orders the demand expected in a review period and makes up for only a share of "
      "the rest of the gap to S; choose it where orders that swing cost the supplier more than stock costs you";
  static constexpr std::string_view source =
      "Dejonckheere, Disney, Lambrecht & Towill (2003), European Journal of Operational Research 147, 567-590; Disney "
      "& Lambrecht (2008), On Replenishment Rules, Forecasting, and the Bullwhip Effect in Supply Chains";
  static constexpr bool continuous = false;
  ReviewCalendar calendar{};
  Quantity S = 0;
  Share share{1.0};
  Rate demand{};
  static void fields(auto& self, auto& f) {
    ReviewCalendar::fields(self.calendar, f);
    f.required("S", self.S, "level to which orders bring the position on average [units]");
    f.required("share", self.share,
               "share of the gap that one review makes up for, what is expected to be demanded apart; 1: order_up_to. "
               "Orders then vary by share / (2 - share) of what independent demand varies");
    f.required("demand", self.demand, "expected demand in units per time, e.g. 20 per d");
    f.check(self.share.value > 0.0, "share must be above 0");
    f.check(self.demand.per_tick >= 0.0, "demand must not be negative");
  }
  Quantity target() const { return S; }
  /// The position is expected to stand one period's demand below S: that gap is made up for in full. Halves go to
  /// the even number: rounding them up would lift the stock.
  Quantity order(const PlannerView& view) const {
    const double expected = demand.per_tick * static_cast<double>(calendar.every.ticks);
    const double wanted = expected + share.value * (static_cast<double>(S - view.position()) - expected);
    return wanted > 0.0 ? static_cast<Quantity>(std::nearbyint(wanted)) : 0;
  }
};

}  // namespace restock
