// When vessels of a lane sail: a timetable, counted from its first sailing, and what one vessel takes. Read by engine
// and compile; pure.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

#include <cstdint>

namespace restock {

/// Sailing k leaves at first + k·every. Numbers are absolute (below zero in the warm-up), so they address draws.
struct Sailings {
  Time every = week;
  Time first = 0;
  Quantity capacity = unlimited;  ///< units that one vessel takes, all products of the lane together
  double missed = 0.0;            ///< probability that a sailing is blank: all its cargo rolls to the next

  /// The first sailing not before `at`.
  constexpr std::int64_t at_or_after(Time at) const { return bucket_of(at - first + every - 1, every); }
  constexpr Time time_of(std::int64_t sailing) const { return first + sailing * every; }
};

/// How the address of a draw tells sailings apart.
constexpr std::uint64_t sailing_address(std::int64_t sailing) { return static_cast<std::uint64_t>(sailing); }

}  // namespace restock
