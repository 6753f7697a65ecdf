// The one way into the engine: run one replication of a Blueprint and get its Record.
#pragma once

#include "engine/blueprint.hpp"
#include "engine/history.hpp"
#include "engine/state.hpp"
#include "measure/record.hpp"
#include "script/program.hpp"

#include <cstdint>
#include <utility>

namespace restock {

/// A script that failed at a review: which, where and when.
struct ScriptFailedAt : ScriptFailed {
  ScriptFailedAt(ScriptProblem found, std::uint32_t program_, std::uint32_t point_, Time at_)
      : ScriptFailed(std::move(found)), program(program_), point(point_), at(at_) {}
  std::uint32_t program;
  std::uint32_t point;
  Time at;
};

/// Simulates [−warmup, length + drain) and returns what happened. The result depends on (blueprint, seed, replication)
/// only; `state` is storage that may be reused for any blueprint. Ledger rows go to `sink` if there is one, and what
/// happens to one customer into `watch`.
/// @throws LawBroken when a conservation law is violated, ContractBroken when an instant does not end, ScriptFailedAt.
Record run_replication(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication, State& state,
                       LedgerSink* sink = nullptr, Watch* watch = nullptr);

}  // namespace restock
