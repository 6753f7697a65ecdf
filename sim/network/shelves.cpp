// Stock in two places: shelves that could never be refilled, and customers for whom a shelf makes no sense.
#include "network/draft.hpp"

#include <string>
#include <variant>

namespace restock {

namespace {

/// The shelf's level, where a refill has one.
Quantity level_of(const Refill& refill) {
  const auto* below = std::get_if<RefillWhenBelow>(&refill);
  return below != nullptr ? below->units : 0;
}

}  // namespace

void check_shelves(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  Gathered half;
  Gathered never_full;
  Gathered waits;
  for (const NetworkPoint& point : network.points) {
    const ShelfTerms& terms = network.shelves[point.shelf];
    if (!terms.any()) continue;
    const std::string name = draft.name(pair_of(point.site.value, point.product.value));
    const ShelfRule& rule = last_rule(scenario.shelves, draft.shelves, point);
    const std::string path = "shelves." + rule.name;
    if (!terms.capacity || !terms.refill) {
      half.add(rule.where, path, name, "state both in the rules that select it");
      continue;
    }
    const Quantity most = *terms.capacity;
    if (level_of(*terms.refill) > most || terms.pack.value_or(1) > most)
      never_full.add(rule.where, path, name, "make the shelf larger, or the level or pack smaller");
    for (const NetworkStream& stream : point.streams.of(network.streams)) {
      const DemandEntry& entry = scenario.demand[stream.entry.index()];
      if (entry.customers.sees == Sees::shelf && entry.customers.backorders)
        waits.add(entry.where, "demand." + entry.name + ".backorders", name,
                  "state backorders: false, or sees: record for those who ask");
    }
  }
  half.report(draft.complain, Severity::error, "half_a_shelf", "needs both the capacity of its shelf and its refill");
  never_full.report(draft.complain, Severity::error, "shelf_too_small",
                    "has a shelf with less room than its level or its pack");
  waits.report(draft.complain, Severity::error, "waits_at_a_shelf",
               "has a shelf and a back room, and customers at the shelf do not wait: they find nothing and go");
}

}  // namespace restock
