// Mean demand rolled up the network: what every stock point and every maker has to get through on average.
#pragma once

#include "network/network.hpp"

#include <vector>

namespace restock {

struct MeanLoad {
  std::vector<double> points;  ///< by PointId: units per tick leaving, to customers, sites and production
  std::vector<double> sites;   ///< by SiteId: units per tick made or supplied there
};

/// Orders of a stream's customers in [from, until), per tick, were its volume 1; of a line of a basket, with it or
/// without.
double orders_per_tick(const DemandEntry& entry, const Network& network, const NetworkStream& stream, Time from,
                       Time until);

/// Units per tick that customers order at each stock point in [from, until).
std::vector<double> customer_demand(const Scenario& scenario, const Network& network, Time from, Time until);

/// By mean arrival rates, mean sizes, shares and bills of material, in topological order (SEMANTICS.md section 12),
/// over [from, until). What is lost, declined or cancelled counts as if it were served; what sites order counts when it
/// is wanted at the end of the chain.
MeanLoad mean_load(const Scenario& scenario, const Network& network, Time from, Time until);
/// Over the measured window.
inline MeanLoad mean_load(const Scenario& scenario, const Network& network) {
  return mean_load(scenario, network, 0, scenario.length.ticks);
}

}  // namespace restock
