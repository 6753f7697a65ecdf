// The engine's history of a blueprint, in the shape of the twin's.
#pragma once

#include "laws/compare.hpp"

#include "engine/run.hpp"

namespace restock::laws {

inline TwinResult run_engine(const Draft& blueprint, std::uint64_t seed, std::uint64_t replication, State& state) {
  KeptRows rows;
  TwinResult engine;
  engine.record = run_replication(pack(blueprint), seed, replication, state, &rows);
  engine.orders = rows.sorted_orders();
  engine.promises = rows.told();
  engine.replenishments = rows.sorted_replenishments();
  return engine;
}

/// How engine and twin differ; empty when they agree.
inline std::string disagreement(const Draft& blueprint, std::uint64_t seed, std::uint64_t replication, State& state) {
  TwinResult twin = run_twin(blueprint, seed, replication);
  TwinResult engine = run_engine(blueprint, seed, replication, state);
  // How far it looked ahead while draining is the engine's own business, with a ledger or without.
  Record shorter = run_replication(pack(blueprint), seed, replication, state);
  if (blueprint.drain > 0) shorter.customers = twin.record.customers = engine.record.customers;
  const std::string difference = first_difference("engine", engine, "twin", twin);
  if (!difference.empty()) return difference;
  // Without a ledger to write the engine takes a shorter way through its customers.
  return first_difference("engine with a ledger", engine.record, "without", shorter);
}

}  // namespace restock::laws
