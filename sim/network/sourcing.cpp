// Several lanes to one stock point: rules that choose among them, and policies that need two.
#include "network/draft.hpp"

#include "network/lead.hpp"

#include <algorithm>
#include <string>

namespace restock {

namespace {

struct SourcingFaults {
  Gathered two, shares, alone, sails;
};

/// What the planner says of a lane, from order to receipt.
Time planned_lead(const Draft& draft, std::uint32_t number) {
  const Scenario& scenario = *draft.scenario;
  const Lane& lane = scenario.lanes[number];
  const DraftLane& drawn = draft.lanes[number];
  const Site& sender = scenario.sites[drawn.from];
  const Time making = sender.kind == SiteKind::supplier ? announced_production(sender) : 0;
  const Site* port = drawn.via != nothing ? &scenario.sites[drawn.via] : nullptr;
  return later(later(lane.order_delay.ticks, making), announced_way(lane, port));
}

/// The fast lane of a policy that orders from two; of equals the last.
const Lane& fast_lane(const Draft& draft, const Network& network, const NetworkPoint& point) {
  std::uint32_t fast = network.links[point.sources.first].lane.value;
  for (const NetworkLink& link : point.sources.of(network.links))
    if (planned_lead(draft, link.lane.value) <= planned_lead(draft, fast)) fast = link.lane.value;
  return draft.scenario->lanes[fast];
}

void check_point(const Draft& draft, const Network& network, const NetworkPoint& point, SourcingFaults& faults) {
  const Scenario& scenario = *draft.scenario;
  const ReplenishmentRule& rule = scenario.replenishment[point.replenishment];
  const std::string path = "replenishment." + rule.name;
  const std::string name = draft.name(pair_of(point.site.value, point.product.value));
  if (orders_from_two(rule.policy) && point.sources.count != 2)
    faults.two.add(rule.where, path + ".policy", name,
                   "write two lanes into the site, a slow and a fast one, or name its sites one by one");
  else if (orders_from_two(rule.policy) && fast_lane(draft, network, point).has_route())
    faults.sails.add(rule.where, path + ".policy", name, "let the slow lane be the one with a port or sailings");
  if (!draft.ordering[point.replenishment].looks_at_all) return;
  for (const NetworkLink& link : point.sources.of(network.links))
    if (const Lane& lane = scenario.lanes[link.lane.index()]; lane.share)
      faults.shares.add(lane.where, "lanes." + lane_name(lane) + ".share", name,
                        "remove the shares, or let the rule go `source: by_share`");
  if (!goes_by_share(rule.source) && point.sources.count < 2 && !point.made_here)
    faults.alone.add(rule.where, path + ".source", name, "write a second lane, or leave `source` out");
}

}  // namespace

void check_sourcing(Draft& draft, const Network& network) {
  SourcingFaults faults;
  for (const NetworkPoint& point : network.points)
    if (point.replenishment != no_rule) check_point(draft, network, point, faults);
  faults.two.report(draft.complain, Severity::error, "needs_two_lanes",
                    "is ordered by a policy that needs exactly two lanes to it");
  faults.sails.report(
      draft.complain, Severity::error, "fast_lane_sails",
      "is ordered by a policy that counts on the fast lane's planned lead time, and vessels sail when they do");
  faults.shares.report(draft.complain, Severity::error, "share_not_used",
                       "is ordered by a rule that does not go by the lanes' shares");
  faults.alone.report(draft.complain, Severity::warning, "nothing_to_choose",
                      "has a rule for choosing among lanes, and only one lane leads to it");
}

}  // namespace restock
