// Levels that are reviewed: what the planner has learnt of demand and lead times makes s, S and Q anew. Functions of a
// Replication, and what its twin makes of the same knowledge.
#pragma once

#include "engine/replication.hpp"
#include "forecast/forecaster.hpp"

namespace restock::engine {

void reset_levels(Replication& r);
void start_levels(Replication& r);
void on_level_review(Replication& r, std::uint32_t index);
void close_levels(Replication& r);

/// What a planner who looks ahead goes by at `at`: filled into `ahead`, which is returned; null where he has no plan.
const PlanView* plan_ahead(const Replication& r, std::uint32_t point, Time at, PlanView& ahead);
/// Lead time, costs and what is wanted, of that; announced supply is the caller's to add.
PlanView plan_of(const LevelPlan& plan, const Forecaster* forecaster, const ForecastSource* source, Time at);

/// Whether a planner has seen enough to set levels by it.
inline bool has_learnt(const Forecaster& forecaster) { return forecaster.errors() >= 2; }
/// What is known when levels are set at `now`: the forecast, its errors, the lead times seen.
LevelInput level_input(const LevelPlan& plan, const Forecaster& forecaster, const ForecastSource& source,
                       const LeadTimes& leads, Time now);

}  // namespace restock::engine
