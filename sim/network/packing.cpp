// Packers of sites: whom they pack for, and whether they can keep up.
#include "network/draft.hpp"
#include "network/load.hpp"

#include <string>

namespace restock {

void check_packing(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  std::vector<double> units(scenario.sites.size(), 0.0);
  std::vector<bool> has_customers(scenario.sites.size(), false);
  const std::vector<double> demand = customer_demand(scenario, network, 0, scenario.length.ticks);
  for (std::size_t p = 0; p < network.points.size(); ++p) {
    const std::size_t site = network.points[p].site.index();
    units[site] += demand[p];
    has_customers[site] = has_customers[site] || !network.points[p].streams.empty();
  }
  for (std::size_t s = 0; s < scenario.sites.size(); ++s) {
    const Site& site = scenario.sites[s];
    if (!site.packing) continue;
    const std::string path = "sites." + site.name + ".packing";
    if (!has_customers[s])
      draft.complain.error(site.where, path, "packs_for_nobody", "has packers, and no customer orders there",
                           "what goes to other sites is not packed: leave packing out");
    else if (units[s] > site.packing->per_tick * (1.0 + 1e-9))
      draft.complain.warning(site.where, path, "packing_below_demand",
                             "customers order " + per_day(units[s]) + " on average, and " +
                                 per_day(site.packing->per_tick) + " can be packed",
                             "goods will wait to be packed without end unless sales are lost");
  }
}

}  // namespace restock
