// The twin's levels that are reviewed: a policy of its own for each such stock point.
#include "twin/world.hpp"

#include "engine/level_setting.hpp"

namespace restock::twin {

const Policy& World::policy(std::uint32_t at) const {
  const auto found = levels_.find(at);
  return found == levels_.end() ? b_.points[at].policy : found->second.policy;
}

void World::start_levels() {
  if (!b_.level_plans.empty()) record_.levels.resize(b_.points.size());
  for (std::uint32_t i = 0; i < b_.level_plans.size(); ++i) {
    const std::uint32_t at = b_.level_plans[i].point.value;
    levels_[at].policy = b_.points[at].policy;
    levels_[at].plan = i;
    expect_level_review(i);
  }
}

void World::expect_level_review(std::uint32_t i) {
  const LevelPlan& plan = b_.level_plans[i];
  const Time at = b_.level_rules[plan.rules.index()].next_after(now_.tick);
  if (at < never) schedule(Kind::level_review, at, b_.points[plan.point.index()].review_rank, 1, i);
}

void World::level_review(std::uint32_t i) {
  const LevelPlan& plan = b_.level_plans[i];
  const std::uint32_t at = plan.point.value;
  expect_level_review(i);
  const auto planner = planner_at_.find(at);
  if (planner == planner_at_.end() || !engine::has_learnt(planners_[planner->second].forecaster)) return;
  const Planner& who = planners_[planner->second];
  const LevelRules& rules = b_.level_rules[plan.rules.index()];
  Levels& levels = levels_.at(at);
  LevelInput input = engine::level_input(plan, who.forecaster, source_of(planner->second), levels.leads, now_.tick);
  const auto history = std::min<std::size_t>(who.past.size(), static_cast<std::size_t>(rules.history()));
  const std::vector<double> past(who.past.end() - static_cast<std::ptrdiff_t>(history), who.past.end());
  input.past = past;
  const LevelValues before = levels_of(levels.policy);
  set_levels(levels.policy, rules, input, [&](const AutoLevel& rule) { return rule.is_due(now_.tick); });
  const LevelValues after = levels_of(levels.policy);
  if (before == after) return;
  if (in_window()) ++levels.changes;
  const std::uint64_t name = b_.points[at].who;
  if (before.s != after.s) history_.note(name, Fact::level, now_.tick, 0, after.s);
  if (before.S != after.S) history_.note(name, Fact::level, now_.tick, 1, after.S);
  if (before.Q != after.Q) history_.note(name, Fact::level, now_.tick, 2, after.Q);
  review_if_low(at);
}

/// What a policy that plans ahead is to know now.
std::optional<PlanView> World::ahead_of(std::uint32_t at) {
  const auto found = levels_.find(at);
  if (found == levels_.end() || !plans(b_.points[at].policy)) return std::nullopt;
  const LevelPlan& plan = b_.level_plans[found->second.plan];
  const auto planner = planner_at_.find(at);
  PlanView ahead;
  if (planner == planner_at_.end()) {
    ahead = engine::plan_of(plan, nullptr, nullptr, now_.tick);
  } else {
    const ForecastSource source = source_of(planner->second);
    ahead = engine::plan_of(plan, &planners_[planner->second].forecaster, &source, now_.tick);
  }
  for (const auto& [number, order] : points_[at].orders)
    ahead.announced.emplace_back(order.announced, order.undispatched);
  for (const Shipment& shipment : points_[at].inbound) ahead.announced.emplace_back(shipment.announced, shipment.units);
  for (const Unposted& receipt : points_[at].unposted) ahead.announced.emplace_back(receipt.announced, receipt.units);
  return ahead;
}

}  // namespace restock::twin
