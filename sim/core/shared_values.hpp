// A vector many of whose elements are alike: each distinct value is kept once, and each element by its number. For
// plain numbers that ten million stock points have in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace restock {

template <class T>
class SharedValues {
  static_assert(std::is_trivially_copyable_v<T>, "values are told apart by their bytes");

 public:
  SharedValues() = default;
  SharedValues(std::initializer_list<T> values) {
    for (const T& value : values) push_back(value);
  }

  std::size_t size() const { return which_.size(); }
  void reserve(std::size_t elements) { which_.reserve(elements); }
  const T& operator[](std::size_t element) const { return distinct_[which_[element]]; }
  void push_back(const T& value) {
    const std::string_view bytes(reinterpret_cast<const char*>(&value), sizeof value);
    const auto [at, fresh] =
        known_.try_emplace(std::hash<std::string_view>{}(bytes), static_cast<std::uint32_t>(distinct_.size()));
    std::uint32_t number = at->second;
    if (!fresh && std::memcmp(&distinct_[number], &value, sizeof value) != 0) {  // another with the same hash
      number = static_cast<std::uint32_t>(distinct_.size());
      distinct_.push_back(value);
    } else if (fresh) {
      distinct_.push_back(value);
    }
    which_.push_back(number);
  }
  /// New elements are T{}.
  void resize(std::size_t elements) {
    while (which_.size() < elements) push_back(T{});
    which_.resize(elements);
  }

 private:
  std::vector<T> distinct_;
  std::vector<std::uint32_t> which_;
  std::unordered_map<std::size_t, std::uint32_t> known_;  ///< by hash, into distinct_
};

}  // namespace restock
