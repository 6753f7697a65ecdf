// What a planner who forecasts has seen at his stock point. A side table of the State: one for each ForecastPlan.
#pragma once

#include "core/rows.hpp"
#include "forecast/forecaster.hpp"
#include "measure/forecast_facts.hpp"

namespace restock {

struct ForecastState {
  Forecaster forecaster{};
  Rows memory{};              ///< into SideTables::forecast_memory
  Rows past{};                ///< a ring in SideTables::past_buckets, for levels that look back
  Quantity internal = 0;      ///< units that sites and production have ordered here so far
  Quantity lost = 0;          ///< customers' units lost so far
  Quantity asked_before = 0;  ///< units asked for until the bucket under way began
  Quantity lost_before = 0;
  Quantity last = -1;  ///< units seen in the bucket before; −1: there was none
  ForecastFacts facts{};
};

}  // namespace restock
