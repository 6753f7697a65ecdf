// The packers of sites. A side table of the State, empty where nobody packs.
#pragma once

#include "core/time.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// Who packs for customers, and until when they are busy.
struct PackingTables {
  std::vector<std::uint32_t> of_point;  ///< into Blueprint::packings, or none
  std::vector<Time> busy_until;
};

}  // namespace restock
