// One customer order of one replication, with all that happened to it. Used by app/.
#pragma once

#include "campaign/plan.hpp"
#include "engine/history.hpp"
#include "measure/rows.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace restock {

struct TracedOrder {
  OrderRow row;
  std::vector<FactNote> notes;  ///< in the order in which they happened
};

/// Which order: its place in the replication's order ledger, from 0, counting only those that end so if that is stated.
struct OrderChoice {
  std::uint64_t replication = 0;
  std::uint64_t order = 0;
  std::optional<Outcome> outcome;
};

/// Runs the replication twice: once to find the order, once to watch it. nullopt if there are too few, `found` of them.
/// Throws what replicate throws.
std::optional<TracedOrder> trace_order(const ResultHeader& header, const Variant& variant, const OrderChoice& choice,
                                       std::uint64_t& found);

}  // namespace restock
