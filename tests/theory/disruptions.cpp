#include "theory/known_answers.hpp"

#include <cmath>
#include <vector>

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

Measure lost_per_day(Quantity LossFacts::*units) {
  return fact(
      [units](const Ledger& l) { return static_cast<double>(l.losses.*units) * day / static_cast<double>(l.length); });
}

Measure per_day(Quantity StockFacts::*units) {
  return fact(
      [=](const Ledger& l) { return static_cast<double>(l.stock.*units) * day / static_cast<double>(l.length); });
}

/// Of the units that a lot of 40 brings, about the exact mean 28.
Measure variance_of_lots() {
  return of_rows([](const Run& run) {
    double sum = 0.0;
    double lots = 0.0;
    for (const ReplenishmentRow& row : run.replenishments) {
      if (row.completed == never) continue;
      const double away = static_cast<double>(row.received) - 28.0;
      sum += away * away;
      lots += 1.0;
    }
    return sum / lots;
  });
}

/// P(Poisson(mean) < level): of a base stock with what is on order Poisson.
double poisson_below(double mean, int level) {
  double term = std::exp(-mean);
  double sum = 0.0;
  for (int k = 0; k < level; term *= mean / ++k) sum += term;
  return sum;
}

/// Mean of a stock that gains a unit at the begin of every day and loses half, halves up, at fires of `rate` a day. In
/// each of a thousand slices of a day there is a fire with the probability of at least one, and no second.
double mean_stock_between_fires(double rate) {
  constexpr int most = 400;
  constexpr int slices = 1000;
  const double fire = 1.0 - std::exp(-rate / slices);
  std::vector<double> p(most + 1, 0.0);
  p[20] = 1.0;
  double mean = 0.0;
  for (int today = 0; today < 400; ++today) {
    for (int n = most; n > 0; --n) p[n] = p[n - 1];
    p[0] = 0.0;
    double sum = 0.0;
    for (int slice = 0; slice < slices; ++slice) {
      std::vector<double> next(most + 1, 0.0);
      for (int n = 0; n <= most; ++n) {
        next[n] += p[n] * (1.0 - fire);
        next[n - (n + 1) / 2] += p[n] * fire;
        sum += p[n] * n / slices;
      }
      p.swap(next);
    }
    mean = sum;
  }
  return mean;
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
      {"DS-yield",
       {{"base", "mean_on_order", kpi("mean_on_order"), 3.0 * (1.0 / 0.8 + 3.0), 0.01},
        {"base", "fill_rate", kpi("fill_rate"), poisson_below(12.75, 15), 0.01},
        {"base", "yield lost per day", lost_per_day(&LossFacts::yield_lost), 3.0 * 0.2 / 0.8, 0.02},
        {"law", "mean_on_order", kpi("mean_on_order"), 3.0 * (1.0 / 0.8 + 3.0), 0.01},
        {"law", "fill_rate", kpi("fill_rate"), poisson_below(12.75, 15), 0.01},
        {"worn", "mean_on_order", kpi("mean_on_order"), 3.0 * (1.0 / 0.6 + 3.0), 0.01},
        {"worn", "yield lost per day", lost_per_day(&LossFacts::yield_lost), 3.0 * 0.4 / 0.6, 0.02}}},
      {"DS-yield-lots",
       {{"base", "received per day", per_day(&StockFacts::received), 28.0, 0.01},
        {"base", "variance of a lot", variance_of_lots(), 40.0 * 0.21, 0.05},
        {"law", "received per day", per_day(&StockFacts::received), 28.0, 0.01},
        {"law", "variance of a lot", variance_of_lots(), 40.0 * 0.18 + 1600.0 * 0.03, 0.05}}},
      {"DS-short",
       {{"base", "mean_on_order", kpi("mean_on_order"), 3.0 * 3.0 / 0.75, 0.01},
        {"base", "fill_rate", kpi("fill_rate"), poisson_below(12.0, 15), 0.01},
        {"base", "short units per day", lost_per_day(&LossFacts::short_shipped), 1.0, 0.02},
        {"base", "cancelled units per day", cancelled_supply_per_day(), 0.0, 1e-12},
        {"cancelled", "mean_on_order", kpi("mean_on_order"), 3.0 * 3.0 / 0.75, 0.01},
        {"cancelled", "cancelled units per day", cancelled_supply_per_day(), 1.0, 0.02},
        {"effect", "mean_on_order", kpi("mean_on_order"), 3.0 * 3.0 / 0.75, 0.01},
        {"effect", "short units per day", lost_per_day(&LossFacts::short_shipped), 1.0, 0.02}}},
      {"DS-fire",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 20.0, 0.03},
        {"base", "scrapped per day", lost_per_day(&LossFacts::scrapped), 1.0, 0.01},
        {"half", "mean_on_hand", kpi("mean_on_hand"), mean_stock_between_fires(1.0 / 20.0), 0.02},
        {"half", "scrapped per day", lost_per_day(&LossFacts::scrapped), 1.0, 0.01}}},
  };
}

}  // namespace restock::theory
