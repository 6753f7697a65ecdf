// Runs the cells (alternative × replication) of a plan on threads. The result depends on the plan alone, never on how
// many threads there are or in which order they finish. Used by app/.
#pragma once

#include "campaign/plan.hpp"
#include "campaign/replicate.hpp"
#include "campaign/settings.hpp"
#include "output/writer.hpp"

#include <cstdint>

namespace restock {

struct RunResult {
  Results results;
  RunFacts facts;
  bool stopped = false;  ///< a stop was asked for: nothing was kept
  std::uint64_t customers = 0;
};

/// Throws ResultError when the result cannot be kept, ModelFailed, and ContractBroken when a law is broken.
RunResult run_plan(const Plan& plan, const RunSettings& settings);

}  // namespace restock
