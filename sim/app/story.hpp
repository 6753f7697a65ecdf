// A traced order as people read it: a line for each thing that happened to it.
#pragma once

#include "campaign/trace.hpp"

#include <string>

namespace restock {

/// Dates are those of the scenario's clock.
std::string story_of(const Variant& variant, const TracedOrder& order);

}  // namespace restock
