#include "laws/random_levels.hpp"

#include "laws/picks.hpp"

#include <algorithm>

namespace restock {

using namespace laws;

namespace {

AutoLevel choose_rule(Time grain) {
  AutoLevel rule;
  switch (pick(0, 4)) {
    case 0:
      rule.safety_stock = pick(-2, 5);
      break;
    case 1:
      rule.cover = Duration{grain * pick(1, 6)};
      break;
    case 2:
      rule.service = Share{one_of<double>({0.5, 0.9, 0.99})};
      break;
    case 3:
      rule.fill_rate = Share{one_of<double>({0.6, 0.95})};
      break;
    default:
      rule.by = LevelBy::newsvendor;
      break;
  }
  rule.law = one_of<LeadDemand>({NormalDemand{}, GammaDemand{}, PoissonDemand{}, NegativeBinomialDemand{},
                                 EmpiricalDemand{static_cast<int>(pick(4, 8))}});
  if (chance(90)) rule.review = Duration{grain * pick(1, 8)};
  if (chance(30)) rule.lead_time = LeadTimeOf::planned;
  return rule;
}

AutoLevel choose_lot(Time grain) {
  AutoLevel rule;
  if (chance(50)) {
    rule.by = LevelBy::eoq;
  } else {
    rule.cover = Duration{grain * pick(1, 6)};
  }
  if (chance(90)) rule.review = Duration{grain * pick(1, 8)};
  return rule;
}

LevelRules choose_rules(const Policy& policy, Time grain) {
  LevelRules rules;
  std::visit(
      [&](const auto& p) {
        constexpr bool has_s = requires { p.s.rule; };
        if constexpr (requires { p.Q.rule; })
          if (chance(50)) rules.Q = choose_lot(grain);
        if constexpr (has_s)
          if (chance(70)) rules.s = choose_rule(grain);
        if constexpr (requires { p.S.rule; })
          if (chance(60)) rules.S = has_s ? choose_lot(grain) : choose_rule(grain);
      },
      policy);
  return rules;
}

void describe_rule(const char* name, const std::optional<AutoLevel>& rule, std::ostream& out) {
  if (!rule) return;
  out << ' ' << name << ':';
  if (rule->by) out << (*rule->by == LevelBy::eoq ? " eoq" : " newsvendor");
  if (rule->service) out << " service " << rule->service->value;
  if (rule->fill_rate) out << " fill rate " << rule->fill_rate->value;
  if (rule->cover) out << " cover " << rule->cover->ticks;
  if (rule->safety_stock) out << " safety stock " << *rule->safety_stock;
  std::visit([&](const auto& law) { out << ' ' << law.name; }, rule->law);
  if (rule->review) out << " every " << rule->review->ticks;
  if (rule->lead_time) out << (*rule->lead_time == LeadTimeOf::planned ? " planned" : " observed");
}

}  // namespace

/// Whoever plans ahead has a plan, whether he forecasts or not; levels are reviewed where somebody forecasts.
void add_random_levels(Draft& b, Time grain) {
  for (std::uint32_t p = 0; p < b.points.size(); ++p) {
    const DraftPoint& point = b.points[p];
    const auto forecasts = [p](const ForecastPlan& f) { return f.point == PointId{p}; };
    if (!point.replenished) continue;
    LevelRules rules;
    if (!plans(point.policy)) {
      if (std::ranges::none_of(b.forecasts, forecasts) || chance(30)) continue;
      rules = choose_rules(point.policy, grain);
      if (!rules.any()) continue;
    }
    LevelPlan plan{PointId{p}, LevelRulesId{b.level_rules.size()}};
    const auto span = static_cast<double>(grain);
    plan.model = {0.5 / span, 0.5 / span, span * static_cast<double>(pick(0, 4)), chance(40) ? span * span : 0.0};
    const bool periodic = std::visit([](const auto& policy) { return !policy.continuous; }, point.policy);
    plan.costs = {5.0, 1.0 / span, periodic && chance(50) ? 0.0 : 4.0 / span, 3.0};
    // A forecast may run away; an order must not, where every unit may be a parcel.
    b.points[p].lot.maximum = std::min<Quantity>(point.lot.maximum, 60);
    b.level_rules.push_back(rules);
    b.level_plans.push_back(plan);
  }
}

void describe_levels(const Draft& b, std::ostream& out) {
  for (const LevelPlan& plan : b.level_plans) {
    const LevelRules& rules = b.level_rules[plan.rules.index()];
    out << "levels at point " << plan.point.value << " lead " << plan.model.lead << " variance "
        << plan.model.lead_variance << " backorder " << plan.costs.backorder;
    describe_rule("s", rules.s, out);
    describe_rule("S", rules.S, out);
    describe_rule("Q", rules.Q, out);
    out << '\n';
  }
}

}  // namespace restock
