// Exponential gaps in bulk: the hot path of Poisson arrivals. For demand streams.
#pragma once

#include "random/draws.hpp"
#include "random/math.hpp"

namespace restock {

/// −ln(u): the exponential gap of mean 1 that belongs to one word.
inline double exponential_gap(std::uint64_t word) { return -math::log_of_normal(unit_interval(word)); }

/// Gap n of an entity: bit for bit exponential_gap(word n of its BulkDraws), at half the time. Keeps the gaps around
/// the last one, which is a cache and not state: any order of asking gives the same gaps.
class BulkGaps {
 public:
  BulkGaps(std::uint64_t seed, std::uint64_t replication, std::uint64_t who, Purpose why, std::uint64_t nth = 0)
      : at_{seed, replication, who, why, nth} {}

  double gap(std::uint64_t n) {
    if (n - first_ >= count_) [[unlikely]]
      fill(n);
    return gaps_[n - first_];
  }

 private:
  void fill(std::uint64_t n);

  Address at_;
  std::uint64_t first_ = 0;
  std::uint64_t count_ = 0;
  std::array<double, 8> gaps_{};
};

}  // namespace restock
