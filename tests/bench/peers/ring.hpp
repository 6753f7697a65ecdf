// A first-in, first-out queue in one piece of memory. For the bare loops only.
#pragma once

#include <cstddef>
#include <vector>

namespace restock::bench {

template <typename T>
class Ring {
 public:
  bool empty() const { return first_ == last_; }
  std::size_t size() const { return last_ - first_; }
  T& front() { return cells_[first_ & (cells_.size() - 1)]; }
  T& operator[](std::size_t i) { return cells_[(first_ + i) & (cells_.size() - 1)]; }
  void pop() { ++first_; }
  void push(const T& value) {
    if (size() == cells_.size()) grow();
    cells_[last_++ & (cells_.size() - 1)] = value;
  }
  /// Takes one out of the middle.
  void erase(std::size_t i) {
    for (; i + 1 < size(); ++i) (*this)[i] = (*this)[i + 1];
    --last_;
  }

 private:
  void grow() {
    std::vector<T> larger(2 * cells_.size());
    const std::size_t count = size();
    for (std::size_t i = 0; i < count; ++i) larger[i] = (*this)[i];
    cells_.swap(larger);
    first_ = 0;
    last_ = count;
  }

  std::vector<T> cells_ = std::vector<T>(16);  ///< a power of two
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

}  // namespace restock::bench
