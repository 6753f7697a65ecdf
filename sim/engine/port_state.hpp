// What changes at ports and on timetables during a replication. Empty unless the blueprint has ports or routes.
// Private to engine/.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "engine/pool.hpp"
#include "measure/facts.hpp"
#include "measure/sketch.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// A shipment on a lane with a route.
struct Cargo {
  std::uint32_t shipment = none;
  std::uint32_t link = none;
  std::uint32_t port = none;  ///< in whose yard it lies
  std::uint64_t number = 0;   ///< of the shipments of its link
  std::uint64_t nth = 0;      ///< addresses its dwell, customs and inland draws (parts of a shipment share them)
};

/// A vessel on its way to a port, or in it.
struct Vessel {
  enum class Where : std::uint8_t { at_sea, at_anchor, at_berth, blocked, gone };
  Where where = Where::at_sea;
  std::uint32_t port = none;
  std::uint32_t route = none;  ///< none: somebody else's
  std::uint32_t prev = none;   ///< in the anchorage's queue, or in that for the yard
  std::uint32_t next = none;
  std::uint64_t who = 0;  ///< who and nth address its draws
  std::uint64_t nth = 0;
  std::uint64_t number = 0;  ///< orders the vessels of an instant; one vessel of a port's has it
  Quantity units = 0;
  Time arrived = 0;
  Time berthed = 0;
  Time announced = 0;  ///< handling
  Time due = never;    ///< of the one valid event of where it is
  Time work_left = 0;  ///< handling at the usual speed, as of the last change of speed
  std::vector<Cargo> cargo;
};

/// A line of vessels, first come first served.
struct Line {
  std::uint32_t head = none;
  std::uint32_t tail = none;
};

struct PortState {
  Line anchorage{};
  Line at_berth{};  ///< being handled
  Line for_yard{};  ///< vessels that keep their berth until the yard has room
  Quantity waiting = 0;
  Quantity busy = 0;  ///< berths
  Quantity in_yard = 0;
  double speed = 1.0;   ///< of handling; 0: it is shut
  Quantity lost = 0;    ///< berths that cannot be taken: all of them while it is shut
  Time work_ahead = 0;  ///< announced handling of the vessels at anchor
  PortFacts facts{};
  SpanSketch waits;
};

/// On the sea leg of a lane that can be closed: a vessel, or a shipment where the lane has no port. While the lane is
/// closed, `due` is as if it opened again at once.
struct AtSea {
  std::uint32_t slot = none;
  std::uint64_t number = 0;  ///< of the vessel, or of the shipment on its link
  Time due = never;
  Time departed = 0;
};

struct RouteState {
  std::vector<Cargo> waiting;             ///< at the origin, in order of dispatch
  bool sails = false;                     ///< a sailing is in the calendar
  std::int64_t last_sailing = INT64_MIN;  ///< vessels up to this one have left
  Time stopped = never;                   ///< since when nothing moves at sea
  std::vector<AtSea> at_sea;
};

struct Seas {
  std::vector<PortState> ports;
  std::vector<RouteState> routes;
  Pool<Vessel> vessels;
  Pool<Cargo> yards;  ///< what lies in them
};

}  // namespace restock
