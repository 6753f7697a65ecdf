// Forecasts: rules that many stock points share, and the truth for those who are said to know it.
#include "compile/parts.hpp"
#include "network/load.hpp"

#include <algorithm>
#include <map>
#include <variant>

namespace restock {

namespace {

ForecastRules rules_of(const ForecastTerms& terms) {
  ForecastRules rules;
  if (terms.method) rules.method = *terms.method;
  if (terms.bucket) rules.buckets.every = terms.bucket->ticks;
  if (terms.offset) rules.buckets.first = terms.offset->ticks;
  rules.of = terms.of.value_or(ForecastOf::sales);
  if (terms.bias) rules.bias += terms.bias->value;
  if (terms.caution) rules.bias -= terms.caution->value;
  rules.update_every = terms.update_every.value_or(1);
  if (terms.frozen_from) rules.frozen_from = terms.frozen_from->ticks;
  rules.error_weight = terms.error_weight.value_or(rules.error_weight);
  for (const OverlayEntry& each : terms.overlay)
    rules.overlays.push_back({each.from.ticks, later(each.from.ticks, each.lasts.ticks), each.lift});
  return rules;
}

bool knows(const ForecastRules& rules) { return std::holds_alternative<Known>(rules.method); }

/// The true mean of every whole bucket of the run, of the stock points whose planners know it.
void tell_the_truth(const Scenario& scenario, const Network& network, std::size_t which, Blueprint& blueprint) {
  const ForecastRules& rules = blueprint.forecast_rules[which];
  const Time every = rules.buckets.every;
  const Time first = rules.buckets.end_at_or_after(-blueprint.warmup);
  const Time end = later(blueprint.length, blueprint.drain);
  const auto buckets = static_cast<std::uint32_t>(std::max<Time>(1, (end - first + every - 1) / every));
  std::vector<ForecastPlan*> plans;
  for (ForecastPlan& plan : blueprint.forecasts)
    if (plan.rules.index() == which) {
      plan.known = {static_cast<std::uint32_t>(blueprint.known_demand.size()), buckets};
      blueprint.known_demand.resize(blueprint.known_demand.size() + buckets);
      plans.push_back(&plan);
    }
  for (std::uint32_t k = 0; k < buckets; ++k) {
    const Time from = first + k * every;
    const MeanLoad load = mean_load(scenario, network, from, from + every);
    for (const ForecastPlan* plan : plans)
      blueprint.known_demand[plan->known.first + k] = load.points[plan->point.index()] * static_cast<double>(every);
  }
}

}  // namespace

void compile_forecasts(const Scenario& scenario, const Network& network, Blueprint& blueprint) {
  std::map<std::uint32_t, ForecastRulesId> shared;
  for (std::size_t i = 0; i < network.points.size(); ++i) {
    const std::uint32_t terms = network.points[i].forecast;
    if (!network.forecasts[terms].forecasts) continue;
    const auto [at, is_new] = shared.emplace(terms, ForecastRulesId(blueprint.forecast_rules.size()));
    if (is_new) blueprint.forecast_rules.push_back(rules_of(network.forecasts[terms]));
    blueprint.forecasts.push_back({PointId(i), at->second, {}});
  }
  for (std::size_t which = 0; which < blueprint.forecast_rules.size(); ++which)
    if (knows(blueprint.forecast_rules[which])) tell_the_truth(scenario, network, which, blueprint);
}

}  // namespace restock
