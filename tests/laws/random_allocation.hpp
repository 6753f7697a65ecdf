// Who gets the stock, at random.
#pragma once

#include "twin/draft.hpp"

namespace restock::laws {

/// Critical levels, reserves and shared orders at some points.
void add_random_allocation(Draft& b, Time grain);

}  // namespace restock::laws
