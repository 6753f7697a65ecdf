// Units under way from neighbours to customers. Part of State.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "engine/pool.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// Units that were called for one customer.
struct Call {
  std::uint32_t point = none;     ///< whose customer he is
  std::uint32_t entry = none;     ///< of the customer; none: he has left
  std::uint32_t shipment = none;  ///< what it has become then
  Quantity units = 0;
  Time announced = 0;
};

/// Of a stock point that calls.
struct CallerState {
  std::uint64_t made = 0;                ///< calls whose units took their time
  Quantity waiting = 0;                  ///< customers whose units are under way
  std::vector<std::uint32_t> under_way;  ///< into CallTables::calls, in the order in which they were made
};

/// What a neighbour can spare.
struct Gift {
  std::uint32_t point = 0;
  Quantity units = 0;
};

struct CallTables {
  std::vector<std::uint32_t> caller_of;  ///< by point, into callers, or none; somebody calls
  std::vector<CallerState> callers;      ///< by Blueprint::calls
  std::vector<std::uint32_t> choice_of;  ///< by stream, into Blueprint::second_choices, or none; somebody has one
  Pool<Call> calls;
  std::vector<Gift> gifts;            ///< of the call that is being made
  std::vector<std::uint32_t> givers;  ///< who gave in this event: those who watch their echelons are to be asked
};

}  // namespace restock
