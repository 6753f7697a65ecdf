#include "theory/known_answers.hpp"

namespace restock::theory {

namespace {

Measure waits_longer(Time than) {
  return order_share([than](const OrderRow& row) { return row.ended - row.ordered > than; });
}

/// Waiting time of all units, those that do not wait included.
Measure mean_wait_of_all() {
  return fact([](const Ledger& l) { return to_double(l.orders.wait) / day / static_cast<double>(l.orders.demand); });
}

Measure orders_per_day(double unit_of_time_in_days = 1.0) {
  return fact([=](const Ledger& l) {
    return static_cast<double>(l.stock.replenishment_orders) * unit_of_time_in_days * day /
           static_cast<double>(l.length);
  });
}

Measure mean_order_size() {
  return fact([](const Ledger& l) {
    return static_cast<double>(l.stock.replenishment_units) / static_cast<double>(l.stock.replenishment_orders);
  });
}

Measure on_hand(std::size_t instant) {
  return sampled_at(
      instant, [](const Sample& s) { return static_cast<double>(s.on_hand); }, "shop");
}

Measure backlog(std::size_t instant) {
  return sampled_at(
      instant, [](const Sample& s) { return static_cast<double>(s.backlog); }, "shop");
}

/// About the exact mean: a sample variance would be too small by the variance of the replication's own mean.
Measure variance_on_order(double mean) {
  return sampled(
      [mean](const Sample& s) {
        const double away = static_cast<double>(s.on_order) - mean;
        return away * away;
      },
      "shop");
}

Case palm() {
  Case palm{"CB-04", {}};
  for (const char* law : {"base", "exponential", "lognormal", "uniform"}) {
    palm.expected.push_back({law, "mean_on_hand", kpi("mean_on_hand"), 3.3224727301, 0.01});
    palm.expected.push_back({law, "mean_backorders", kpi("mean_backlog"), 0.322472730102, 0.02});
    palm.expected.push_back({law, "fill_rate", kpi("fill_rate"), 0.791556476395, 0.01});
    palm.expected.push_back({law, "mean_on_order", kpi("mean_on_order"), 10.0, 0.01});
    palm.expected.push_back({law, "var_on_order", variance_on_order(10.0), 10.0, 0.02});
  }
  return palm;
}

}  // namespace

Chapter continuous_review() {
  return {
      {"CB-01",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 3.40194039911, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 0.40194039911, 0.02},
        {"base", "fill_rate", kpi("fill_rate"), 0.772024532304, 0.01},
        {"base", "ready_rate", kpi("ready_rate"), 0.772024532304, 0.01},
        {"base", "mean_wait", mean_wait_of_all(), 0.133980133037, 0.02},
        {"base", "P(wait>0.5)", waits_longer(day / 2), 0.112112122372, 0.03},
        {"base", "P(wait>1)", waits_longer(day), 0.0414663254729, 0.03},
        {"base", "P(wait>2)", waits_longer(2 * day), 0.00140035383336, 0.06},
        {"base", "mean_on_order", kpi("mean_on_order"), 12.0, 0.01}}},
      {"CB-02",
       {{"base", "cost_rate", kpi("total_cost"), 107.923580633, 0.01},
        {"base", "mean_on_hand", kpi("mean_on_hand"), 3.10543282725, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 0.105432827254, 0.02},
        {"base", "fill_rate", kpi("fill_rate"), 0.866632830422, 0.01},
        {"base", "order_rate", orders_per_day(), 0.3, 0.01},
        {"more", "cost_rate", kpi("total_cost"), 242.528163766, 0.01}}},
      {"CB-03",
       {{"base", "cost_rate", 10.0 * kpi("total_cost"), 28.2413128422, 0.01},
        {"base", "mean_on_hand", kpi("mean_on_hand"), 4.16825531203, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 0.168255312032, 0.03},
        {"base", "fill_rate", kpi("fill_rate"), 0.863150807031, 0.01},
        {"base", "order_rate", orders_per_day(10.0), 12.0 / 7.0, 0.01},
        {"less", "cost_rate", 10.0 * kpi("total_cost"), 34.2641544695, 0.015}}},
      palm(),
      {"CB-06",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 6.58122212831, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 0.494265606572, 0.03},
        {"base", "unit_fill_rate", kpi("fill_rate"), 0.782211046668, 0.01},
        {"base", "complete_order_fill_rate", order_share([](const OrderRow& row) { return row.filled == row.units; }),
         0.782211046668, 0.01},
        {"base", "order_rate", orders_per_day(), 0.217391304348, 0.01},
        {"base", "mean_order_size", mean_order_size(), 11.5, 0.01}}},
      {"CB-08",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 3.048576, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 1.048576, 0.03},
        {"base", "fill_rate", kpi("fill_rate"), 0.737856, 0.01},
        {"base", "mean_on_order", kpi("mean_on_order"), 4.0, 0.03}}},
      {"CB-12",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 11.0647192842, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 0.0647192842085, 0.03},
        {"base", "fill_rate", kpi("fill_rate"), 0.965171376229, 0.01},
        {"base", "on_hand_just_before_receipt",
         sampled([](const Sample& s) { return static_cast<double>(s.on_hand); }, "shop"), 4.4876007404, 0.02},
        {"base", "mean_order_size", mean_order_size(), 14.0, 0.01}}},
      {"CB-14",
       {{"base", "E[on_hand](t=1)", on_hand(1), 12.00000015, 0.005},
        {"base", "E[on_hand](t=3)", on_hand(3), 6.04266204168, 0.01},
        {"base", "E[on_hand](t=4)", on_hand(4), 3.40194039911, 0.02},
        {"base", "E[on_hand](t=6)", on_hand(6), 3.40194039911, 0.02},
        {"base", "E[backorders](t=3)", backlog(3), 0.0426620416776, 0.05},
        {"base", "E[backorders](t=4)", backlog(4), 0.40194039911, 0.03},
        {"base", "E[backorders](t=6)", backlog(6), 0.40194039911, 0.03}}},
  };
}

}  // namespace restock::theory
