// Exponential gaps in bulk: the hot path of Poisson arrivals. For demand streams.
#pragma once

#include "random/draws.hpp"
#include "random/math.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace restock {

/// −ln(u): the exponential gap of mean 1 that belongs to one word.
inline double exponential_gap(std::uint64_t word) { return -math::log_of_normal(unit_interval(word)); }

/// Gaps 4 · block … 4 · block + 3 of an address, and those of the block after it.
void gaps_of_block(const Address& at, std::uint64_t block, double* gaps);
void gaps_of_two_blocks(const Address& at, std::uint64_t block, double* gaps, double* next);

/// Gap n of an entity: bit for bit exponential_gap(word n of its BulkDraws), at half the time. Keeps the last `Kept`
/// gaps (a power of two, at least 8) that were asked for in a row, which is a cache and not state: any order of asking
/// gives the same gaps.
template <std::size_t Kept>
class GapWindow {
 public:
  GapWindow() = default;
  GapWindow(std::uint64_t seed, std::uint64_t replication, std::uint64_t who, Purpose why, std::uint64_t nth = 0)
      : at_{seed, replication, who, why, nth} {}

  /// Whose gaps they are from now on; those that are kept stay if they are his.
  void look_at(const Address& at) {
    if (at_ == at) return;
    at_ = at;
    count_ = 0;
  }

  double gap(std::uint64_t n) {
    if (n - first_ >= count_) [[unlikely]]
      fill(n);
    return gaps_[n % Kept];
  }

 private:
  void fill(std::uint64_t n) {
    const std::uint64_t block = n / 4;
    const std::uint64_t begin = block * 4;
    // Whoever walks on will want two blocks; whoever has just jumped here may want a single gap.
    if (count_ != 0 && begin == first_ + count_) {
      gaps_of_two_blocks(at_, block, &gaps_[begin % Kept], &gaps_[(begin + 4) % Kept]);
      count_ = std::min<std::uint64_t>(count_ + 8, Kept);
      first_ = begin + 8 - count_;
    } else {
      gaps_of_block(at_, block, &gaps_[begin % Kept]);
      first_ = begin;
      count_ = 4;
    }
  }

  Address at_{};
  std::uint64_t first_ = 0;
  std::uint64_t count_ = 0;
  std::array<double, Kept> gaps_{};
};

/// For whoever walks on and never looks back.
using BulkGaps = GapWindow<8>;

}  // namespace restock
