// Causes made at random for a random blueprint: every effect, every trigger, overlapping, on the grid of its times.
#pragma once

#include "core/time.hpp"
#include "twin/draft.hpp"

#include <ostream>

namespace restock {

/// Call it when the blueprint has its links and resources.
void add_random_causes(Draft& b, Time grain);

void describe_causes(const Draft& b, std::ostream& out);

}  // namespace restock
