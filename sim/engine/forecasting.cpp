// Forecasting in the loop. Nothing is done per customer: what was asked for and what was lost is counted anyway, and
// the planner takes the difference when the bucket is over.
#include "engine/forecasting.hpp"

namespace restock::engine {

namespace {

void plan_bucket_end(Replication& r, std::uint32_t index, Time from) {
  const ForecastPlan& plan = r.b_.forecasts[index];
  const Time at = r.b_.forecast_rules[plan.rules.index()].buckets.end_at_or_after(from);
  if (at < r.end_) r.schedule(EventKind::forecast, at, r.b_.points[plan.point.index()].review_rank, 0, index);
}

Quantity asked_so_far(const Replication& r, std::uint32_t index) {
  return r.s_.points[r.b_.forecasts[index].point.index()].demanded + r.s_.side.forecasts[index].internal;
}

}  // namespace

void reset_forecasts(Replication& r) {
  SideTables& side = r.s_.side;
  side.forecasts.assign(r.b_.forecasts.size(), {});
  side.forecast_of.assign(r.b_.forecasts.empty() ? 0 : r.b_.points.size(), none);
  std::uint32_t memory = 0;
  for (std::uint32_t i = 0; i < r.b_.forecasts.size(); ++i) {
    const ForecastPlan& plan = r.b_.forecasts[i];
    side.forecast_of[plan.point.index()] = i;
    const auto size = static_cast<std::uint32_t>(r.b_.forecast_rules[plan.rules.index()].memory());
    side.forecasts[i].memory = {memory, size};
    memory += size;
  }
  side.forecast_memory.assign(memory, 0.0);
}

void start_forecasts(Replication& r) {
  for (std::uint32_t i = 0; i < r.b_.forecasts.size(); ++i) {
    const ForecastPlan& plan = r.b_.forecasts[i];
    const Time first = r.b_.forecast_rules[plan.rules.index()].buckets.end_at_or_after(r.now_.tick);
    if (first == r.now_.tick) r.s_.side.forecasts[i].forecaster = Forecaster(first);
    plan_bucket_end(r, i, r.now_.tick + 1);
  }
}

ForecastSource forecast_source(const Replication& r, std::uint32_t index) {
  const ForecastPlan& plan = r.b_.forecasts[index];
  const Rows memory = r.s_.side.forecasts[index].memory;
  return {r.b_.forecast_rules[plan.rules.index()],
          {r.s_.side.forecast_memory.data() + memory.first, memory.count},
          {r.b_.known_demand.data() + plan.known.first, plan.known.count}};
}

Quantity forecast_per_day(Replication& r, std::uint32_t point) {
  const ForecastState* state = r.forecast_at(point);
  if (state == nullptr || state->forecaster.begin() == never) return 0;
  const ForecastSource source = forecast_source(r, r.s_.side.forecast_of[point]);
  return state->forecaster.ready(source) ? thousandths(state->forecaster.per_day(source)) : 0;
}

void on_bucket_end(Replication& r, std::uint32_t index) {
  const ForecastPlan& plan = r.b_.forecasts[index];
  ForecastState& state = r.s_.side.forecasts[index];
  const auto point = static_cast<std::uint32_t>(plan.point.index());
  r.touch(point);
  const ForecastSource source = forecast_source(r, index);
  Forecaster& forecaster = state.forecaster;
  const Quantity asked = asked_so_far(r, index);
  if (forecaster.begin() == never) {
    forecaster = Forecaster(r.now_.tick);
  } else {
    const Quantity in_bucket = asked - state.asked_before;
    const Quantity seen =
        source.rules.of == ForecastOf::demand ? in_bucket : in_bucket - (state.lost - state.lost_before);
    if (forecaster.ready(source)) {
      const double said = forecaster.of_bucket(source, forecaster.seen());
      r.history_.note(r.b_.points[point].who, Fact::forecast, r.now_.tick,
                      static_cast<std::uint64_t>(forecaster.seen()), thousandths(said));
      if (r.in_window() && forecaster.begin() >= 0 && state.last >= 0)
        state.facts.add(said, seen, in_bucket, state.last);
    }
    if (state.past.count > 0)
      r.s_.side.past_buckets[state.past.first + static_cast<std::uint32_t>(forecaster.seen() % state.past.count)] =
          static_cast<double>(seen);
    forecaster.see(source, seen);
    state.last = seen;
  }
  state.asked_before = asked;
  state.lost_before = state.lost;
  plan_bucket_end(r, index, r.now_.tick + 1);
}

}  // namespace restock::engine
