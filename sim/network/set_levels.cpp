// Levels that rules set, and plans: what they go by has to be there.
#include "policy/set_levels.hpp"
#include "network/draft.hpp"

#include <string>

namespace restock {

namespace {

/// What of a stock point's prices a level can be set by.
struct Prices {
  bool holding, ordering, backorder, margin;

  Prices(const CostTerms& costs, const Product& product)
      : holding(costs.holding && costs.holding->per_tick > 0.0),
        ordering(costs.ordering && costs.ordering->amount > 0.0),
        backorder(costs.backorder && costs.backorder->per_tick > 0.0),
        margin(costs.lost_margin ? costs.lost_margin->amount > 0.0 : product.price.amount > product.cost.amount) {}
};

struct LevelFaults {
  Gathered blind, unpriced, whole, blind_plan, late_plan;
};

void check_level(const AutoLevel& level, const Prices& prices, bool continuous, bool forecasts, const Where& where,
                 const std::string& path, const std::string& name, LevelFaults& found) {
  if (level.review && !forecasts)
    found.blind.add(where, path, name, "add a rule to the section forecast, or leave review out");
  if (!level.by) return;
  if (!prices.holding) found.unpriced.add(where, path, name, "state costs: holding");
  if (*level.by == LevelBy::eoq && !prices.ordering) found.unpriced.add(where, path, name, "state costs: ordering");
  if (*level.by == LevelBy::newsvendor && !prices.backorder && (continuous || !prices.margin))
    found.unpriced.add(where, path, name,
                       continuous ? "state costs: backorder" : "state costs: backorder or lost_margin, or a price");
}

void check_plan(const Mrp& plan, const Prices& prices, bool forecasts, bool late, const ReplenishmentRule& rule,
                const std::string& name, LevelFaults& found) {
  const std::string path = "replenishment." + rule.name;
  if (!forecasts) found.blind_plan.add(rule.where, path + ".policy", name, "add a rule to the section forecast");
  if (late)
    found.late_plan.add(rule.where, path + ".policy", name, "leave information out there, or choose another policy");
  const bool by_costs = std::visit([](const auto& lot) { return lot.needs_costs; }, plan.lot_size);
  if (by_costs && !(prices.holding && prices.ordering))
    found.unpriced.add(rule.where, path + ".lot_size", name, "state costs: ordering and holding");
}

}  // namespace

void check_set_levels(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  LevelFaults found;
  for (const NetworkPoint& point : network.points) {
    if (point.replenishment == no_rule) continue;
    const ReplenishmentRule& rule = scenario.replenishment[point.replenishment];
    Policy policy = rule.policy;
    const LevelRules rules = take_rules(policy);
    if (!rules.any() && !plans(policy)) continue;
    const Prices prices(network.costs[point.costs], scenario.products[point.product.index()]);
    const bool forecasts = network.forecasts[point.forecast].forecasts;
    const std::string name = draft.name(pair_of(point.site.value, point.product.value));
    const std::string path = "replenishment." + rule.name;
    if (rules.any() && rule.position == PositionRule::echelon)
      found.whole.add(rule.where, path, name, "state units, or leave position out");
    if (const auto* plan = std::get_if<Mrp>(&policy))
      check_plan(*plan, prices, forecasts, network.information[point.information].is_late(), rule, name, found);
    const auto check = [&](const char* key, const std::optional<AutoLevel>& level) {
      if (level)
        check_level(*level, prices, is_continuous(policy), forecasts, rule.where, path + "." + key, name, found);
    };
    check("s", rules.s);
    check("S", rules.S);
    check("Q", rules.Q);
  }
  found.blind.report(draft.complain, Severity::error, "review_without_forecast",
                     "has a level that is reviewed, and nobody forecasts there");
  found.unpriced.report(draft.complain, Severity::error, "level_without_costs",
                        "has a level or a lot that is set by costs which are not stated");
  found.whole.report(draft.complain, Severity::error, "echelon_level_by_rule",
                     "counts its echelon, and has a level by a rule that is about one stock point");
  found.blind_plan.report(draft.complain, Severity::error, "plan_without_forecast",
                          "is planned ahead, and nobody forecasts there");
  found.late_plan.report(
      draft.complain, Severity::error, "plan_on_old_data",
      "is planned ahead with information that is late: its stock and what is announced would not fit");
}

}  // namespace restock
