// Goods that are expedited, that become too old, that are too much or written off, at random.
#pragma once

#include "twin/draft.hpp"

namespace restock::laws {

void add_random_expiry(Draft& b, Time grain);

}  // namespace restock::laws
