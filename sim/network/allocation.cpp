// Who gets the stock: levels that keep nothing from anybody, and orders that nobody places.
#include "network/draft.hpp"

#include <algorithm>
#include <string>

namespace restock {

namespace {

/// A level or reserve means something only where the stock is.
void check_lanes(Draft& draft) {
  const Scenario& scenario = *draft.scenario;
  for (std::size_t i = 0; i < scenario.lanes.size(); ++i) {
    const Lane& lane = scenario.lanes[i];
    if (lane.critical_level > 0 && scenario.sites[draft.lanes[i].from].kind == SiteKind::supplier)
      draft.complain.error(lane.where, "lanes." + lane_name(lane) + ".critical_level", "level_at_a_supplier",
                           "a supplier is never short, so it keeps nothing back",
                           "critical_level belongs to lanes that start where stock is held");
  }
}

/// A rule for orders is for stock points from which somebody orders.
void check_sharing(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  std::vector<bool> sends(network.points.size(), false);
  for (const NetworkLink& link : network.links)
    if (link.from.valid()) sends[link.from.index()] = true;
  for (std::size_t r = 0; r < scenario.allocation.size(); ++r) {
    const AllocationRule& rule = scenario.allocation[r];
    const DraftScope& scope = draft.allocation[r];
    bool any = false;
    for (std::size_t p = 0; p < sends.size(); ++p)
      any = any || (sends[p] && scope.sites->has(network.points[p].site.value) &&
                    scope.products->has(network.points[p].product.value));
    if (rule.orders && !any)
      draft.complain.error(
          rule.where, "allocation." + rule.name + ".orders", "shared_by_nobody",
          "no other site orders from the stock points that this rule selects",
          "name a site that lanes lead away from; customers are served by priority and critical_level");
  }
}

/// Of two classes at one stock point the lower is meant to leave more to the other.
void check_levels(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  Gathered upside_down;
  for (const NetworkPoint& point : network.points)
    for (const NetworkStream& one : point.streams.of(network.streams))
      for (const NetworkStream& other : point.streams.of(network.streams)) {
        const DemandEntry& higher = scenario.demand[one.entry.index()];
        const CustomerRules& lower = scenario.demand[other.entry.index()].customers;
        if (!one.is_base() || !other.is_base() || higher.customers.priority <= lower.priority) continue;
        if (higher.customers.critical_level > lower.critical_level)
          upside_down.add(higher.where, "demand." + higher.name + ".critical_level",
                          draft.name(pair_of(point.site.value, point.product.value)),
                          "give the level to the class of lower priority");
      }
  upside_down.report(draft.complain, Severity::warning, "level_upside_down",
                     "keeps stock from a class of higher priority that a lower class may take");
}

}  // namespace

void check_allocation(Draft& draft, const Network& network) {
  check_lanes(draft);
  check_sharing(draft, network);
  check_levels(draft, network);
}

}  // namespace restock
