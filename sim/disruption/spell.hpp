// A spell: a span of time in which a cause is active. And the luck that random spells are drawn with.
#pragma once

#include "core/time.hpp"
#include "random/draws.hpp"

#include <cstdint>

namespace restock {

/// [begin, end). Numbered from 0 in the order of time; a spell of no length keeps its number and is skipped.
struct Spell {
  Time begin = never;  ///< never: there is no further spell
  Time end = never;
  std::uint64_t number = 0;
  int level = 1;  ///< how severe: at level k the cause counts like k causes that overlap
  friend constexpr bool operator==(const Spell&, const Spell&) = default;
};

/// Where the draws of one cause live. `who` is the hash of `disruption/<name>`.
struct SpellLuck {
  std::uint64_t seed = 0;
  std::uint64_t replication = 0;
  std::uint64_t who = 0;
  Draws draws(Purpose why, std::uint64_t nth) const { return Draws({seed, replication, who, why, nth}); }
};

}  // namespace restock
