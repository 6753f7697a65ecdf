// The one way into the engine: run one replication of a Blueprint and get its Record.
#pragma once

#include "engine/blueprint.hpp"
#include "engine/state.hpp"
#include "measure/record.hpp"

#include <cstdint>

namespace restock {

/// Simulates [−warmup, length + drain) and returns what happened. The result depends on (blueprint, seed, replication)
/// only; `state` is storage that may be reused for any blueprint. Ledger rows go to `sink` if there is one.
/// @throws ContractBroken when a conservation law is violated or an instant does not end.
Record run_replication(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication, State& state,
                       LedgerSink* sink = nullptr);

}  // namespace restock
