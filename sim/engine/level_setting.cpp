// Levels that are reviewed. A policy object with the levels in force stands in for the one of the rules.
#include "engine/level_setting.hpp"

#include "engine/forecasting.hpp"

#include <algorithm>

namespace restock::engine {

namespace {

void plan_level_review(Replication& r, std::uint32_t index) {
  const LevelPlan& plan = r.b_.level_plans[index];
  const Time at = r.b_.level_rules[plan.rules.index()].next_after(r.now_.tick);
  if (at < r.end_) r.schedule(EventKind::forecast, at, r.b_.points[plan.point.index()].review_rank, 1, index);
}

/// The buckets that are remembered, oldest first.
std::vector<double> past_buckets(const Replication& r, const ForecastState& state) {
  std::vector<double> past;
  const Rows ring = state.past;
  const std::int64_t seen = state.forecaster.seen();
  for (std::int64_t k = std::max<std::int64_t>(0, seen - ring.count); k < seen; ++k)
    past.push_back(r.s_.side.past_buckets[ring.first + static_cast<std::uint32_t>(k % ring.count)]);
  return past;
}

void note_levels(Replication& r, std::uint32_t point, const LevelValues& before, const LevelValues& after) {
  const std::uint64_t who = r.b_.points[point].who;
  if (before.s != after.s) r.history_.note(who, Fact::level, r.now_.tick, 0, after.s);
  if (before.S != after.S) r.history_.note(who, Fact::level, r.now_.tick, 1, after.S);
  if (before.Q != after.Q) r.history_.note(who, Fact::level, r.now_.tick, 2, after.Q);
}

}  // namespace

void reset_levels(Replication& r) {
  SideTables& side = r.s_.side;
  side.levels.assign(r.b_.level_plans.size(), {});
  side.level_of.assign(r.b_.level_plans.empty() ? 0 : r.b_.points.size(), none);
  std::uint32_t past = 0;
  for (std::uint32_t i = 0; i < r.b_.level_plans.size(); ++i) {
    const LevelPlan& plan = r.b_.level_plans[i];
    side.level_of[plan.point.index()] = i;
    side.levels[i].policy = r.b_.rules(r.b_.points[plan.point.index()]).policy;
    const auto history = static_cast<std::uint32_t>(r.b_.level_rules[plan.rules.index()].history());
    if (ForecastState* forecast = r.forecast_at(static_cast<std::uint32_t>(plan.point.index()))) {
      forecast->past = {past, history};
      past += history;
    }
  }
  side.past_buckets.assign(past, 0.0);
}

void start_levels(Replication& r) {
  for (std::uint32_t i = 0; i < r.b_.level_plans.size(); ++i) plan_level_review(r, i);
}

LevelInput level_input(const LevelPlan& plan, const Forecaster& forecaster, const ForecastSource& source,
                       const LeadTimes& leads, Time now) {
  LevelInput input;
  input.expected = [&forecaster, source, now](Time span) { return forecaster.of_span(source, now, span); };
  input.costs = plan.costs;
  input.bucket = source.rules.buckets.every;
  const auto span = std::max(to_ticks(plan.model.lead), input.bucket);
  input.planned = plan.model;
  input.planned.rate = input.expected(span) / static_cast<double>(span);
  input.planned.variance = forecaster.mean_square_error() / static_cast<double>(input.bucket);
  input.outlook = input.planned;
  if (leads.count >= 2) {
    input.outlook.lead = leads.mean();
    input.outlook.lead_variance = leads.variance();
  }
  return input;
}

PlanView plan_of(const LevelPlan& plan, const Forecaster* forecaster, const ForecastSource* source, Time at) {
  PlanView ahead;
  ahead.lead = to_ticks(plan.model.lead);
  ahead.ordering = plan.costs.ordering;
  ahead.holding = plan.costs.holding;
  if (forecaster != nullptr && forecaster->begin() <= at && forecaster->ready(*source)) {
    ahead.expected = [forecaster, source = *source, at](Time span) { return forecaster->of_span(source, at, span); };
  } else {
    ahead.expected = [rate = plan.model.rate](Time span) { return rate * static_cast<double>(span); };
  }
  return ahead;
}

const PlanView* plan_ahead(const Replication& r, std::uint32_t point, Time at, PlanView& ahead) {
  const SideTables& side = r.s_.side;
  if (side.level_of.empty() || side.level_of[point] == none) return nullptr;
  const LevelPlan& plan = r.b_.level_plans[side.level_of[point]];
  if (side.forecast_of.empty() || side.forecast_of[point] == none) {
    ahead = plan_of(plan, nullptr, nullptr, at);
  } else {
    const ForecastSource source = forecast_source(r, side.forecast_of[point]);
    ahead = plan_of(plan, &side.forecasts[side.forecast_of[point]].forecaster, &source, at);
  }
  for (std::uint32_t slot = r.s_.points[point].first_inbound; slot != none; slot = r.s_.inbound[slot].next)
    ahead.announced.emplace_back(r.s_.inbound[slot].date, r.s_.inbound[slot].units);
  return &ahead;
}

void on_level_review(Replication& r, std::uint32_t index) {
  const LevelPlan& plan = r.b_.level_plans[index];
  LevelState& state = r.s_.side.levels[index];
  const auto point = static_cast<std::uint32_t>(plan.point.index());
  r.touch(point);
  const ForecastState* forecast = r.forecast_at(point);
  if (forecast != nullptr && has_learnt(forecast->forecaster)) {
    const std::vector<double> past = past_buckets(r, *forecast);
    LevelInput input = level_input(plan, forecast->forecaster, forecast_source(r, r.s_.side.forecast_of[point]),
                                   state.leads, r.now_.tick);
    input.past = past;
    const LevelValues before = levels_of(state.policy);
    set_levels(state.policy, r.b_.level_rules[plan.rules.index()], input,
               [&](const AutoLevel& rule) { return rule.is_due(r.now_.tick); });
    const LevelValues after = levels_of(state.policy);
    if (before != after) {
      note_levels(r, point, before, after);
      if (r.in_window()) ++state.facts.changes;
      r.want_review_if_below(point);
      r.arm(point);
    }
  }
  plan_level_review(r, index);
}

void close_levels(Replication& r) {
  for (std::size_t i = 0; i < r.s_.side.levels.size(); ++i) {
    LevelState& state = r.s_.side.levels[i];
    if (!r.b_.level_rules[r.b_.level_plans[i].rules.index()].any()) continue;
    const LevelValues values = levels_of(state.policy);
    state.facts = {1, values.s, values.S, values.Q, state.facts.changes};
  }
}

}  // namespace restock::engine
