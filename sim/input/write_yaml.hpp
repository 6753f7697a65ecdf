// Values and texts as YAML.
#pragma once

#include "input/node.hpp"

#include <string>

namespace restock {

/// A scalar as it was written, anything else in flow notation; `~` for nothing.
std::string one_line(const Node& node);

/// A text between double quotes, whatever is in it.
std::string double_quoted(const std::string& text);

}  // namespace restock
