// Where the boxes of a picture stand within their columns. Used by the drawings.
#pragma once

#include "network/picture.hpp"

#include <vector>

namespace restock {

/// The row of each box, from 0, in steps of at least one within a column: boxes near what they are connected to.
std::vector<double> rows_of(const Picture& picture);

}  // namespace restock
