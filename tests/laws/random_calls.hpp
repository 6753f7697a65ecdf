// Stock points that call units from others, at random.
#pragma once

#include "twin/draft.hpp"

namespace restock::laws {

void add_random_calls(Draft& b, Time grain);
/// And customers who go elsewhere before they are lost.
void add_random_second_choices(Draft& b);

}  // namespace restock::laws
