#include "theory/known_answers.hpp"

namespace restock::theory {

namespace {

/// Units received in a day: the throughput of the supplier, and with a service of one day on average his busy lines.
Measure received_per_day() {
  return fact(
      [](const Ledger& l) { return static_cast<double>(l.stock.received) * day / static_cast<double>(l.length); });
}

Case balking() {
  Case balking{"RN-09", {}};
  for (const char* law : {"base", "lognormal"}) {
    balking.expected.push_back({law, "balk_fraction", kpi("lost_rate"), 0.248813356304, 0.02});
    balking.expected.push_back({law, "mean_on_hand", kpi("mean_on_hand"), 0.959575067557, 0.01});
    balking.expected.push_back({law, "mean_backorders", kpi("mean_backlog"), 0.471441504518, 0.02});
    balking.expected.push_back({law, "immediate_fill_fraction", kpi("fill_rate"), 0.459037252815, 0.01});
  }
  return balking;
}

}  // namespace

Chapter impatient_customers() {
  return {
      {"RN-01",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 0.742379657867, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 1.05476140687, 0.02},
        {"base", "cancel_fraction", kpi("cancel_rate"), 0.1687618251, 0.02},
        {"base", "immediate_fill_fraction", kpi("fill_rate"), 0.355136278771, 0.01},
        {"base", "mean_on_order", kpi("mean_on_order"), 8.312381749, 0.01},
        {"base", "replenishment_units_received_rate", received_per_day(), 4.1561908745, 0.01}}},
      {"RN-03",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 0.943055374455, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 1.65329077927, 0.02},
        {"base", "cancel_fraction", kpi("cancel_rate"), 0.206661347409, 0.02},
        {"base", "immediate_fill_fraction", kpi("fill_rate"), 0.357149299454, 0.01},
        {"base", "server_utilisation", received_per_day(), 0.952006383109, 0.01}}},
      {"RN-05",
       {{"base", "cancel_fraction", of_run([](const Run& run) {
           const OrderFacts& o = run.network.orders;
           return static_cast<double>(o.cancelled_by_customer) / static_cast<double>(o.demand);
         }),
         0.729364907602, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 15.7586227004, 0.01},
        {"base", "mean_time_in_backlog", kpi("mean_time_in_queue"), 3.93965567511, 0.01},
        {"base", "delivery_rate", fact([](const Ledger& l) {
           return static_cast<double>(l.orders.cancelled_by_seller) * day / static_cast<double>(l.length);
         }),
         1.08254036959, 0.01},
        {"base", "var_backorders",
         sampled(
             [](const Sample& s) {
               const double away = static_cast<double>(s.backlog) - 15.7586227004;
               return away * away;
             },
             "shop"),
         15.7586227004, 0.02}}},
      {"RN-07",
       {{"base", "mean_on_hand_end", kpi("mean_on_hand"), 0.76384756644, 0.01},
        {"base", "mean_backorders_end_before_cancellation", kpi("mean_backlog"), 1.35626224461, 0.02},
        {"base", "cancel_fraction", kpi("cancel_rate"), 0.101719668346, 0.02},
        {"base", "immediate_fill_fraction", kpi("fill_rate"), 0.66786909188, 0.01},
        {"base", "mean_order", fact([](const Ledger& l) {
           return static_cast<double>(l.stock.replenishment_units) * day / static_cast<double>(l.length);
         }),
         3.59312132662, 0.01}}},
      balking(),
  };
}

}  // namespace restock::theory
