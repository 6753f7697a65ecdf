// Runs the cells of a sweep, or of one shard of it, that nobody has run yet, and writes the result, or the shard, once
// all are there. Killed at any moment it can be started again and ends with the same result. Used by app/.
#pragma once

#include "campaign/replicate.hpp"
#include "campaign/settings.hpp"
#include "campaign/sweep_plan.hpp"
#include "output/cell_values.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace restock {

struct SweepOutcome {
  std::string path;             ///< of the result or shard
  bool stopped = false;         ///< a stop was asked for; what is finished is kept
  bool was_there = false;       ///< the result or shard was complete before
  std::uint64_t cells = 0;      ///< of the sweep or shard
  std::uint64_t found = 0;      ///< of them kept by earlier attempts
  std::uint64_t done = 0;       ///< of them run now
  std::uint64_t customers = 0;  ///< simulated now
  double wall_seconds = 0.0;
  unsigned threads = 1;
};

/// Forcing is not for a shard. Throws ResultError, ModelFailed and ContractBroken.
SweepOutcome run_sweep(const SweepPlan& plan, const ShardSettings& settings);

/// Runs one cell. For pilots.
CellValues run_cell(const SweepPlan& plan, const SweepVariant& variant, std::size_t replication, State& state,
                    std::uint64_t& customers);

}  // namespace restock
