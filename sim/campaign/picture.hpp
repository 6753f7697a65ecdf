// The picture that a result keeps of its network. Used by the plan.
#pragma once

#include "network/network.hpp"
#include "output/drawn_network.hpp"

#include <vector>

namespace restock {

/// `site_places`: where each site of the scenario is on the result's axis of sites.
DrawnNetwork drawn_network(const Scenario& scenario, const Network& network,
                           const std::vector<std::uint32_t>& site_places);

}  // namespace restock
