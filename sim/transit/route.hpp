// A lane that is more than a transit time: goods wait for a sailing, or pass a port, or both. Parameters only.
#pragma once

#include "core/id.hpp"
#include "core/time.hpp"
#include "random/law.hpp"
#include "transit/port.hpp"
#include "transit/sailings.hpp"

#include <cstdint>

namespace restock {

using RouteId = Id<struct RouteTag>;

/// All links of a lane (its products) share one route. Without a timetable every shipment is a vessel of its own.
struct RoutePlan {
  std::uint64_t who = 0;   ///< addresses the draws of a sailing: nth = its number
  PortId port;             ///< invalid: sailings go straight to the receiver
  bool timetable = false;  ///< goods wait at the origin for `sailings`
  Sailings sailings{};
  TimeLaw sea{};
  double late = 0.0;     ///< probability that a vessel takes longer, of which nobody is told
  TimeLaw late_extra{};  ///< by how much
  TimeLaw inland{};      ///< from the port's yard to the receiver
  Time planned_sea = 0;
  Time planned_inland = 0;
};

/// Announced time from the departure of a vessel with `units` on board, `sea` of it at sea, to the receipt of its
/// goods.
inline Time planned_after_departure(const RoutePlan& route, Time sea, const PortPlan* port, Quantity units) {
  return port == nullptr ? sea : later(later(sea, port->planned_stay(units)), route.planned_inland);
}

}  // namespace restock
