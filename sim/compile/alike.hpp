// Rules of a scenario that say the same of a stock point, so that a table with a row for each of a million stock points
// becomes a table with a row for each of the levels that occur. Used inside compile/ only.
#pragma once

#include "input/scenario.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// For each rule the first that says the same, whatever it selects; itself, where only the reader could tell (scripts,
/// levels that are set by rules, plans).
std::vector<std::uint32_t> first_alike(const std::vector<ReplenishmentRule>& rules);
std::vector<std::uint32_t> first_alike(const std::vector<InitialRule>& rules);

}  // namespace restock
