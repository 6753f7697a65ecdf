// Ports, reroutes and timetables for a random blueprint. Used by random_blueprint.cpp only.
#pragma once

#include "twin/draft.hpp"

namespace restock {

/// Adds ports and routes, and gives some links one. Times are multiples of `grain`, so that events tie.
void add_random_ports(Draft& blueprint, Time grain);

}  // namespace restock
