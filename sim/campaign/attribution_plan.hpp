// From a scenario file to causes that can be switched off, each and together: read, checked, ready to run. Used by
// app/.
#pragma once

#include "campaign/coalitions.hpp"
#include "campaign/plan.hpp"
#include "input/attribution.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace restock {

struct AttributedCause {
  std::string name;
  std::vector<Patch> off;
};

/// What is put down to causes: a metric, or a sum of several.
struct AttributedOutcome {
  std::string name, unit;
  std::vector<std::size_t> metrics;  ///< indices into `metrics()`
};

struct AttributionPlan {
  Document document;  ///< with the patches of the command line and of the alternative
  std::vector<AttributedCause> causes;
  std::vector<AttributedOutcome> outcomes;
  std::size_t permutations = 1;
  FrozenOutlooks levels;  ///< of the whole scenario: what levels are set by, whatever is switched off
  CoalitionPlan coalitions;
  ResultHeader header;  ///< its alternatives are the coalitions that are kept
  std::string scenario_text;
  std::string overrides;

  /// Of a coalition of causes that are on: `base`, `without NAME`, `ordinary` (none).
  std::string name_of(Coalition on) const;
};

/// Reads and checks everything: the causes and every combination of them that is going to run. All problems are
/// collected; nullopt when one is an error. `alternative`: of the scenario, `base` as written.
std::optional<AttributionPlan> make_attribution(const std::string& path, const PlanSettings& settings,
                                                const std::string& alternative, Issues& issues, Document& document);

/// The scenario with only these causes on. Nothing where it is not valid, which make_attribution has ruled out.
std::optional<Variant> make_coalition(const AttributionPlan& plan, Coalition on, Issues& issues);

}  // namespace restock
