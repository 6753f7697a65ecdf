// What a replication knows of goods on their way to a point that may be expedited. Part of engine/state.hpp.
#pragma once

#include <cstdint>
#include <vector>

namespace restock {

struct ExpeditingState {
  std::vector<std::uint32_t> usual;  ///< shipments that may be, in the order in which they were dispatched
  std::vector<std::uint32_t> fast;   ///< and those that have been
};

}  // namespace restock
