// Candidates in strips: how a stream whose level moves gets customers who stay the same when the level changes.
//
// Think of customers as points of a Poisson process in (time × height); those below the level come. Strip m holds the
// heights [m, m + 1) and has draws of its own, block by block (a day) from `start`, so that it may be skipped where the
// level does not reach it (J. F. C. Kingman, Poisson Processes, 1993, sections 2.3 and 5.2: thinning and marking).
#pragma once

#include "core/time.hpp"
#include "random/draws.hpp"
#include "random/gaps.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace restock {

/// A customer to come. Numbers of a stream are unique; those of strips have the top bit set.
struct Candidate {
  Time at = never;
  std::uint64_t number = 0;
  friend bool operator<(const Candidate& a, const Candidate& b) {
    return a.at != b.at ? a.at < b.at : a.number < b.number;
  }
  friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// Strips above this are cut off: no level is so high.
inline constexpr std::uint32_t most_strips = 120;

/// Addresses the draws of one strip in one block: candidate k has word k of its bulk draws.
constexpr std::uint64_t block_number(std::uint32_t strip, std::int64_t block) {
  return (std::uint64_t{1} << 23U) | (static_cast<std::uint64_t>(strip) << 16U) |
         static_cast<std::uint64_t>(block + 32768);
}
/// The number of candidate k of a block.
constexpr std::uint64_t strip_customer(std::uint32_t strip, std::int64_t block, std::uint64_t k) {
  return (block_number(strip, block) << 40U) | k;
}

/// Where the draws of a customer of a strip are, by his number.
struct StripPlace {
  std::uint64_t nth = 0;
  std::uint32_t strip = 0;
  std::uint64_t k = 0;
};
constexpr StripPlace place_in_strips(std::uint64_t number) {
  const std::uint64_t nth = number >> 40U;
  return {nth, static_cast<std::uint32_t>(nth >> 16U & 0x7fU), number & ((std::uint64_t{1} << 40U) - 1)};
}

/// How many strips a level of `most` reaches.
inline std::uint32_t strips_below(double most) {
  if (!(most > 0.0)) return 0;
  if (most >= static_cast<double>(most_strips)) return most_strips;
  const auto whole = static_cast<std::uint32_t>(most);
  return static_cast<double>(whole) < most ? whole + 1 : whole;
}

struct StripSource {
  std::uint64_t seed = 0;
  std::uint64_t replication = 0;
  std::uint64_t who = 0;
  double mean_gap = 1.0;  ///< of the candidates of a strip, in ticks
  Time block = day;       ///< length of a block
};

/// Appends the customers of a strip in one block that fall within [from, until): candidates k with
/// strip + u < level(time).
void strip_customers(const StripSource& source, std::uint32_t strip, std::int64_t block, Time from, Time until,
                     auto&& level, std::vector<Candidate>& out) {
  const std::uint64_t nth = block_number(strip, block);
  BulkGaps gaps(source.seed, source.replication, source.who, Purpose::strip_gap, nth);
  BulkDraws keeps(source.seed, source.replication, source.who, Purpose::keep, nth);
  const Time end = std::min(until, (block + 1) * source.block);
  Time at = block * source.block;
  for (std::uint64_t k = 0;; ++k) {
    at = later(at, to_ticks(gaps.gap(k) * source.mean_gap));
    if (at >= end) return;
    if (at >= from && static_cast<double>(strip) + keeps.uniform(k) < level(at))
      out.push_back({at, strip_customer(strip, block, k)});
  }
}

}  // namespace restock
