// Design points: the combinations of its factors' values at which a sweep looks. Private to campaign/, but for tests.
#pragma once

#include "input/patch.hpp"
#include "input/sweep.hpp"
#include "output/sweep_header.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace restock {

/// A factor and which of its levels each design point has.
struct DesignedFactor {
  Factor factor;
  std::vector<std::uint32_t> level;  ///< by design point: place in factor.levels
};

struct Design {
  DesignKind kind = DesignKind::grid;
  std::size_t points = 0;
  std::vector<DesignedFactor> factors;

  /// What a design point changes.
  std::vector<Patch> patches(std::size_t point) const;
  /// The factors as a result shows them.
  std::vector<FactorColumn> columns() const;
};

/// grid: all combinations, the last factor fastest; zip: first values together, then second ones …; the others sample,
/// addressed by seed and factor. nullopt when a problem was reported, located in `document`.
std::optional<Design> make_design(const SweepSection& section, std::uint64_t seed, const Document& document,
                                  Issues& issues);

}  // namespace restock
