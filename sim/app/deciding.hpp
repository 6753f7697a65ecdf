// What --precision, --select and --warmup ask for, checked: first by itself, then against a scenario. For the verb
// `run`.
#pragma once

#include "app/command.hpp"
#include "campaign/find_warm_up.hpp"
#include "campaign/stages.hpp"

#include <string>
#include <vector>

namespace restock {

/// Whether the command adds replications.
inline bool adds_replications(const Command& command) { return !command.precision.empty() || !command.select.empty(); }

/// Whether all that can be told without a scenario is right; says what is wrong where it is not.
bool check_deciding(const Command& command);

/// The series that --warmup detect looks at.
std::vector<WatchedSeries> watched_metrics(const Command& command);

/// For a scenario. Throws Refused where it does not fit.
StagePlan stage_plan(const Command& command, const std::string& path, const Plan& plan);

}  // namespace restock
