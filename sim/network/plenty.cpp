// Too little and too much: rules for expediting that say half of it or find nothing to expedite, and stock that does
// not last without saying how long.
#include "network/draft.hpp"

#include <algorithm>
#include <string>

namespace restock {

namespace {

/// The last rule of a section that selects a stock point.
template <class Rule>
const Rule& last_rule(const std::vector<Rule>& rules, const std::vector<DraftScope>& scopes,
                      const NetworkPoint& point) {
  std::size_t last = scopes.size() - 1;
  const auto selects = [&](const DraftScope& scope) {
    return scope.sites->has(point.site.value) && scope.products->has(point.product.value);
  };
  while (last > 0 && !selects(scopes[last])) --last;
  return rules[last];
}

/// Goods that travel by a plain lane can change to a faster carrier; what is on a vessel cannot.
bool has_plain_lane(const Draft& draft, const Network& network, const NetworkPoint& point) {
  return std::ranges::any_of(point.sources.of(network.links), [&](const NetworkLink& link) {
    return !draft.scenario->lanes[link.lane.index()].has_route();
  });
}

}  // namespace

void check_plenty(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  Gathered half;
  Gathered nothing_comes;
  Gathered no_life;
  for (const NetworkPoint& point : network.points) {
    const std::string name = draft.name(pair_of(point.site.value, point.product.value));
    if (const ExpeditingTerms& terms = network.expediting[point.expediting]; terms.any()) {
      const ExpeditingRule& rule = last_rule(scenario.expediting, draft.expediting, point);
      if (!terms.complete())
        half.add(rule.where, "expediting." + rule.name, name, "state below or cover, and time");
      else if (!has_plain_lane(draft, network, point))
        nothing_comes.add(rule.where, "expediting." + rule.name, name,
                          "name sites with a lane to them that has no port and no sailings");
    }
    if (const ExpiryTerms& terms = network.expiry[point.expiry]; !terms.life && (terms.issue || terms.recorded)) {
      const ExpiryRule& rule = last_rule(scenario.expiry, draft.expiry, point);
      no_life.add(rule.where, "expiry." + rule.name, name, "state life in the rules that select it");
    }
  }
  half.report(draft.complain, Severity::error, "half_an_expediting",
              "has a rule for expediting that does not say when, or how long it takes");
  nothing_comes.report(draft.complain, Severity::error, "nothing_to_expedite",
                       "has a rule for expediting, and nothing comes to it that could change its carrier");
  no_life.report(draft.complain, Severity::error, "no_life",
                 "has a rule for expiry that does not say how long it lasts");
}

}  // namespace restock
