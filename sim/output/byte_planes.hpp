// Numbers taken apart into their bytes, as HDF5's shuffle filter does it: first the lowest byte of each, then the next.
// Mostly all but a few of these planes are one byte over and over, and such a plane is told rather than written out.
// Private to output/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace restock {

struct BytePlane {
  const unsigned char* bytes = nullptr;  ///< none: each is `same`
  unsigned char same = 0;
  std::size_t length = 0;
};

class BytePlanes {
 public:
  /// Of values of 1, 4 or 8 bytes; good until the next call.
  std::span<const BytePlane> split(const void* values, std::size_t width, std::size_t count);

 private:
  template <class Word>
  void split_words(const unsigned char* values, std::size_t count);

  std::vector<unsigned char> store_;
  std::array<BytePlane, 8> planes_{};
};

}  // namespace restock
