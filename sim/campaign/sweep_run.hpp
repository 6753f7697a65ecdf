// Runs the cells of a sweep, or of one shard of it, that nobody has run yet, and writes the result, or the shard, once
// all are there. Killed at any moment it can be started again and ends with the same result. Used by app/.
#pragma once

#include "campaign/replicate.hpp"
#include "campaign/shard.hpp"
#include "campaign/sweep_plan.hpp"
#include "output/cell_values.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace restock {

struct SweepSettings {
  std::string output;  ///< the result; work lies in `output`.parts meanwhile
  Shard shard;         ///< count 0: everything
  unsigned threads = 0;
  bool force = false;                ///< begin anew, and replace an existing result; not for a shard
  double checkpoint_seconds = 30.0;  ///< finished cells are kept at least so often
  std::string command_line;
  std::function<void(std::size_t done, std::size_t total)> progress;  ///< called from the workers, one at a time
  std::stop_token stop;  ///< asked for: finished cells are kept, no new one begins
};

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

/// Throws ResultError, ModelFailed and ContractBroken.
SweepOutcome run_sweep(const SweepPlan& plan, const SweepSettings& settings);

/// Runs one cell. For pilots.
CellValues run_cell(const SweepPlan& plan, const SweepVariant& variant, std::size_t replication, State& state,
                    std::uint64_t& customers);

}  // namespace restock
