// Forecasts: errors and biases that are known in closed form, and levels that are set from them.
#include "theory/known_answers.hpp"

#include <cmath>

namespace restock::theory {

namespace {

/// Root mean square error where the forecast adds `share` of the variance of a bucket of 100 customers to it.
double error(double share) { return std::sqrt(100.0 * (1.0 + share)); }

/// P(demand of mean m < x).
double poisson_below(double mean, int x) {
  double sum = 0.0;
  double mass = std::exp(-mean);
  for (int k = 0; k < x; mass *= mean / ++k) sum += mass;
  return sum;
}

double lots_filled(double mean, int s, int lot) {
  double sum = 0.0;
  for (int y = s + 1; y <= s + lot; ++y) sum += poisson_below(mean, y) / lot;
  return sum;
}

constexpr double density_of_nine_tenths = 0.17549833193;  // of the standard normal at its 0.9 quantile

}  // namespace

Chapter set_levels_once_and_again() {
  return {{"LV-01",
           {{"base", "cycle_service", kpi("cycle_service"), 0.95, 0.002},
            {"base", "order_up_to_at_end", kpi("order_up_to_at_end"), 3285.0, 0.0},  // 3000 + 1.6449 · 100 · √3
            {"fill", "fill_rate", kpi("fill_rate"), 0.98, 0.001},
            {"weekly", "fill_rate", kpi("fill_rate"), 0.98, 0.001},
            {"costs", "holding and backorders per day", of_run([](const Run& run) {
               return (run.network.money.holding + run.network.money.backorder) * static_cast<double>(day) /
                      static_cast<double>(run.network.length);
             }),
             10.0 * 100.0 * std::sqrt(3.0) * density_of_nine_tenths, 0.005}}},
          {"LV-02",
           {{"base", "fill_rate", kpi("fill_rate"), poisson_below(10.0, 15), 0.005},
            {"base", "order_up_to_at_end", kpi("order_up_to_at_end"), 15.0, 0.0},
            {"lots", "fill_rate", kpi("fill_rate"), lots_filled(10.0, 9, 20), 0.005},
            {"lots", "order_quantity_at_end", kpi("order_quantity_at_end"), 20.0, 0.0}}},
          {"LV-03",
           {{"base", "cycle_service", kpi("cycle_service"), 0.95, 0.003},
            {"smoothed", "cycle_service", kpi("cycle_service"), 0.95, 0.01},
            {"empirical", "cycle_service", kpi("cycle_service"), 0.95, 0.01}}},
          {"MRP-01", {{"base", "cycle_service", kpi("cycle_service"), 0.95, 0.002}}}};
}

Chapter forecasts() {
  const double croston = -std::log(0.4) / 0.6 - 1.0;
  return {{"FC-01",
           {{"base", "forecast_rmse", kpi("forecast_rmse"), error(0.0), 0.01},
            {"base", "forecast_mae", kpi("forecast_mae"), 7.97219936183, 0.01},
            {"base", "forecast_mase", kpi("forecast_mase"), std::sqrt(0.5), 0.01},
            {"naive", "forecast_rmse", kpi("forecast_rmse"), error(1.0), 0.01},
            {"naive", "forecast_mase", kpi("forecast_mase"), 1.0, 0.0},
            {"mean of 4", "forecast_rmse", kpi("forecast_rmse"), error(0.25), 0.01},
            {"smoothed", "forecast_rmse", kpi("forecast_rmse"), error(0.3 / 1.7), 0.01},
            {"blind", "forecast_shortfall", kpi("forecast_shortfall"), 1.0, 0.0}}},
          {"FC-02",
           {{"base", "forecast / demand", fact([](const Ledger& l) {
               return to_double(l.forecasts.forecast) / 1000.0 / static_cast<double>(l.forecasts.demanded);
             }),
             1.0 + croston, 0.01},
            {"sba", "forecast / demand", fact([](const Ledger& l) {
               return to_double(l.forecasts.forecast) / 1000.0 / static_cast<double>(l.forecasts.demanded);
             }),
             0.5 * (1.0 + croston), 0.01},
            {"tsb", "forecast / demand", fact([](const Ledger& l) {
               return to_double(l.forecasts.forecast) / 1000.0 / static_cast<double>(l.forecasts.demanded);
             }),
             1.0, 0.01}}}};
}

}  // namespace restock::theory
