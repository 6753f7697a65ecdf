// Workloads that several simulators were measured on. W1a, W1b, W5a and the cost of W2 are exact; the other values are
// simulated, with the standard error given beside them.
#include "theory/known_answers.hpp"

namespace restock::theory {

Chapter peer_workloads() {
  const Measure orders_per_day = fact([](const Ledger& l) {
    return static_cast<double>(l.stock.replenishment_orders) * day / static_cast<double>(l.length);
  });
  const auto per_customer = [](Quantity OrderFacts::*units) {
    return fact([units](const Ledger& l) {
      return static_cast<double>(l.orders.*units) / static_cast<double>(l.orders.demand);
    });
  };
  const Measure stage_holding =
      fact([](const Ledger& l) { return l.money.holding * day / static_cast<double>(l.length); });
  // A job keeps the line busy for a day on average.
  const Measure line_busy =
      fact([](const Ledger& l) { return static_cast<double>(l.stock.received) * day / static_cast<double>(l.length); });
  return {
      {"W1a",
       {{"base", "fill_rate", kpi("fill_rate"), 0.911167, 0.01, 5e-7},
        {"base", "mean_on_hand", kpi("mean_on_hand"), 10.72045, 0.01, 5e-6},
        {"base", "mean_backorders", kpi("mean_backlog"), 0.22045, 0.03, 5e-6},
        {"base", "orders_per_day", orders_per_day, 0.5, 0.01},
        {"base", "cost_rate", kpi("total_cost"), 37.70451775, 0.01}}},
      {"W1b",
       {{"base", "cost_per_period", kpi("total_cost"), 14.33743, 0.01, 5e-6},
        {"base", "mean_on_hand", kpi("mean_on_hand"), 10.39431, 0.01, 5e-6},
        {"base", "mean_backorders", kpi("mean_backlog"), 0.39431, 0.03, 5e-6},
        {"base", "fill_rate", kpi("fill_rate"), 0.980285, 0.01, 5e-7}}},
      {"W2",
       {{"base", "cost_per_period", kpi("total_cost"), 193.016, 0.003, 0.0005},
        {"base", "on_hand_and_in_transit", stage_holding, 56.669 + 119.989, 0.001, 0.01},
        {"base", "stockout", kpi("backorder_cost"), 16.345, 0.04, 0.015},
        {"base", "fill_rate", kpi("fill_rate", "node-1"), 0.98366, 0.01, 5e-6}}},
      {"W3",
       {{"base", "cost_per_period", kpi("total_cost"), 942.746, 0.002, 0.074},
        {"base", "on_hand_and_in_transit", stage_holding, 367.94 + 450.015, 0.002, 0.05},
        {"base", "stockout", kpi("backorder_cost"), 124.80, 0.015, 0.05},
        {"base", "fill_rate", kpi("fill_rate"), 0.97270, 0.001, 1e-5}}},
      {"W4",
       {{"base", "immediate", per_customer(&OrderFacts::filled), 0.87956, 0.002, 3e-5},
        {"base", "served_after_wait", per_customer(&OrderFacts::shipped_from_backorder), 0.06332, 0.01, 2e-5},
        {"base", "reneged", per_customer(&OrderFacts::cancelled_by_customer), 0.05637, 0.02, 2e-5},
        {"base", "balked", per_customer(&OrderFacts::lost_out_of_stock), 0.000751, 0.1, 3e-6},
        {"base", "mean_wait_of_waited_and_served", kpi("mean_wait"), 1.0605, 0.01, 3e-4},
        {"base", "mean_on_hand", kpi("mean_on_hand"), 7.6152, 0.01, 4e-4}}},
      {"W5a",
       {{"base", "mean_time_in_system", kpi("mean_wait"), 10.0, 0.05},
        {"base", "mean_in_system", kpi("mean_backlog"), 9.0, 0.05},
        {"base", "utilisation", line_busy, 0.9, 0.01}}},
  };
}

}  // namespace restock::theory
