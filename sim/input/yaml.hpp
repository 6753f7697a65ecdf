// YAML text to located nodes, with every trap of the YAML library closed. Used by load.cpp and patch.cpp.
#pragma once

#include "input/node.hpp"
#include "input/report.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace restock {

inline constexpr int deepest_nesting = 100;
inline constexpr std::size_t most_copied_nodes = 1'000'000;

/// One YAML document. Problems of form (a key twice, a tag) are reported and the tree is kept, so that the rest can be
/// checked too; nullopt when there is no tree to keep. The text must be valid UTF-8 without control characters.
std::optional<Node> parse_yaml(std::string_view text, std::uint32_t file, Report& report);

/// Reports bad UTF-8 and control characters; false when there are any.
bool check_characters(std::string_view text, std::uint32_t file, Report& report);

}  // namespace restock
