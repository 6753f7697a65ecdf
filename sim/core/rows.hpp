// A slice of a flat array: `first` and `count`, for compressed rows.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace restock {

struct Rows {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  constexpr std::uint32_t end() const { return first + count; }
  constexpr bool empty() const { return count == 0; }

  template <class T>
  std::span<const T> of(const std::vector<T>& all) const {
    return std::span<const T>(all).subspan(first, count);
  }
};

}  // namespace restock
