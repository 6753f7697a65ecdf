// Storage that reuses its slots: indices instead of pointers, no allocation once it has grown to its need. It grows by
// pages, so that nothing is moved, and a million slots never lie in memory twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace restock {

inline constexpr std::uint32_t none = 0xffffffffU;

template <class T>
class Pool {
 public:
  std::uint32_t make(const T& value) {
    std::uint32_t slot = size_;
    if (free_.empty()) {
      if (slot >> page_bits == pages_.size()) pages_.push_back(std::make_unique<T[]>(page));
      ++size_;
    } else {
      slot = free_.back();
      free_.pop_back();
    }
    (*this)[slot] = value;
    return slot;
  }
  void release(std::uint32_t slot) { free_.push_back(slot); }
  T& operator[](std::uint32_t slot) { return pages_[slot >> page_bits][slot % page]; }
  const T& operator[](std::uint32_t slot) const { return pages_[slot >> page_bits][slot % page]; }
  void clear() {
    size_ = 0;
    free_.clear();
  }

 private:
  static constexpr unsigned page_bits = 9;
  static constexpr std::uint32_t page = 1U << page_bits;

  std::uint32_t size_ = 0;  ///< slots ever used since it was cleared
  std::vector<std::unique_ptr<T[]>> pages_;
  std::vector<std::uint32_t> free_;
};

}  // namespace restock
