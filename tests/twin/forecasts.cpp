// The twin's planners: each adds up what he sees while a bucket lasts, and forecasts when it is over.
#include "twin/world.hpp"

namespace restock::twin {

void World::start_forecasts() {
  if (!b_.forecasts.empty()) record_.forecasts.resize(b_.points.size());
  for (std::uint32_t i = 0; i < b_.forecasts.size(); ++i) {
    const ForecastRules& rules = b_.forecast_rules[b_.forecasts[i].rules.index()];
    Planner planner;
    planner.memory.resize(rules.memory());
    if (rules.buckets.end_at_or_after(now_.tick) == now_.tick) planner.forecaster = Forecaster(now_.tick);
    planners_.push_back(planner);
    planner_at_[b_.forecasts[i].point.value] = i;
    expect_bucket_end(i, now_.tick + 1);
  }
}

void World::expect_bucket_end(std::uint32_t i, Time from) {
  const ForecastPlan& plan = b_.forecasts[i];
  const Time at = b_.forecast_rules[plan.rules.index()].buckets.end_at_or_after(from);
  schedule(Kind::bucket_end, at, b_.points[plan.point.index()].review_rank, 0, i);
}

ForecastSource World::source_of(std::uint32_t i) {
  const ForecastPlan& plan = b_.forecasts[i];
  known_.assign(b_.known_demand.begin() + plan.known.first, b_.known_demand.begin() + plan.known.end());
  return {b_.forecast_rules[plan.rules.index()], planners_[i].memory, known_};
}

double World::foreseen_per_day(std::uint32_t at) {
  const auto found = planner_at_.find(at);
  if (found == planner_at_.end()) return 0.0;
  const ForecastSource source = source_of(found->second);
  const Forecaster& forecaster = planners_[found->second].forecaster;
  return forecaster.begin() < never && forecaster.ready(source) ? forecaster.per_day(source) : 0.0;
}

void World::bucket_end(std::uint32_t i) {
  const ForecastPlan& plan = b_.forecasts[i];
  Planner& planner = planners_[i];
  Point& point = points_[plan.point.index()];
  const ForecastSource source = source_of(i);
  const Quantity seen = source.rules.of == ForecastOf::sales ? point.asked - point.refused : point.asked;
  if (planner.forecaster.begin() > now_.tick) {  // the part of a bucket before the first whole one
    planner.forecaster = Forecaster(now_.tick);
  } else {
    if (planner.forecaster.ready(source)) {
      const double said = planner.forecaster.of_bucket(source, planner.forecaster.seen());
      history_.note(b_.points[plan.point.index()].who, Fact::forecast, now_.tick,
                    static_cast<std::uint64_t>(planner.forecaster.seen()), thousandths(said));
      if (in_window() && planner.forecaster.begin() >= 0 && planner.last >= 0)
        record_.forecasts[plan.point.index()].add(said, seen, point.asked, planner.last);
    }
    planner.forecaster.see(source, seen);
    planner.past.push_back(static_cast<double>(seen));
    planner.last = seen;
  }
  point.asked = point.refused = 0;
  expect_bucket_end(i, now_.tick + 1);
}

}  // namespace restock::twin
