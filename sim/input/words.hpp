// Help with words: the nearest known word, and lists of words in messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, changes, swaps of neighbours.
std::size_t typing_distance(std::string_view a, std::string_view b);

/// The known word that was probably meant; empty when none is near.
std::string_view nearest_word(std::string_view written, const std::vector<std::string_view>& known);

/// `did you mean min_max?`, or else `known: a, b, c`.
std::string hint_among(std::string_view written, const std::vector<std::string_view>& known);

}  // namespace restock
