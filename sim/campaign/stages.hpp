// Runs that add replications in blocks until a rule has seen enough. Used by app/.
#pragma once

#include "campaign/run.hpp"
#include "estimate/precision.hpp"
#include "estimate/selection.hpp"

#include <cstddef>
#include <stdexcept>
#include <variant>
#include <vector>

namespace restock {

struct PrecisionTarget {
  std::size_t metric = 0;
  WantedWidth width;
};

/// Until the 95 % interval of every one of these metrics is narrow enough in every alternative.
struct UntilPrecise {
  std::vector<PrecisionTarget> targets;
};

/// Until it is known which alternative is best in this metric, which must have a direction.
struct UntilSelected {
  std::size_t metric = 0;
  double confidence = 0.95;
  double indifference = 0.0;
};

struct StagePlan {
  std::variant<UntilPrecise, UntilSelected> until;
  std::size_t first = least_first_stage;  ///< replications of the first stage
  std::size_t most = 1000;                ///< the maximum, at least `first`
};

/// The rule cannot work with what came out: a metric that is undefined.
struct CannotDecide : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Replications are looked at when all of a block are there, whoever was faster: how many there are in the end depends
/// on the plan alone. The result is that of a plain run of so many replications, plus how it ended
/// (RunFacts::stopping); cells of alternatives that fell out early are absent. The plan becomes that of such a run.
/// Throws as run_plan does, and CannotDecide.
RunResult run_in_stages(Plan& plan, const RunSettings& settings, const StagePlan& stages);

}  // namespace restock
