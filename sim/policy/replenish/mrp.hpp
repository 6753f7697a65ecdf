#pragma once

#include "policy/lot_size.hpp"
#include "policy/review.hpp"
#include "policy/view.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace restock {

/// A time-phased plan. Periods are as long as the time between reviews; the first begins when an order of now comes in.
struct Mrp {
  static constexpr std::string_view name = "mrp";
  static constexpr std::string_view summary =
      "every review projects stock by the forecast and by announced supply, and orders in time what would be short in "
      "the periods ahead; choose it when demand moves and is foreseen (MRP in a plant, DRP in a network)";
  static constexpr std::string_view source =
      "Orlicky (1975), Material Requirements Planning; Martin (1983) for DRP; Silver, Pyke & Thomas (2017), 15.3";
  static constexpr bool continuous = false;
  static constexpr bool plans = true;
  ReviewCalendar calendar{};
  Quantity safety_stock = 0;
  LotSize lot_size = LotForLot{};
  int horizon = 12;
  Quantity opening = 0;  ///< stock a run begins with: set while compiling
  static void fields(auto& self, auto& f) {
    ReviewCalendar::fields(self.calendar, f);
    f.optional("safety_stock", self.safety_stock, "what the plan keeps in stock beyond the forecast [units]");
    f.optional("lot_size", self.lot_size, "how the needs of the periods ahead become lots");
    f.optional("horizon", self.horizon, "review periods that the plan looks at, after the lead time");
    f.check(self.safety_stock >= 0, "safety_stock must not be negative");
    f.check(self.horizon >= 1 && self.horizon <= 400, "horizon must lie between 1 and 400");
  }
  Quantity target() const { return opening; }
  Quantity order(const PlannerView& view) const {
    if (view.plan == nullptr) return 0;
    const std::vector<Quantity> net = net_needs(view, *view.plan);
    if (net.front() <= 0) return 0;
    const LotNeeds needs{net, view.plan->ordering, view.plan->holding * static_cast<double>(calendar.every.ticks)};
    return std::visit([&](const auto& rule) { return rule.lot(needs); }, lot_size);
  }
  /// What each period needs beyond what is there and announced; never below 0.
  std::vector<Quantity> net_needs(const PlannerView& view, const PlanView& plan) const {
    std::vector<Quantity> net;
    Quantity planned = 0;
    for (int j = 0; j < horizon; ++j) {
      const Time begin = later(plan.lead, j * calendar.every.ticks);
      const double wanted = plan.expected(later(begin, calendar.every.ticks));
      const Quantity there = view.on_record - view.backlog + plan.received_until(later(view.now, begin));
      const auto need = static_cast<Quantity>(std::ceil(wanted - 1e-9)) + safety_stock - there - planned;
      net.push_back(std::max<Quantity>(0, need));
      planned += net.back();
    }
    return net;
  }
};

}  // namespace restock
