// Runs the cells (alternative × replication) of a plan on threads. The result depends on the plan alone, never on how
// many threads there are or in which order they finish. Used by app/.
#pragma once

#include "campaign/plan.hpp"
#include "campaign/replicate.hpp"
#include "output/writer.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace restock {

struct RunSettings {
  unsigned threads = 0;           ///< 0: as many as the machine has
  std::string path;               ///< result file; empty: results are kept in memory only
  bool force = false;             ///< replace an existing result
  std::vector<std::int8_t> only;  ///< by cell, whether it is run; empty: all are. The others are absent in the result
  std::string command_line;
  std::function<void(std::size_t done, std::size_t total)> progress;  ///< called from the workers, one at a time
  std::stop_token stop;                                               ///< asked for: no new cell begins
};

struct RunResult {
  Results results;
  RunFacts facts;
  bool stopped = false;  ///< a stop was asked for: nothing was kept
  std::uint64_t customers = 0;
};

/// Throws ResultError when the result cannot be kept, ModelFailed, and ContractBroken when a law is broken.
RunResult run_plan(const Plan& plan, const RunSettings& settings);

}  // namespace restock
