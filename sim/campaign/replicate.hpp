// One replication of one variant: run, its facts checked, and what goes wrong told with the names of the place. Used by
// whoever runs cells and whoever traces an order.
#pragma once

#include "campaign/plan.hpp"
#include "engine/run.hpp"

#include <cstdint>
#include <stdexcept>

namespace restock {

/// The user's model failed while it ran: a script of his, as far as is known today.
struct ModelFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws ContractBroken when a conservation law is broken or an instant does not end, and ModelFailed.
Record replicate(const ResultHeader& header, const Variant& variant, std::uint64_t replication, State& state,
                 LedgerSink* sink = nullptr, Watch* watch = nullptr);

}  // namespace restock
