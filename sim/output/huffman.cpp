#include "output/huffman.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace restock {

namespace {

constexpr std::size_t most_symbols = 288;
constexpr std::size_t most_bits = 15;

struct Leaf {
  std::uint32_t count;
  std::uint16_t symbol;
};

/// The depth of each leaf of Huffman's tree; leaves come by their counts, rising, and there are two or more.
void depths_of(std::span<const Leaf> leaves, std::span<std::uint8_t> depths) {
  // Nodes that are made come by their counts, too: the two least are at the front of one list or the other.
  std::array<std::uint64_t, most_symbols> made{};
  std::array<std::uint16_t, most_symbols> parent_of_leaf{}, parent_of_made{};
  const std::size_t nodes = leaves.size() - 1;
  std::size_t leaf = 0, oldest = 0;
  for (std::size_t node = 0; node < nodes; ++node)
    for (int child = 0; child < 2; ++child) {
      const bool is_leaf = leaf < leaves.size() && (oldest == node || leaves[leaf].count <= made[oldest]);
      made[node] += is_leaf ? leaves[leaf].count : made[oldest];
      (is_leaf ? parent_of_leaf[leaf++] : parent_of_made[oldest++]) = static_cast<std::uint16_t>(node);
    }
  std::array<std::uint8_t, most_symbols> depth_of_made{};
  for (std::size_t node = nodes - 1; node-- > 0;)
    depth_of_made[node] = static_cast<std::uint8_t>(depth_of_made[parent_of_made[node]] + 1);
  for (std::size_t i = 0; i < leaves.size(); ++i)
    depths[i] = static_cast<std::uint8_t>(depth_of_made[parent_of_leaf[i]] + 1);
}

std::uint16_t reversed(unsigned code, unsigned length) {
  unsigned turned = 0;
  for (unsigned i = 0; i < length; ++i) turned |= (code >> i & 1U) << (length - 1 - i);
  return static_cast<std::uint16_t>(turned);
}

/// Codes of one length follow each other by their symbols, shorter ones come first (RFC 1951, 3.2.2).
void number_codes(std::span<HuffmanCode> codes) {
  std::array<unsigned, most_bits + 1> of_length{}, next{};
  for (const HuffmanCode& code : codes) ++of_length[code.length];
  of_length[0] = 0;
  for (std::size_t length = 1; length <= most_bits; ++length)
    next[length] = (next[length - 1] + of_length[length - 1]) << 1U;
  for (HuffmanCode& code : codes)
    if (code.length > 0) code.bits = reversed(next[code.length]++, code.length);
}

}  // namespace

void huffman_codes(std::span<const std::uint32_t> counts, unsigned most, std::span<HuffmanCode> codes) {
  std::array<Leaf, most_symbols> store{};
  std::size_t used = 0;
  for (std::size_t symbol = 0; symbol < counts.size(); ++symbol) {
    codes[symbol] = {};
    if (counts[symbol] > 0) store[used++] = {counts[symbol], static_cast<std::uint16_t>(symbol)};
  }
  for (std::uint16_t symbol = 0; used < 2; ++symbol)
    if (counts[symbol] == 0) store[used++] = {1, symbol};
  const std::span leaves = std::span(store).first(used);
  std::array<std::uint8_t, most_symbols> depths{};
  const auto rarer = [](const Leaf& a, const Leaf& b) {
    return a.count != b.count ? a.count < b.count : a.symbol < b.symbol;
  };
  for (;;) {
    std::sort(leaves.begin(), leaves.end(), rarer);
    depths_of(leaves, depths);
    if (*std::max_element(depths.begin(), depths.begin() + static_cast<std::ptrdiff_t>(used)) <= most) break;
    // Nearer to each other they lie less deep; it is seldom, so the best codes of that length are not looked for.
    for (Leaf& leaf : leaves) leaf.count = leaf.count / 2 + 1;
  }
  for (std::size_t i = 0; i < used; ++i) codes[leaves[i].symbol].length = depths[i];
  number_codes(codes);
}

}  // namespace restock
