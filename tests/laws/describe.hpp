// A blueprint in words, short enough to trace by hand when engine and twin disagree.
#pragma once

#include "engine/blueprint.hpp"

#include <string>

namespace restock {

std::string describe(const Blueprint& blueprint);

}  // namespace restock
