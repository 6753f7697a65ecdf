// Levels that are not those of the rules: of a stock point where they are set anew as the run goes on. A side table of
// the State: one for each LevelPlan.
#pragma once

#include "measure/level_facts.hpp"
#include "policy/set_levels.hpp"

namespace restock {

struct LevelState {
  Policy policy{};  ///< with the levels in force
  LeadTimes leads{};
  LevelFacts facts{};
};

}  // namespace restock
