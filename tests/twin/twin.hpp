// The twin of the engine: the same law (sim/engine/README.md), one queued event per customer and per deadline, maps
// and lists. Written to be obvious, not fast. For tests and benchmarks only.
#pragma once

#include "measure/record.hpp"
#include "twin/draft.hpp"

#include <cstdint>
#include <vector>

namespace restock {

struct TwinResult {
  Record record;
  std::vector<OrderRow> orders;                  ///< the cohort, by (ended, stream, number)
  std::vector<PromiseRow> promises;              ///< told to the cohort, by (told, stream, number)
  std::vector<ReplenishmentRow> replenishments;  ///< placed in the window, by (placed, point) and order of placing
};

/// @throws ContractBroken when the books do not balance or an instant does not end.
TwinResult run_twin(const Draft& blueprint, std::uint64_t seed, std::uint64_t replication);

}  // namespace restock
