// Bare loops: the least that a program written for one workload must do, with the draws of Restock's own addresses, so
// that its facts are the same to the last unit and tick. For bench_peers only.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "core/wide.hpp"
#include "random/address.hpp"

#include <cstdint>
#include <span>

namespace restock::bench {

/// Where the draws of a workload live.
struct Spot {
  std::uint64_t seed = 1;
  std::uint64_t replication = 0;
  std::uint64_t stream = 0;    ///< who draws arrivals, sizes and patience
  std::uint64_t resource = 0;  ///< who draws production times
  Address at(Purpose why, std::uint64_t nth) const { return {seed, replication, stream, why, nth}; }
};

inline constexpr Wide not_counted = -1;

/// What a loop and Restock have to agree on, summed over the network; integrals in unit × tick over [0, length).
struct Facts {
  Quantity demand = 0;
  Quantity filled = 0;
  Quantity shipped_from_backorder = 0;
  Quantity cancelled = 0;
  Quantity lost = 0;
  Quantity orders = 0;  ///< for replenishment
  Wide on_hand = 0;
  Wide backlog = 0;
  Wide in_transit = 0;
  Wide wait = not_counted;  ///< of what was shipped from backorder
};

/// W1a: (s,S) for unit customers.
Facts bare_min_max(const Spot& spot, Time length);
/// W4: the same with five places to wait and patience.
Facts bare_reneging(const Spot& spot, Time length);
/// W1b: one node, seen and ordered before received and served.
Facts bare_node(const Spot& spot, Time length);
/// W2: four of them in series.
Facts bare_chain(const Spot& spot, Time length);
/// Who is served first where a node of W3 has not enough: its successors in their order, each with what it waits for
/// and what it orders now, or whoever waits longest.
enum class Turn : std::uint8_t { by_successor, first_come };
/// W3: a factory, ten centres, ninety stores; `streams` are those of the stores.
Facts bare_tree(const Spot& spot, std::span<const std::uint64_t> streams, Time length, Turn turn);
/// W5a: M/M/1.
Facts bare_queue(const Spot& spot, Time length);

}  // namespace restock::bench
