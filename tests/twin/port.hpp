// Ports and timetables in the twin's world.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

#include <cstdint>
#include <list>
#include <map>
#include <optional>
#include <vector>

namespace restock::twin {

/// A shipment on a lane with a route: which, whose, and what addresses its draws.
struct Load {
  std::uint32_t point = 0;  ///< the receiver
  std::uint64_t id = 0;     ///< of the shipment: link << 32 | number
  std::uint64_t nth = 0;
};
constexpr std::uint32_t link_of(const Load& load) { return static_cast<std::uint32_t>(load.id >> 32U); }

struct Vessel {
  std::uint64_t number = 0;  ///< orders vessels of an instant
  std::uint64_t who = 0;     ///< addresses its draws, with nth
  std::uint64_t nth = 0;
  std::optional<std::uint32_t> route;  ///< ours
  std::vector<Load> loads;
  Time arrived = 0;
  Time berthed = 0;
  Time announced_handling = 0;
  Time leaves = never;  ///< when its patience is over
  Time done = never;    ///< when its handling is over, if the port's speed stays
  Time left = 0;        ///< handling that was left when it berthed, or when the speed last changed
  bool on_lane = true;  ///< at sea: not on the way from port to port
  Time departed = 0;
  Time lands = never;     ///< when it is over the sea, if its lane is not closed before
  Time to_cross = never;  ///< until then, while the lane is closed
};

struct Port {
  std::list<Vessel> anchorage;
  std::map<std::uint64_t, Vessel> berths;  ///< those that are being handled
  std::list<Vessel> unloading;             ///< done, and at berth until the yard has room
  std::map<std::uint64_t, Load> yard;      ///< by shipment
  Time settled = 0;
  double speed = 1.0;  ///< 0: it is shut
  Quantity lost = 0;   ///< berths

  std::size_t berths_taken() const { return berths.size() + unloading.size(); }
};

struct Route {
  std::list<Load> waiting;
  std::int64_t gone = INT64_MIN;  ///< the last sailing that was
  Time closed_since = never;
};

}  // namespace restock::twin
