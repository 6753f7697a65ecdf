// A few cells of a sweep, run to tell how long it will take and how large its result will be. Used by app/.
#pragma once

#include "campaign/sweep_plan.hpp"

#include <cstddef>

namespace restock {

struct Pilot {
  std::size_t cells = 0;            ///< run
  double seconds_per_cell = 0.0;    ///< on one thread
  double seconds_to_compile = 0.0;  ///< an alternative at a design point
  double total_seconds = 0.0;       ///< of the whole sweep on one thread
  double bytes = 0.0;               ///< of the numbers of the result, before compression
};

/// Runs the first replication at the first, the middle and the last design point, of each alternative up to
/// `most_cells` cells. Throws ModelFailed and ContractBroken.
Pilot fly_pilot(const SweepPlan& plan, std::size_t most_cells = 12);

}  // namespace restock
