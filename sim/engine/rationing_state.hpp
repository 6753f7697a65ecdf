// What a replication knows of stock that is kept for somebody. Part of engine/state.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

namespace restock {

/// Of a stock point.
struct RationState {
  bool rations = false;   ///< something of what is there may be kept from somebody who waits
  Quantity reserved = 0;  ///< for its channels together
};

/// Of a channel.
struct ReserveState {
  Quantity left = 0;
  Time next = never;  ///< when it is set anew or released
};

}  // namespace restock
