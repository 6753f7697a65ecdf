// What a planner knows at a stock point whose information is late. A side table of the State: by point, empty where
// nobody's is. The memory is a ring of the snapshots that are on their way to him.
#pragma once

#include "core/rows.hpp"
#include "measure/information_facts.hpp"
#include "policy/information.hpp"

#include <algorithm>
#include <cstdint>

namespace restock {

struct InformationState {
  Snapshot known{};           ///< what he sees
  Time first = never;         ///< instant of snapshot 0; the others follow as the refreshes do
  std::uint64_t taken = 0;    ///< snapshots
  std::uint64_t brought = 0;  ///< snapshots that have come to him
  int frozen = 0;             ///< how many effects keep new data from him
  Quantity placed = 0;        ///< units ordered since the clock's start
  Rows ring{};                ///< into SideTables::snapshots
  InformationFacts facts{};

  Time instant_of(std::uint64_t number, const InformationRules& rules) const {
    return first < never ? later(first, static_cast<Time>(number) * rules.refresh.every.ticks) : never;
  }
  std::uint32_t slot_of(std::uint64_t number) const {
    return ring.first + static_cast<std::uint32_t>(number % ring.count);
  }
};

}  // namespace restock
