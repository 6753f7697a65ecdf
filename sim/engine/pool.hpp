// Storage that reuses its slots: indices instead of pointers, no allocation once it has grown to its need.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace restock {

inline constexpr std::uint32_t none = 0xffffffffU;

template <class T>
class Pool {
 public:
  std::uint32_t make(const T& value) {
    if (free_.empty()) {
      slots_.push_back(value);
      return static_cast<std::uint32_t>(slots_.size() - 1);
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    slots_[slot] = value;
    return slot;
  }
  void release(std::uint32_t slot) { free_.push_back(slot); }
  T& operator[](std::uint32_t slot) { return slots_[slot]; }
  const T& operator[](std::uint32_t slot) const { return slots_[slot]; }
  void clear() {
    slots_.clear();
    free_.clear();
  }

 private:
  std::vector<T> slots_;
  std::vector<std::uint32_t> free_;
};

}  // namespace restock
