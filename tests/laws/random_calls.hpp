// Stock points that call units from others, at random.
#pragma once

#include "twin/draft.hpp"

namespace restock::laws {

void add_random_calls(Draft& b, Time grain);

}  // namespace restock::laws
