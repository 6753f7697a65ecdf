// Several lanes to one point, at random.
#pragma once

#include "twin/draft.hpp"

namespace restock::laws {

/// How some points choose among their lanes, and policies that order from two of them.
void add_random_sourcing(Draft& b, Time grain);

}  // namespace restock::laws
