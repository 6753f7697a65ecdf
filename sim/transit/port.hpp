// A port: berths that vessels queue for, the yard behind them, and other people's ships. Parameters and the arithmetic
// of the queue; the queue itself is in the engine. Pure.
#pragma once

#include "core/id.hpp"
#include "core/quantity.hpp"
#include "core/time.hpp"
#include "random/law.hpp"

#include <algorithm>
#include <cstdint>

namespace restock {

using PortId = Id<struct PortTag>;

/// When a vessel of ours sails on to another port instead of joining the queue.
struct Reroute {
  PortId to;                   ///< invalid: never
  Quantity queue = unlimited;  ///< as soon as so many vessels wait
  Time wait = never;           ///< or the expected wait is this long
  Time extra = 0;              ///< sailing time from here to there
};

/// Other people's ships. Convoy k comes gap k after the one before it and has as many ships as its own draw says;
/// ship i of it draws at nth = ship_address(k, i).
struct Traffic {
  bool any = false;
  TimeLaw gap{};
  QuantityLaw convoy{};
  TimeLaw handling{};
  Time planned_handling = 0;
};

struct PortPlan {
  std::uint64_t who = 0;  ///< addresses the draws of its background traffic
  std::uint32_t berths = 1;
  TimeLaw handling{};         ///< time at berth of a vessel of ours, unless cranes are described
  bool by_crane = false;      ///< time at berth = overhead + units × ticks_per_unit instead
  double ticks_per_unit = 0;  ///< of one berth's cranes
  Time overhead = 0;
  Time planned_handling = 0;       ///< announced time at berth, where it does not depend on the units
  Quantity anchorage = unlimited;  ///< most vessels waiting; who finds it full is turned away
  bool has_patience = false;
  TimeLaw patience{};  ///< a waiting vessel that can go elsewhere leaves after this
  Quantity yard = unlimited;
  TimeLaw dwell{};
  TimeLaw customs{};
  Time planned_yard = 0;
  Traffic traffic{};
  Reroute reroute{};

  /// Announced time at berth of a vessel with `units` for us.
  Time announced_handling(Quantity units) const {
    return by_crane ? later(overhead, to_ticks(ticks_per_unit * static_cast<double>(units))) : planned_handling;
  }
  /// Announced time from berthing to leaving the yard.
  Time planned_stay(Quantity units) const { return later(announced_handling(units), planned_yard); }
  /// Announced wait behind the vessels that are there: their announced handling, shared by the berths.
  Time expected_wait(Time work_ahead) const { return work_ahead / std::max<Time>(1, static_cast<Time>(berths)); }
  /// Whether a vessel that can go elsewhere does so on arrival.
  bool sends_on(Quantity waiting, Time work_ahead) const {
    return reroute.to.valid() && (waiting >= reroute.queue || expected_wait(work_ahead) >= reroute.wait);
  }
  /// Whether what has been unloaded fits into the yard; more than the whole yard fits when it is empty.
  bool fits(Quantity in_yard, Quantity units) const {
    return in_yard == 0 || yard == unlimited || units <= yard - in_yard;
  }
};

inline constexpr Quantity most_in_convoy = 65'535;

/// Address of the draws of ship i of convoy k, and its place among arrivals of one instant.
constexpr std::uint64_t ship_address(std::uint64_t convoy, std::uint64_t ship) { return (convoy << 16U) | ship; }

/// Handling, at the usual speed, that a span of time gets done; and the time that handling takes.
inline Time handled_in(Time span, double speed) { return to_ticks(static_cast<double>(span) * speed); }
inline Time time_to_handle(Time handling, double speed) {
  return handling >= never || speed <= 0.0 ? never : to_ticks(static_cast<double>(handling) / speed);
}

/// Numbers that order vessels of one instant at one port: other people's first, then sailings, then single shipments.
inline constexpr std::uint64_t sailing_mark = std::uint64_t{1} << 62U;
inline constexpr std::uint64_t lone_vessel_mark = std::uint64_t{1} << 63U;

}  // namespace restock
