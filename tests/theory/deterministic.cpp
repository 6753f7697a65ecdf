#include "theory/known_answers.hpp"

namespace restock::theory {

namespace {

constexpr double exactly = 1e-9;
constexpr double whole = 1e-12;  ///< of values that are whole numbers or short fractions

/// 0.50 a unit on hand and 1.00 a unit owed, to customers and sites, a week; 24 for the four quiet weeks.
Measure beer_cost(const Place& stage) {
  return 24.0 + fact(
                    [](const Ledger& l) {
                      return (0.5 * to_double(l.stock.integrals.on_hand) + to_double(l.stock.integrals.backlog)) / week;
                    },
                    stage);
}

}  // namespace

Chapter deterministic() {
  // A year of DET-01 is 1300 hours.
  const double years_per_day = 24.0 / 1300.0;
  const auto orders_per_year = [=](const Ledger& l) {
    return static_cast<double>(l.stock.replenishment_orders) / (static_cast<double>(l.length) / day * years_per_day);
  };
  return {
      {"DET-01",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 152.5, exactly},
        {"base", "order_rate_per_year", fact(orders_per_year), 4.27631578947, exactly},
        {"base", "cost_rate", (1.0 / years_per_day) * kpi("total_cost"), 68.5230263158, exactly}}},
      {"DET-03",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 1.25, exactly},
        {"base", "mean_backorders", kpi("mean_backlog"), 1.25, exactly},
        {"base", "mean_on_order", kpi("mean_on_order"), 25.5, exactly},
        {"base", "fill_rate", kpi("fill_rate"), 0.5, exactly}}},
      {"DET-04",
       {{"base", "cost_retailer", beer_cost("retailer"), 46.0, whole},
        {"base", "cost_wholesaler", beer_cost("wholesaler"), 50.0, whole},
        {"base", "cost_distributor", beer_cost("distributor"), 54.0, whole},
        {"base", "cost_factory", beer_cost("factory"), 54.0, whole},
        {"base", "cost_total",
         beer_cost("retailer") + beer_cost("wholesaler") + beer_cost("distributor") + beer_cost("factory"), 204.0,
         whole}}},
      {"WD-01",
       {{"base", "mean_lead_time", kpi("mean_lead_time"), 5.0, whole},
        {"cut-off", "mean_lead_time", kpi("mean_lead_time"), 5.375, whole},
        {"closed-tuesdays", "mean_lead_time", kpi("mean_lead_time"), 5.375, whole},
        {"holiday", "mean_lead_time", kpi("mean_lead_time"), 6.375, whole},
        {"shutdown", "mean_lead_time", kpi("mean_lead_time"), 7.0, whole},
        {"weekdays", "mean_lead_time", kpi("mean_lead_time"), 3.0, whole}}},
  };
}

}  // namespace restock::theory
