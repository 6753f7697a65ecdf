// Which causes have to be on together, and in which replication, to put outcomes down to them: all combinations where
// there are few causes, else those on the way of orders that each replication draws. Private to campaign/.
#pragma once

#include "estimate/shapley.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace restock {

/// What a replication draws: an order in which the causes come on, walked forwards and backwards (orders that are
/// opposites err in opposite directions), and whether its pairs are the first and second, third and fourth … of it, or
/// the second and third ….
struct RemovalOrder {
  std::vector<std::size_t> order;  ///< causes
  std::size_t first_pair = 0;      ///< 0 or 1
};

/// Order number `nth` of a replication. Each cause has a draw of its own, so another cause more moves none of them.
RemovalOrder draw_order(std::uint64_t seed, std::uint64_t replication, std::uint64_t nth,
                        const std::vector<std::string>& causes);

/// The coalitions on the way of an order: nobody, the first, the first two …
std::vector<Coalition> chain_of(const std::vector<std::size_t>& order);

/// Two neighbours of an order: who was on before, and the two.
struct Neighbours {
  Coalition before = 0;
  std::size_t first = 0, second = 0;  ///< causes, first < second
};
std::vector<Neighbours> neighbours_of(const RemovalOrder& order);

struct CoalitionPlan {
  std::vector<Coalition> kept;  ///< run in every replication and kept as alternatives: all, all but one, none
  bool exact = true;
  std::vector<std::vector<RemovalOrder>> orders;                 ///< by replication, unless exact
  std::map<Coalition, std::vector<std::size_t>> replications{};  ///< who runs what
};

CoalitionPlan plan_coalitions(const std::vector<std::string>& causes, std::uint64_t seed, std::size_t replications,
                              std::size_t permutations);

}  // namespace restock
