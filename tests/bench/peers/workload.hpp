// A workload as Restock runs it: a scenario of tests/theory/cases, read and compiled like any other. For bench_peers.
#pragma once

#include "bench/peers/bare.hpp"
#include "compile/compile.hpp"
#include "engine/state.hpp"

#include <string>
#include <vector>

namespace restock::bench {

/// The scenario of that name without its warm-up and drain, as a blueprint with totals only.
Compiled compiled_case(const std::string& name);

struct Ran {
  std::vector<Facts> facts;  ///< by replication
  std::uint64_t events = 0;
};

Ran run_case(const Compiled& what, std::uint64_t replications, State& state);

/// Whether they say the same, but for what the loop does not count.
bool agree(const std::vector<Facts>& loop, const std::vector<Facts>& restock);

}  // namespace restock::bench
