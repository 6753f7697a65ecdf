// What a planner knows, and since when. Part of the blueprint; shared with the twin.
#pragma once

#include "core/quantity.hpp"
#include "policy/review.hpp"
#include "policy/view.hpp"

namespace restock {

/// Data of the past: what a planner sees was so `delay` before the last refresh.
struct InformationRules {
  ReviewCalendar refresh{};      ///< when new data come; at a continuous point they are looked at then
  Time delay = 0;                ///< how old they are
  bool own_orders_known = true;  ///< orders placed since are added to what the data say is on order

  /// The first refresh that brings data of `at` or later.
  Time refresh_with(Time at) const { return refresh.at_or_after(later(at, delay)); }
};

/// What was recorded at one instant, and the units that had been ordered until then.
struct Snapshot {
  Time as_of = 0;
  Quantity on_record = 0;
  Quantity on_order = 0;
  Quantity backlog = 0;
  Quantity placed = 0;
};

/// What a planner makes of old data at `now`, when `placed` units have been ordered since the clock's start.
inline PlannerView view_of(const Snapshot& data, Time now, Quantity placed, const InformationRules& rules) {
  const Quantity since = rules.own_orders_known ? placed - data.placed : 0;
  return {now, data.as_of, data.on_record, data.on_order + since, data.backlog};
}

}  // namespace restock
