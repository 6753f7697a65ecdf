// What the readers of plain numbers and of numbers with units share. Used by numbers.cpp and scalars.cpp only.
#pragma once

#include "input/scalars.hpp"

#include <string>
#include <string_view>

namespace restock {

/// The text as messages show it.
std::string as_written(std::string_view text);

/// What a text is that is no number, as well as can be told.
Fault no_number(std::string_view text, std::string_view expected);

/// Reads the number at the beginning and leaves the rest, trimmed.
bool leading_number(std::string_view text, double& value, std::string_view& number, std::string_view& rest,
                    std::string_view expected, Fault& fault);

}  // namespace restock
