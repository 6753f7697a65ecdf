// A base stock of c before c production lines: a free line is a unit on hand, a busy one a unit on order, a waiting
// customer is a backorder, and he begins his service when a unit is made.
#include "theory/known_answers.hpp"

namespace restock::theory {

namespace {

Measure mean_wait_of_all() {
  return fact(
      [](const Ledger& l) { return to_double(l.orders.queue_time) / day / static_cast<double>(l.orders.demand); });
}

Measure mean_wait_of_accepted() {
  return fact([](const Ledger& l) {
    return to_double(l.orders.wait) / day / static_cast<double>(l.orders.filled + l.orders.shipped_from_backorder);
  });
}

Measure waits_longer(Time than) {
  return order_share([than](const OrderRow& row) { return row.ended - row.ordered > than; });
}

/// Share of the lines' time: units made, each of which kept a line busy for `service_days` on average.
Measure utilisation(double service_days, double lines) {
  return fact([=](const Ledger& l) {
    return static_cast<double>(l.stock.received) * day / static_cast<double>(l.length) * service_days / lines;
  });
}

}  // namespace

Chapter production_queues() {
  return {
      {"RN-10",
       {{"base", "cancel_fraction", kpi("cancel_rate"), 0.306796725665, 0.02},
        {"base", "mean_queue", kpi("mean_backlog"), 2.45437380532, 0.02},
        {"base", "mean_wait_all_customers", mean_wait_of_all(), 0.61359345133, 0.02},
        {"base", "P(wait>0)", 1.0 - kpi("fill_rate"), 0.844556329759, 0.01},
        {"base", "server_utilisation", utilisation(1.0, 3.0), 0.924271032447, 0.01}}},
      {"PQ-01",
       {{"base", "P(wait)", 1.0 - kpi("fill_rate"), 0.647191011236, 0.01},
        {"base", "mean_wait_days", mean_wait_of_all(), 2.15730337079, 0.02},
        {"base", "mean_ships_in_port", kpi("mean_on_order"), 4.98876404494, 0.01},
        {"base", "berth_utilisation", utilisation(2.0, 3.0), 0.8, 0.01},
        {"base", "P(Wq>1 day)", waits_longer(day), 0.479450893385, 0.02},
        {"base", "P(Wq>3 days)", waits_longer(3 * day), 0.263128229225, 0.03}}},
      {"PQ-02",
       {{"base", "Wq/service[n=1,rho=0.7]", mean_wait_of_all(), 1.75, 0.02},
        {"n2-half", "Wq/service[n=2,rho=0.5]", mean_wait_of_all(), 0.255639097744, 0.02},
        {"n2", "Wq/service[n=2,rho=0.7]", mean_wait_of_all(), 0.728620215343, 0.02},
        {"n3", "Wq/service[n=3,rho=0.8]", mean_wait_of_all(), 0.818261738508, 0.02},
        {"n4", "Wq/service[n=4,rho=0.9]", mean_wait_of_all(), 1.48727334085, 0.03}}},
      {"PQ-04",
       {{"base", "Wq/service[c=1,rho=0.8]", mean_wait_of_all(), 2.0, 0.02},
        {"c2", "Wq/service[c=2,rho=0.8]", mean_wait_of_all(), 0.903283879416, 0.02},
        {"c2", "P(no wait)[c=2,rho=0.8]", kpi("fill_rate"), 0.298101682827, 0.01},
        {"c4", "Wq/service[c=4,rho=0.85]", mean_wait_of_all(), 0.588766326107, 0.02}}},
      {"PQ-06",
       {{"base", "diverted_fraction", kpi("lost_rate"), 0.25571222469, 0.02},
        {"base", "mean_wait_of_accepted_days", mean_wait_of_accepted(), 1.12579817331, 0.01},
        {"base", "mean_queue", kpi("mean_backlog"), 2.09479454466, 0.01},
        {"base", "berth_utilisation", utilisation(1.5, 3.0), 0.930359719138, 0.01}}},
      {"PQ-07",
       {{"base", "diverted_fraction", kpi("cancel_rate"), 0.164781059921, 0.02},
        {"base", "mean_queue", kpi("mean_backlog"), 2.47171589882, 0.02},
        {"base", "P(wait)", 1.0 - kpi("fill_rate"), 0.760035019892, 0.01},
        {"base", "mean_wait_all_ships_days", mean_wait_of_all(), 0.823905299607, 0.02}}},
      {"PQ-11",
       {{"base", "mean_on_hand", kpi("mean_on_hand", "depot"), 3.56524582752, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog", "depot"), 0.993817256088, 0.04},
        {"base", "fill_rate", kpi("fill_rate", "depot"), 0.705089015673, 0.01},
        {"base", "mean_on_order", kpi("mean_on_order", "depot"), 15.4285714286, 0.01},
        {"base", "mean_ships_in_port",
         kpi("mean_on_order", "port/landed") + -1.0 * kpi("mean_on_order", "port/at-anchor"), 3.42857142857, 0.02}}},
  };
}

}  // namespace restock::theory
