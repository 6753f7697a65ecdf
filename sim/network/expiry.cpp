// Expiry: rules for stock that does not last without saying how long it does.
#include "network/draft.hpp"

#include <string>

namespace restock {

void check_expiry(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  Gathered no_life;
  for (const NetworkPoint& point : network.points) {
    const ExpiryTerms& terms = network.expiry[point.expiry];
    if (terms.life || !(terms.issue || terms.recorded)) continue;
    const ExpiryRule& rule = last_rule(scenario.expiry, draft.expiry, point);
    no_life.add(rule.where, "expiry." + rule.name, draft.name(pair_of(point.site.value, point.product.value)),
                "state life in the rules that select it");
  }
  no_life.report(draft.complain, Severity::error, "no_life",
                 "has a rule for expiry that does not say how long it lasts");
}

}  // namespace restock
