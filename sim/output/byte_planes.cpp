#include "output/byte_planes.hpp"

#include "core/contract.hpp"

#include <algorithm>
#include <cstring>

namespace restock {

namespace {

template <class Word>
Word word_at(const unsigned char* values, std::size_t i) {
  Word word;
  std::memcpy(&word, values + i * sizeof(Word), sizeof(Word));
  return word;
}

/// The bits in which not all values agree.
template <class Word>
Word differing(const unsigned char* values, std::size_t count) {
  constexpr std::size_t at_once = 8;
  const auto first = word_at<Word>(values, 0);
  Word bits = 0;
  std::size_t i = 0;
  for (; i + at_once <= count; i += at_once)
    for (std::size_t k = 0; k < at_once; ++k) bits |= word_at<Word>(values, i + k) ^ first;
  for (; i < count; ++i) bits |= word_at<Word>(values, i) ^ first;
  return bits;
}

/// Swaps the blocks of `bits` bits above the diagonal of two rows with those below it.
void swap_blocks(std::uint64_t& low, std::uint64_t& high, unsigned bits, std::uint64_t mask) {
  const std::uint64_t moved = ((low >> bits) ^ high) & mask;
  high ^= moved;
  low ^= moved << bits;
}

/// Transposes eight times eight bytes (Warren, Hacker's Delight, 7-3).
void transpose(std::array<std::uint64_t, 8>& rows) {
  for (std::size_t i = 0; i < 4; ++i) swap_blocks(rows[i], rows[i + 4], 32, 0x00000000ffffffffU);
  for (const std::size_t i : {0U, 1U, 4U, 5U}) swap_blocks(rows[i], rows[i + 2], 16, 0x0000ffff0000ffffU);
  for (const std::size_t i : {0U, 2U, 4U, 6U}) swap_blocks(rows[i], rows[i + 1], 8, 0x00ff00ff00ff00ffU);
}

/// All planes at once: what is cheaper as soon as there are more than a few.
void split_all(const unsigned char* values, std::size_t count, unsigned char* to) {
  std::array<std::uint64_t, 8> rows{};
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    for (std::size_t k = 0; k < 8; ++k) rows[k] = word_at<std::uint64_t>(values, i + k);
    transpose(rows);
    for (std::size_t k = 0; k < 8; ++k) std::memcpy(to + k * count + i, &rows[k], 8);
  }
  for (; i < count; ++i)
    for (std::size_t k = 0; k < 8; ++k) to[k * count + i] = values[i * 8 + k];
}

}  // namespace

template <class Word>
void BytePlanes::split_words(const unsigned char* values, std::size_t count) {
  constexpr std::size_t width = sizeof(Word);
  constexpr int few = 3;
  const Word bits = differing<Word>(values, count);
  store_.resize(std::max(store_.size(), width * count));
  int changing = 0;
  for (std::size_t k = 0; k < width; ++k) {
    const bool changes = ((bits >> (8 * k)) & 0xffU) != 0;
    planes_[k] = {changes ? store_.data() + k * count : nullptr, values[k], count};
    changing += changes ? 1 : 0;
  }
  if (width == 8 && changing > few) return split_all(values, count, store_.data());
  for (std::size_t k = 0; k < width; ++k)
    if (planes_[k].bytes != nullptr)
      for (std::size_t i = 0; i < count; ++i) store_[k * count + i] = values[i * width + k];
}

std::span<const BytePlane> BytePlanes::split(const void* values, std::size_t width, std::size_t count) {
  const auto* bytes = static_cast<const unsigned char*>(values);
  if (count == 0) return {};
  if (width == 8) {
    split_words<std::uint64_t>(bytes, count);
  } else if (width == 4) {
    split_words<std::uint32_t>(bytes, count);
  } else {
    require(width == 1, "numbers of a result have 1, 4 or 8 bytes");
    const bool is_same = std::memcmp(bytes, bytes + 1, count - 1) == 0;
    planes_[0] = {is_same ? nullptr : bytes, bytes[0], count};
  }
  return std::span(planes_).first(width);
}

}  // namespace restock
