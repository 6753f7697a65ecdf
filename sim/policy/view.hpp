// What a planner sees: record-side facts only. The type makes seeing the physical truth impossible.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

#include <functional>
#include <utility>
#include <vector>

namespace restock {

/// What a policy that plans ahead sees besides: what is foreseen, and what is announced to come.
struct PlanView {
  Time lead = 0;                                     ///< planned, from placing an order to its receipt
  std::function<double(Time)> expected;              ///< units wanted in the span from now on
  double ordering = 0.0;                             ///< money per order
  double holding = 0.0;                              ///< money per unit and tick
  std::vector<std::pair<Time, Quantity>> announced;  ///< supply, by its announced date; late supply is due now

  Quantity received_until(Time at) const {
    Quantity units = 0;
    for (const auto& [date, each] : announced) units += date <= at ? each : 0;
    return units;
  }
};

struct PlannerView {
  Time now = 0;
  Time as_of = 0;  ///< when what follows was so; before `now` where information is late
  Quantity on_record = 0;
  Quantity on_order = 0;
  Quantity backlog = 0;            ///< accepted, unshipped units: customers' and downstream sites'
  const PlanView* plan = nullptr;  ///< for policies that plan ahead; null also where there is nothing to plan by
  /// Inventory position = on record + on order − backlog.
  Quantity position() const { return on_record + on_order - backlog; }
};

}  // namespace restock
