#include "theory/known_answers.hpp"

namespace restock::theory {

namespace {

/// A year of the source of DS-01 in days here: 1300 minutes.
constexpr double source_year = 1300.0 / 1440.0;

Measure orders_per(double days) {
  return fact([=](const Ledger& l) {
    return static_cast<double>(l.stock.replenishment_orders) * days * day / static_cast<double>(l.length);
  });
}

Measure share_of_time_active() {
  return of_run([](const Run& run) {
    return static_cast<double>(run.record.causes[0].active) / static_cast<double>(run.network.length);
  });
}

/// Stock of whole units is half a unit above the fluid's while there is any.
Measure fluid_on_hand() { return kpi("mean_on_hand") + (-0.5) * kpi("ready_rate"); }

Measure cancelled_supply_per_day() {
  return fact([](const Ledger& l) {
    return static_cast<double>(l.stock.supply_cancelled) * day / static_cast<double>(l.length);
  });
}

}  // namespace

Chapter disruptions() {
  return {
      {"DS-01",
       {{"base", "cost_rate", source_year * kpi("total_cost"), 211.084189259, 0.01},
        {"base", "mean_on_hand", fluid_on_hand(), 195.642115749, 0.01},
        {"base", "lost_fraction", kpi("lost_rate"), 0.0217894212566, 0.03},
        {"base", "order_rate", orders_per(source_year), 3.17918438092, 0.01}}},
      {"DS-02",
       {{"base", "cost_rate", kpi("total_cost"), 2737.06896552, 0.02},
        {"base", "mean_on_hand_end", kpi("mean_on_hand"), 5362.06896552, 0.01},
        {"base", "mean_backorders_end", kpi("mean_backlog"), 465.517241379, 0.05},
        {"S-2000", "cost_rate", kpi("total_cost"), 3310.34482759, 0.02},
        {"S-12000", "cost_rate", kpi("total_cost"), 3075.16163793, 0.02}}},
      {"DS-03",
       {{"base", "cost_rate", kpi("total_cost"), 41.6674178881, 0.03},
        {"base", "mean_on_hand_end", kpi("mean_on_hand"), 17.6407609335, 0.01},
        {"base", "mean_backorders_end", kpi("mean_backlog"), 2.40266569545, 0.04},
        {"base", "fill_rate", kpi("fill_rate"), 0.92792002274, 0.01}}},
      {"DS-04",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 7.27814991192, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 0.843367303222, 0.05},
        {"base", "fill_rate", kpi("fill_rate"), 0.926744680551, 0.01},
        {"base", "mean_on_order", kpi("mean_on_order"), 7.5652173913, 0.02},
        {"base", "fraction_time_down", share_of_time_active(), 0.130434782609, 0.02}}},
      {"DS-06",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 5.79865051076, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 2.48912670124, 0.04},
        {"base", "fill_rate", kpi("fill_rate"), 0.857640399894, 0.01},
        {"base", "mean_on_order", kpi("mean_on_order"), 8.69047619048, 0.02}}},
      {"DS-08",
       {{"base", "lost_fraction", kpi("lost_rate"), 0.0281211519488, 0.04},
        {"base", "mean_on_hand", kpi("mean_on_hand"), 15.7059293526, 0.01},
        {"base", "order_rate", orders_per(1.0), 0.242969712013, 0.01}}},
      {"DS-10",
       {{"base", "mean_on_hand_end", kpi("mean_on_hand"), 9.45723611443, 0.01},
        {"base", "mean_backorders_end", kpi("mean_backlog"), 1.25131262614, 0.04},
        {"base", "fill_rate", kpi("fill_rate"), 0.908605514946, 0.01},
        {"base", "order_frequency", orders_per(1.0), 0.267377356664, 0.01}}},
      // λ = 0.5, μ = 1, ξ = 0.1, η = 0.5 per day.
      {"DS-line-breaks",
       {{"base", "mean_on_order", kpi("mean_on_order"), 0.5 * (1.2 + 0.2) / (1.0 - 0.6) + 0.5 / 3.0, 0.03},
        {"base", "fraction_time_down", share_of_time_active(), 1.0 / 6.0, 0.02}}},
      {"DS-delays",
       {{"base", "mean_on_order", kpi("mean_on_order"), 3.0 * (4.0 + 0.2 * (2.0 + 1.0)), 0.01},
        {"late", "mean_on_order", kpi("mean_on_order"), 3.0 * (4.0 + 0.3 * 2.0), 0.01},
        {"cancelled", "mean_on_order", kpi("mean_on_order"), 3.0 * (4.0 + 2.0 / 3.0), 0.01},
        {"cancelled", "cancelled units per day", cancelled_supply_per_day(), 3.0 / 3.0, 0.02}}},
      {"PORT-threshold",
       {{"base", "mean_ships_in_port", kpi("ships_in_port"), 2.0543822981648945, 0.01},
        {"base", "fraction_time_active", share_of_time_active(), 0.07292838106532058, 0.02}}},
      {"SEA-canal",
       {{"base", "mean_on_order", kpi("mean_on_order"), 3.5 + 48.0 / 4.0, 1e-12},
        {"blanked", "mean_on_order", kpi("mean_on_order"), 3.5 + 53.0 / 4.0, 1e-12},
        {"slow", "mean_on_order", kpi("mean_on_order"), 3.5 + 59.0 / 4.0, 1e-12}}},
      {"SEA-late", {{"base", "mean_on_order", kpi("mean_on_order"), 9.0 + 1.0 + 2.0 + 1.0 + 1.0, 0.01}}},
      {"DS-shortage",
       {{"base", "mean_on_order", kpi("mean_on_order"), 165.0 / 20.0, 1e-12},
        {"base", "supply cancelled", cancelled_supply_per_day(), 0.0, 1e-12},
        {"cancelled", "mean_on_order", kpi("mean_on_order"), 10.0 * 3.0 * 2.0 / 20.0, 1e-12},
        {"cancelled", "cancelled units per day", cancelled_supply_per_day(), 30.0 / 20.0, 1e-12}}},
  };
}

}  // namespace restock::theory
