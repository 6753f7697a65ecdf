// Planners who forecast, in a random blueprint.
#pragma once

#include "twin/draft.hpp"

#include <ostream>

namespace restock {

/// Some stock points forecast, by any method, with old forecasts, biases and known promotions.
void add_random_forecasts(Draft& blueprint, Time grain);
void describe_forecasts(const Draft& blueprint, std::ostream& out);

}  // namespace restock
