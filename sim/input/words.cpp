// The nearest known word: used by every "did you mean".
#include "input/words.hpp"

#include <algorithm>

namespace restock {

std::size_t typing_distance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> before(width), last(width), row(width);
  for (std::size_t j = 0; j < width; ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j < width; ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string_view nearest_word(std::string_view written, const std::vector<std::string_view>& known) {
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, std::min<std::size_t>(3, (written.size() + 1) / 3)) + 1;
  for (const std::string_view word : known) {
    if (word.size() > written.size() + 3 || written.size() > word.size() + 3) continue;
    const std::size_t distance = typing_distance(written, word);
    if (distance < least) {
      least = distance;
      best = word;
    }
  }
  if (!best.empty() || written.size() < 3) return best;
  for (const std::string_view word : known)  // an abbreviation, or a word written out too far
    if (word.size() >= 3 && (word.starts_with(written) || written.starts_with(word))) return word;
  return best;
}

std::string hint_among(std::string_view written, const std::vector<std::string_view>& known) {
  if (known.empty()) return {};
  if (const std::string_view near = nearest_word(written, known); !near.empty())
    return "did you mean " + std::string(near) + "?";
  constexpr std::size_t shown = 24;
  std::string list = "known: ";
  for (std::size_t i = 0; i < known.size() && i < shown; ++i) list += (i ? ", " : "") + std::string(known[i]);
  if (known.size() > shown) list += ", …";
  return list;
}

}  // namespace restock
