// What `inputs: bootstrap` makes of a scenario: which of its inputs are observations, and the scenario with a resample
// of them. Used by campaign/, which compiles each resample as it compiles an alternative.
#pragma once

#include "core/issue.hpp"
#include "input/scenario.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace restock {

/// Observations that are resampled together. The same list in several places is one input: it was observed once.
struct ObservedInput {
  std::string name;  ///< of the first place, or the file of a trace; its draws belong to it
  std::uint64_t observations = 0;
  bool blocks = false;  ///< they are blocks of a trace
};

/// What a scenario that states `inputs` resamples. Whatever else is random and stays as it is written is told to
/// `issues`, at its place; with `needed` it is an error when nothing is left to resample,
/// and traces that are replayed as they are are told, too: so it is for a base, and not for an alternative.
std::vector<ObservedInput> observed_inputs(const Scenario& scenario, Where inputs, bool needed, Issues& issues);

/// The scenario in the world of a resample. What planners know (means, announced times, levels that rules set) stays
/// as observed: the data are all that they have.
Scenario resampled(Scenario scenario, std::uint64_t resample);

}  // namespace restock
