// A blueprint in words, short enough to trace by hand when engine and twin disagree.
#pragma once

#include "twin/draft.hpp"

#include <string>

namespace restock {

std::string describe(const Draft& blueprint);

}  // namespace restock
