// Huffman codes as deflate (RFC 1951) wants them. Private to output/.
#pragma once

#include <cstdint>
#include <span>

namespace restock {

/// A code and how many bits it has; none: the symbol does not occur.
struct HuffmanCode {
  std::uint16_t bits = 0;  ///< in the order in which they are written, the first of them lowest
  std::uint8_t length = 0;
};

/// Codes for symbols by how often they occur, none longer than `most` bits. At least two symbols have a code, since
/// readers refuse a set that is not complete.
void huffman_codes(std::span<const std::uint32_t> counts, unsigned most, std::span<HuffmanCode> codes);

}  // namespace restock
