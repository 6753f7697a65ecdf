// Forecasts: what makes no sense of them.
#include "forecast/rules.hpp"
#include "network/draft.hpp"

#include <string>
#include <variant>

namespace restock {

void check_forecasts(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  Gathered twice;
  Gathered no_bucket;
  for (const NetworkPoint& point : network.points) {
    const ForecastTerms& terms = network.forecasts[point.forecast];
    if (!terms.forecasts) continue;
    const ForecastRule& rule = last_rule(scenario.forecast, draft.forecast, point);
    const std::string path = "forecast." + rule.name;
    const std::string name = draft.name(pair_of(point.site.value, point.product.value));
    if (!terms.overlay.empty() && terms.method && std::holds_alternative<Known>(*terms.method))
      twice.add(rule.where, path, name, "leave overlay out: method known has every dated promotion in it");
    if (terms.offset && terms.offset->ticks >= (terms.bucket ? terms.bucket->ticks : Buckets{}.every))
      no_bucket.add(rule.where, path, name, "an offset lies below its bucket");
  }
  twice.report(draft.complain, Severity::error, "promotion_counted_twice",
               "would count its promotions twice, in the true mean and in an overlay");
  no_bucket.report(draft.complain, Severity::error, "offset_beyond_bucket",
                   "has an offset that is as long as its bucket, or longer");
}

}  // namespace restock
