// A value as one line of YAML, for labels.
#pragma once

#include "input/node.hpp"

#include <string>

namespace restock {

/// A scalar as it was written, anything else in flow notation; `~` for nothing.
std::string one_line(const Node& node);

}  // namespace restock
