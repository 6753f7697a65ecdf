// Chunks of numbers as HDF5's filters shuffle and deflate would store them, at a quarter of the time: zlib is told what
// each plane of bytes is like. Mostly one is a byte over and over, and its packed form is kept; or it is noise, which
// is stored as it is; or runs of bytes, among which zlib need not look for other repeats. Any zlib reads it. Private to
// output/.
#pragma once

#include "output/byte_planes.hpp"

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace restock {

class Deflater {
 public:
  Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater();

  /// Values of 1, 4 or 8 bytes; `row` of them may look like the `row` before, 1: no such thing is known. Whole numbers
  /// decide throughout, so the same values are the same bytes on every processor, with the same zlib. Good until the
  /// next call.
  std::span<const unsigned char> pack(const void* values, std::size_t width, std::size_t count, std::size_t row);

 private:
  enum class Kind : std::uint8_t { noise, runs, repeats };
  using Bytes = std::span<const unsigned char>;
  /// Packed bytes that can go on wherever others have ended, and the checksum of what they are.
  struct Piece {
    std::vector<unsigned char> packed;
    std::uint32_t sum = 0;
  };

  static Kind kind_of(const BytePlane& plane, std::size_t row);
  Bytes bytes_of(const BytePlane& plane);
  const Piece& constant_piece(const BytePlane& plane);
  void add(const BytePlane& plane, std::size_t row);
  void begin(Kind kind, std::size_t bytes);
  void feed(Bytes bytes, bool ends);

  z_stream stream_{};
  BytePlanes planes_;
  std::map<std::pair<std::size_t, unsigned char>, Piece> constant_;  ///< by length and byte
  std::vector<unsigned char> same_;
  std::vector<unsigned char> out_;
  std::uint32_t sum_ = 1;
};

}  // namespace restock
