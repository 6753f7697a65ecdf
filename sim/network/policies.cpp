// What a replenishment policy asks of the customers and of the lots beside it.
#include "network/draft.hpp"

#include <string>
#include <variant>

namespace restock {

namespace {

/// Whoever keeps nothing lives on customers who wait.
void check_customers(const Scenario& scenario, const Network& network, const NetworkPoint& point,
                     const std::string& name, Gathered& nobody_waits, Gathered& no_date) {
  const auto* policy = std::get_if<OrderOnDemand>(&scenario.replenishment[point.replenishment].policy);
  if (policy == nullptr) return;
  for (const NetworkStream& stream : point.streams.of(network.streams)) {
    const DemandEntry& entry = scenario.demand[stream.entry.index()];
    const std::string path = "demand." + entry.name;
    if (!entry.customers.backorders || entry.customers.sees == Sees::shelf)
      nobody_waits.add(entry.where, path + ".backorders", name, "leave backorders out, or keep stock for them");
    else if (policy->collect > 1 && !entry.customers.offer_without_date)
      no_date.add(entry.where, path + ".offer_without_date", name, "state offer_without_date: true, or collect: 1");
  }
}

}  // namespace

void check_policies(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  Gathered nobody_waits;
  Gathered no_date;
  Gathered lots;
  Gathered never_full;
  for (const NetworkPoint& point : network.points) {
    if (point.replenishment == no_rule) continue;
    const ReplenishmentRule& rule = scenario.replenishment[point.replenishment];
    const std::string name = draft.name(pair_of(point.site.value, point.product.value));
    check_customers(scenario, network, point, name, nobody_waits, no_date);
    if (limits_supply(rule.policy) && (rule.lot.minimum > 1 || rule.lot.multiple > 1))
      lots.add(rule.where, "replenishment." + rule.name, name,
               "leave minimum and multiple out; a kanban's lot is its container");
    if (const auto* fixed = std::get_if<FixedOrder>(&rule.policy); fixed != nullptr && !fixed->Q.rule)
      if (rule.lot.apply(fixed->Q) == 0)
        never_full.add(rule.where, "replenishment." + rule.name + ".round_up_from", name, "lower it, or order more");
  }
  nobody_waits.report(draft.complain, Severity::error, "nobody_waits",
                      "is ordered on demand, for customers who do not wait: none of them would ever be served");
  no_date.report(draft.complain, Severity::error, "collects_without_date",
                 "collects orders, so the first customers cannot be told a date, and are offered nothing without one");
  never_full.report(draft.complain, Severity::error, "never_full",
                    "orders the same units at every review, too few to be rounded up: nothing would ever be ordered");
  lots.report(draft.complain, Severity::error, "lots_beyond_the_limit",
              "limits what is on its way, and would exceed it by rounding orders up");
}

}  // namespace restock
