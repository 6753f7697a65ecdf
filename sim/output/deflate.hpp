// Chunks of numbers as HDF5's filters shuffle and deflate would store them, at a fraction of zlib's time: of shuffled
// numbers most bytes repeat the one before, or the one a row before, and the rest is either few different bytes, which
// get short codes, or noise, which is stored as it is. Looking for other repeats takes long and gains next to nothing.
// Any zlib reads it. Private to output/.
#pragma once

#include "output/byte_planes.hpp"
#include "output/huffman.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace restock {

class Deflater {
 public:
  /// Values of 1, 4 or 8 bytes; `row` of them may look like the `row` before, 1: no such thing is known. Whole numbers
  /// decide throughout, so the same values are the same bytes on every processor. Good until the next call.
  std::span<const unsigned char> pack(const void* values, std::size_t width, std::size_t count, std::size_t row);

 private:
  /// A byte as it is, or so many that repeat what was `distances[of - 1]` before.
  struct Token {
    std::uint16_t value;  ///< a byte, or a length
    std::uint16_t of;     ///< 0: a byte
  };
  static constexpr std::size_t most_distances = 3;
  struct Repeats;

  void add(const BytePlane& plane, std::size_t row);
  void add_byte(unsigned char byte);
  void add_repeat(std::size_t length, std::size_t of);
  void find_repeats(const BytePlane& plane, std::size_t of_row);
  void end_block();
  void put_codes();
  void put_tokens();
  void store(const BytePlane& plane);
  void put(std::uint64_t bits, unsigned count);
  void make_room(std::size_t bytes);
  void to_whole_byte();

  BytePlanes planes_;
  std::vector<Token> tokens_;
  std::array<std::size_t, most_distances> distances_{1, 256, 1};
  std::array<std::uint32_t, 286> count_{};          ///< of literals, the end, and lengths
  std::array<std::uint32_t, 30> distance_count_{};  ///< by the code of the distance
  std::array<HuffmanCode, 286> codes_{};
  std::array<HuffmanCode, 30> distance_codes_{};

  std::vector<unsigned char> out_;
  std::size_t size_ = 0;    ///< whole bytes written
  std::uint64_t bits_ = 0;  ///< not yet written, and how many: at most 7 between calls of put
  unsigned held_ = 0;
};

}  // namespace restock
