// Runs the causes of a plan, on and off, on the same customers, and puts the outcomes down to them. The result depends
// on the plan alone, never on threads. Used by app/.
#pragma once

#include "campaign/attribution_plan.hpp"
#include "campaign/run.hpp"
#include "output/attribution.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace restock {

struct AttributionRun {
  Attribution found;
  RunFacts facts;
  bool stopped = false;  ///< a stop was asked for: nothing was kept
  std::size_t cells = 0;
  std::uint64_t customers = 0;
};

/// Throws ResultError, ModelFailed and ContractBroken.
AttributionRun run_attribution(const AttributionPlan& plan, const RunSettings& settings);

/// By coalition: values [outcome × replications + replication]; NaN in replications that did not run it.
using CoalitionValues = std::map<Coalition, std::vector<double>>;

/// The shares, from what was run. Throws ContractBroken when they do not add up.
Attribution attribute(const AttributionAxes& axes, const CoalitionPlan& coalitions, const CoalitionValues& values,
                      std::size_t replications);

}  // namespace restock
