// Levels that rules set: as far as the model tells, before the run; and what is needed to set them anew.
#include "compile/parts.hpp"
#include "network/outlook.hpp"

#include <cmath>
#include <map>

namespace restock {

namespace {

LevelCosts costs_of(const PointRates& rates) {
  return {rates.ordering, rates.holding, rates.backorder, rates.lost_margin};
}

/// What a plan begins with: its safety stock, and the mean demand of lead time and review period.
Quantity opening_of(const Policy& policy, const Outlook& model) {
  return std::visit(
      [&]<class P>(const P& p) -> Quantity {
        if constexpr (!plans_ahead<P>)
          return 0;
        else
          return p.safety_stock + static_cast<Quantity>(std::ceil(
                                      model.rate * (model.lead + static_cast<double>(p.calendar.every.ticks)) - 1e-9));
      },
      policy);
}

/// What is set by rules, of those replenishment rules that set anything, or plan.
std::map<std::uint32_t, LevelRules> rules_that_set(const Scenario& scenario) {
  std::map<std::uint32_t, LevelRules> of_rule;
  for (std::uint32_t i = 0; i < scenario.replenishment.size(); ++i) {
    Policy policy = scenario.replenishment[i].policy;
    const LevelRules rules = take_rules(policy);
    if (rules.any() || plans(policy)) of_rule.emplace(i, rules);
  }
  return of_rule;
}

}  // namespace

LevelsByPoint compile_levels(const Scenario& scenario, const Network& network, const FrozenOutlooks* frozen,
                             Blueprint& blueprint) {
  LevelsByPoint levels;
  const std::map<std::uint32_t, LevelRules> of_rule = rules_that_set(scenario);
  if (of_rule.empty()) return levels;
  std::vector<Outlook> known = outlooks(scenario, network);
  for (std::size_t i = 0; frozen && i < known.size(); ++i)
    if (const auto before = frozen->find(network.points[i].who); before != frozen->end()) known[i] = before->second;
  std::map<std::uint32_t, LevelRulesId> shared;
  for (std::uint32_t i = 0; i < network.points.size(); ++i) {
    const std::uint32_t rule = network.points[i].replenishment;
    const auto rules = of_rule.find(rule);
    if (rules == of_rule.end()) continue;
    const auto [at, is_new] = shared.emplace(rule, LevelRulesId(blueprint.level_rules.size()));
    if (is_new) blueprint.level_rules.push_back(rules->second);
    const LevelPlan plan{PointId(i), at->second, known[i], costs_of(blueprint.layout.point_rates[i])};
    blueprint.level_plans.push_back(plan);
    LevelInput input;
    input.outlook = input.planned = plan.model;
    input.expected = [&](Time span) { return plan.model.rate * static_cast<double>(span); };
    input.costs = plan.costs;
    Policy policy = scenario.replenishment[rule].policy;
    if (plans(policy)) {
      levels.emplace(i, LevelValues{0, opening_of(policy, plan.model), 0});
      continue;
    }
    set_levels(policy, rules->second, input, [](const AutoLevel&) { return true; });
    levels.emplace(i, levels_of(policy));
  }
  return levels;
}

}  // namespace restock
