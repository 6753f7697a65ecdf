// Levels that are reviewed, in a random blueprint.
#pragma once

#include "twin/draft.hpp"

#include <ostream>

namespace restock {

/// Some levels of some stock points are set anew from time to time.
void add_random_levels(Draft& blueprint, Time grain);
void describe_levels(const Draft& blueprint, std::ostream& out);

}  // namespace restock
