// Makes `gamma(mean: 18 d, cv: 0.25)` pass through a YAML parser: inside such calls the characters that mean something
// to YAML are replaced, one byte for one, by control characters (which no input may contain), and put back afterwards.
// Also finds quotes that never close. Used by yaml.cpp only.
#pragma once

#include "input/report.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace restock {

struct Masked {
  std::string text;                                     ///< same length, same lines, same columns
  std::vector<std::pair<std::size_t, Fault>> problems;  ///< with byte offsets
};

Masked mask_calls(std::string_view text);
std::string unmask(std::string_view text);

/// Whether the text reads `word(`…; `length` gets the bytes up to the closing parenthesis, 0 when it never closes.
bool begins_call(std::string_view text, std::size_t& length);

}  // namespace restock
