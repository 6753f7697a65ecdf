// How a number is held against a bound: what a check of a scenario states and what a judgement answers.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace restock {

enum class Relation : std::uint8_t { at_least, at_most, above, below };

/// As written in a check, by number of the relation.
inline constexpr std::array<std::string_view, 4> relation_signs{">=", "<=", ">", "<"};

constexpr std::string_view to_text(Relation relation) { return relation_signs[static_cast<std::size_t>(relation)]; }

}  // namespace restock
