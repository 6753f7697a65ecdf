// Ports as queues: other people's ships only, or a warehouse behind the port. In the language a planner would use.
#include "theory/known_answers.hpp"

#include <algorithm>

namespace restock::theory {

namespace {

Measure share_that_waited() {
  return fact([](const Ledger& l) { return static_cast<double>(l.ports.waited) / static_cast<double>(l.ports.waits); });
}

Measure share_diverted() {
  return fact([](const Ledger& l) {
    return static_cast<double>(l.ports.diverted) / static_cast<double>(l.ports.calls + l.ports.background_calls);
  });
}

Measure share_of_time_empty() {
  return fact([](const Ledger& l) { return to_double(l.ports.empty) / static_cast<double>(l.length); });
}

/// As many ships as berths, or more: while the port is shut, a ship that could berth lies before it.
Measure share_of_time_full() {
  return fact([](const Ledger& l) { return to_double(l.ports.full) / static_cast<double>(l.length); });
}

/// Little's law on the ships of the window.
Measure time_in_port() {
  return fact([](const Ledger& l) {
    return to_double(l.ports.queue + l.ports.busy) / day / static_cast<double>(l.ports.background_calls);
  });
}

/// Within the bin that holds the limit, waits are taken to be spread evenly.
Measure waits_longer(Time than) {
  return of_run([than](const Run& run) {
    const std::vector<Quantity>& counts = run.record.port_waits.front().counts();
    double longer = 0.0;
    double all = 0.0;
    for (std::uint32_t bin = 0; bin < counts.size(); ++bin) {
      const double low = SpanSketch::lower(bin);
      const double high = SpanSketch::lower(bin + 1);
      const double above = std::clamp((high - static_cast<double>(than)) / (high - low), 0.0, 1.0);
      longer += above * static_cast<double>(counts[bin]);
      all += static_cast<double>(counts[bin]);
    }
    return longer / all;
  });
}

Measure rolled_per_sailing() {
  return fact([](const Ledger& l) {
    return static_cast<double>(l.links.rolled) * static_cast<double>(week) / static_cast<double>(l.length);
  });
}

}  // namespace

Chapter ports() {
  return {
      {"PQ-01-port",
       {{"base", "P(wait)", share_that_waited(), 0.647191011236, 0.01},
        {"base", "mean_wait_days", kpi("port_wait"), 2.15730337079, 0.02},
        {"base", "mean_ships_in_port", kpi("ships_in_port"), 4.98876404494, 0.01},
        {"base", "berth_utilisation", kpi("berth_utilisation"), 0.8, 0.01},
        {"base", "P(Wq>1 day)", waits_longer(day), 0.479450893385, 0.02},
        {"base", "P(Wq>3 days)", waits_longer(3 * day), 0.263128229225, 0.03}}},
      {"PQ-02-port",
       {{"base", "Wq/service[n=1,rho=0.7]", kpi("port_wait"), 1.75, 0.02},
        {"n2", "Wq/service[n=2,rho=0.7]", kpi("port_wait"), 0.728620215343, 0.02},
        {"n3", "Wq/service[n=3,rho=0.8]", kpi("port_wait"), 0.818261738508, 0.02}}},
      {"PQ-04-port",
       {{"base", "Wq/service[c=1,rho=0.8]", kpi("port_wait"), 2.0, 0.02},
        {"c2", "Wq/service[c=2,rho=0.8]", kpi("port_wait"), 0.903283879416, 0.02},
        {"c2", "P(no wait)[c=2,rho=0.8]", 1.0 - share_that_waited(), 0.298101682827, 0.01}}},
      {"PQ-06-port",
       {{"base", "diverted_fraction", share_diverted(), 0.25571222469, 0.02},
        {"base", "mean_wait_of_accepted_days", kpi("port_wait"), 1.12579817331, 0.01},
        {"base", "mean_queue", kpi("port_queue"), 2.09479454466, 0.01},
        {"base", "berth_utilisation", kpi("berth_utilisation"), 0.930359719138, 0.01}}},
      {"PQ-07-port",
       {{"base", "diverted_fraction", share_diverted(), 0.164781059921, 0.02},
        {"base", "mean_queue", kpi("port_queue"), 2.47171589882, 0.02},
        {"base", "P(wait)", share_that_waited(), 0.760035019892, 0.01},
        {"base", "mean_wait_all_ships_days", kpi("port_wait"), 0.823905299607, 0.02}}},
      {"PQ-08",
       {{"base", "mean_ships_in_port", kpi("ships_in_port"), 2.83629707175, 0.02},
        {"base", "mean_time_in_port_days", time_in_port(), 2.83629707175, 0.02},
        {"base", "P(all berths occupied)", share_of_time_full(), 0.27090618617, 0.02},
        {"base", "P(no ship in port)", share_of_time_empty(), 0.105401722863, 0.02}}},
      {"PQ-10",
       {{"base", "mean_queue", kpi("port_queue"), 0.6367669173, 0.02},
        {"base", "mean_wait_days", kpi("port_wait"), 0.964798359545, 0.02},
        {"base", "berth_utilisation", kpi("berth_utilisation"), 0.44, 0.01},
        {"base", "P(no ship in port)", share_of_time_empty(), 0.368421052632, 0.02}}},
      {"PQ-11-port",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 3.56524582752, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 0.993817256088, 0.04},
        {"base", "fill_rate", kpi("fill_rate"), 0.705089015673, 0.01},
        {"base", "mean_on_order", kpi("mean_on_order"), 15.4285714286, 0.01},
        {"base", "mean_ships_in_port", kpi("ships_in_port"), 3.42857142857, 0.02}}},
      {"PORT-MG1",
       {{"base", "mean_wait_days[gamma, cv 2]", kpi("port_wait"), 3.75, 0.03},
        {"base", "berth_utilisation", kpi("berth_utilisation"), 0.6, 0.01},
        {"uniform", "mean_wait_days[uniform]", kpi("port_wait"), 1.0, 0.02}}},
      {"PORT-slow",
       {{"base", "mean_ships_in_port", kpi("ships_in_port"), 2.966326495188783, 0.03},
        {"base", "mean_queue", kpi("port_queue"), 2.2562244437454186, 0.03},
        {"base", "P(no ship in port)", share_of_time_empty(), 0.28989794855663575, 0.01}}},
      {"PORT-berths",
       {{"base", "mean_ships_in_port", kpi("ships_in_port"), 2.0473793487592715, 0.02},
        {"base", "mean_queue", kpi("port_queue"), 1.0473793487592717, 0.02},
        {"base", "P(all berths occupied)", share_of_time_full(), 0.45152037259416483, 0.01},
        {"base", "berths out of use", kpi("berths_out"), 0.5 / 3.0, 0.02}}},
      {"PORT-loss",
       {{"base", "diverted_fraction", share_diverted(), 0.2105263157895, 0.02},
        {"base", "berth_utilisation", kpi("berth_utilisation"), 0.5263157894737, 0.01}}},
      {"PORT-sailings",
       {{"base", "rolled units per sailing", rolled_per_sailing(), 0.72679989499, 0.05},
        {"blank", "rolled units per sailing", rolled_per_sailing(), 2.81923655111, 0.05}}},
  };
}

}  // namespace restock::theory
