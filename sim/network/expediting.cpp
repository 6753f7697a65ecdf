// Expediting: rules that say half of it, or find nothing on the way that could change its carrier.
#include "network/draft.hpp"

#include <algorithm>
#include <string>

namespace restock {

namespace {

/// Goods that travel by a plain lane can change to a faster carrier; what is on a vessel cannot.
bool has_plain_lane(const Draft& draft, const Network& network, const NetworkPoint& point) {
  return std::ranges::any_of(point.sources.of(network.links), [&](const NetworkLink& link) {
    return !draft.scenario->lanes[link.lane.index()].has_route();
  });
}

}  // namespace

void check_expediting(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  Gathered half;
  Gathered nothing_comes;
  for (const NetworkPoint& point : network.points) {
    const ExpeditingTerms& terms = network.expediting[point.expediting];
    if (!terms.any()) continue;
    const std::string name = draft.name(pair_of(point.site.value, point.product.value));
    const ExpeditingRule& rule = last_rule(scenario.expediting, draft.expediting, point);
    if (!terms.complete())
      half.add(rule.where, "expediting." + rule.name, name, "state below, cover or promises, and time");
    else if (!has_plain_lane(draft, network, point))
      nothing_comes.add(rule.where, "expediting." + rule.name, name,
                        "name sites with a lane to them that has no port and no sailings");
  }
  half.report(draft.complain, Severity::error, "half_an_expediting",
              "has a rule for expediting that does not say when, or how long it takes");
  nothing_comes.report(draft.complain, Severity::error, "nothing_to_expedite",
                       "has a rule for expediting, and nothing comes to it that could change its carrier");
}

}  // namespace restock
