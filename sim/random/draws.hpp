// Addressed random words: a stream of 64-bit words that belongs to one address, and bulk words for one-word samplers.
#pragma once

#include "random/address.hpp"

#include <Random123/philox.h>

#include <array>
#include <cstdint>

namespace restock {

/// One block of four words at (address, block number).
inline std::array<std::uint64_t, 4> random_block(const Address& at, std::uint64_t block) {
  const r123::Philox4x64::ctr_type counter{{block, at.nth, at.replication, static_cast<std::uint64_t>(at.why)}};
  const r123::Philox4x64::key_type key{{at.seed, at.who}};
  const r123::Philox4x64::ctr_type words = r123::Philox4x64{}(counter, key);
  return {words[0], words[1], words[2], words[3]};
}

/// Uniform in (0, 1), never 0 and never 1: the midpoints of 2^52 equal cells.
constexpr double unit_interval(std::uint64_t word) { return (static_cast<double>(word >> 12U) + 0.5) * 0x1p-52; }

/// The words of one variate. A UniformRandomBitGenerator, so Boost.Random can draw from it.
class Draws {
 public:
  using result_type = std::uint64_t;
  explicit Draws(const Address& at) : at_(at) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return ~result_type{0}; }
  result_type operator()() { return next(); }

  std::uint64_t next() {
    if (used_ == 4) {
      words_ = random_block(at_, block_++);
      used_ = 0;
    }
    return words_[used_++];
  }
  double uniform() { return unit_interval(next()); }

 private:
  Address at_;
  std::array<std::uint64_t, 4> words_{};
  std::uint64_t block_ = 0;
  unsigned used_ = 4;
};

/// Word n of an entity's bulk stream (word n mod 4 of block n div 4; nth 0 unless the entity has several): for samplers
/// that take exactly one word. Keeps the block of the last word, which is a cache and not state.
class BulkDraws {
 public:
  BulkDraws(std::uint64_t seed, std::uint64_t replication, std::uint64_t who, Purpose why, std::uint64_t nth = 0)
      : at_{seed, replication, who, why, nth} {}

  std::uint64_t word(std::uint64_t n) {
    const std::uint64_t block = n >> 2U;
    if (block != block_) {
      words_ = random_block(at_, block);
      block_ = block;
    }
    return words_[n & 3U];
  }
  double uniform(std::uint64_t n) { return unit_interval(word(n)); }

 private:
  Address at_;
  std::array<std::uint64_t, 4> words_{};
  std::uint64_t block_ = ~std::uint64_t{0};
};

}  // namespace restock
