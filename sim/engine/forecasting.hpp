// Forecasting in the loop: at the end of each bucket a planner learns what he has seen in it. Functions of a
// Replication.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

void reset_forecasts(Replication& r);
/// The first whole bucket of every planner begins at or after the clock's start.
void start_forecasts(Replication& r);
/// The bucket under way of forecast `index` is over; or, before there is one, the first begins.
void on_bucket_end(Replication& r, std::uint32_t index);
/// What is foreseen for the bucket under way at a stock point, thousandths of a unit per day; 0: nothing is.
Quantity forecast_per_day(Replication& r, std::uint32_t point);
/// What the planner's method works with.
ForecastSource forecast_source(const Replication& r, std::uint32_t index);

}  // namespace restock::engine
