// What a planner sees: record-side facts only. The type makes seeing the physical truth impossible.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

namespace restock {

struct PlannerView {
  Time now = 0;
  Time as_of = 0;  ///< when what follows was so; before `now` where information is late
  Quantity on_record = 0;
  Quantity on_order = 0;
  Quantity backlog = 0;  ///< accepted, unshipped units: customers' and downstream sites'
  /// Inventory position = on record + on order − backlog.
  Quantity position() const { return on_record + on_order - backlog; }
};

}  // namespace restock
