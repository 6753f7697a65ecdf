// Demand that moves at random: levels, common shocks, promotions, bursts and viral demand, on the grid of the
// blueprint.
#pragma once

#include "twin/draft.hpp"

namespace restock {

/// Sets the last stream of the draft in motion, and adds the streams of its surges behind it.
void move_demand(Draft& draft, Time grain);

}  // namespace restock
