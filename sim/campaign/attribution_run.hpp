// Runs the causes of a plan, on and off, on the same customers, and puts the outcomes down to them. The result depends
// on the plan alone, never on threads. Used by app/.
#pragma once

#include "campaign/attribution_plan.hpp"
#include "campaign/settings.hpp"
#include "output/attribution.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace restock {

struct AttributionRun {
  Attribution found;  ///< not of a shard
  std::string path;   ///< of the result or shard
  RunFacts facts;
  bool stopped = false;         ///< a stop was asked for: what is finished is kept, where there is a path
  std::size_t cells = 0;        ///< of the attribution or the shard
  std::size_t found_cells = 0;  ///< of them kept by earlier attempts
  std::size_t done = 0;         ///< of them run now
  std::uint64_t customers = 0;
};

/// With a path, work lies in `path`.parts until it is done, and the same call goes on from there. Throws ResultError,
/// ModelFailed and ContractBroken.
AttributionRun run_attribution(const AttributionPlan& plan, const ShardSettings& settings);

/// By coalition: values [outcome × replications + replication]; NaN in replications that did not run it.
using CoalitionValues = std::map<Coalition, std::vector<double>>;

/// The shares, from what was run. Throws ContractBroken when they do not add up.
Attribution attribute(const AttributionAxes& axes, const CoalitionPlan& coalitions, const CoalitionValues& values,
                      std::size_t replications);

}  // namespace restock
