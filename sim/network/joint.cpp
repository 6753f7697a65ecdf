// Which products are ordered together: what one site orders by can_order from one other.
#include "network/draft.hpp"

#include <map>
#include <string>
#include <utility>
#include <variant>

namespace restock {

void find_joint_orders(Draft& draft, Network& network) {
  const Scenario& scenario = *draft.scenario;
  Gathered several;
  std::map<std::pair<std::uint32_t, std::string>, std::vector<PointId>> groups;  // by site, and where it orders from
  for (std::uint32_t i = 0; i < network.points.size(); ++i) {
    const NetworkPoint& point = network.points[i];
    if (point.replenishment == no_rule) continue;
    const ReplenishmentRule& rule = scenario.replenishment[point.replenishment];
    if (!std::holds_alternative<CanOrder>(rule.policy) || point.made_here) continue;
    if (point.sources.count > 1)
      several.add(rule.where, "replenishment." + rule.name + ".from",
                  draft.name(pair_of(point.site.value, point.product.value)),
                  "say which of them it orders from (`from`)");
    const std::string from =
        point.sources.empty() ? "" : scenario.lanes[network.links[point.sources.first].lane.index()].from.name;
    groups[{point.site.value, from}].emplace_back(i);
  }
  for (auto& [key, members] : groups)
    if (members.size() > 1) network.joint_orders.push_back(std::move(members));
  several.report(draft.complain, Severity::error, "joint_with_many",
                 "joins orders of other products, and has several sites to order from");
}

}  // namespace restock
