#include "theory/known_answers.hpp"

namespace restock::theory {

namespace {

/// About the exact mean: a sample variance over replications is not a mean over them.
Measure variance_of(Quantity (*count)(const Run&), double mean) {
  return of_run([=](const Run& run) {
    const double away = static_cast<double>(count(run)) - mean;
    return away * away;
  });
}

Quantity demand(const Run& run) { return run.network.orders.demand; }
Quantity brought(const Run& run) { return run.network.surge_demand; }

Measure covariance_of_products(double mean) {
  return of_run([=](const Run& run) {
    return (static_cast<double>(run.points[0].orders.demand) - mean) *
           (static_cast<double>(run.points[1].orders.demand) - mean);
  });
}

}  // namespace

Chapter moving_demand() {
  return {
      {"CB-10",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 4.37637721695, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 0.709710550278, 0.02},
        {"base", "fill_rate", kpi("fill_rate"), 0.543157737726, 0.01}}},
      {"DM-01",
       {{"base", "demand", kpi("demand"), 1368.0, 0.005},
        {"base", "surge_demand", kpi("surge_demand"), 280.0, 0.01},
        {"base", "var_demand", variance_of(demand, 1368.0), 1368.0, 0.15},
        {"no-sale", "demand", kpi("demand"), 1200.0, 0.005},
        {"no-sale", "surge_demand", kpi("surge_demand"), 0.0, 0.0}}},
      {"DM-02",
       {{"base", "demand", kpi("demand"), 2083.8785, 0.005},
        {"base", "var_demand", variance_of(demand, 2083.8785), 2083.8785, 0.15}}},
      {"DM-03",
       {{"base", "demand", kpi("demand"), 2575.331964, 0.005},
        {"base", "var_demand", variance_of(demand, 2575.331964), 2575.331964, 0.15}}},
      {"DM-04",
       {{"base", "surge_demand", kpi("surge_demand"), 500.0, 0.03},
        {"base", "var_surge_demand", variance_of(brought, 500.0), 25250.0, 0.15}}},
      {"DM-05",
       {{"base", "surge_demand", kpi("surge_demand"), 250.0, 0.02},
        {"base", "var_surge_demand", variance_of(brought, 250.0), 1555.9375, 0.15}}},
      {"DM-06",
       {{"base", "demand", kpi("demand"), 200.0, 0.02},
        {"base", "variance_of_both", variance_of(demand, 200.0), 2 * 1700.0 + 2 * 960.0, 0.1},
        {"base", "covariance", covariance_of_products(100.0), 960.0, 0.15}}},
      {"DM-07",
       {{"base", "demand", kpi("demand"), 300.0, 0.01},
        {"base", "var_demand", variance_of(demand, 300.0), 1675.0, 0.15}}},
      {"DM-lift",
       {{"base", "demand", kpi("demand"), 2000.0, 0.02},
        {"base", "surge_demand", kpi("surge_demand"), 1000.0, 0.03},
        {"base", "var_demand", variance_of(demand, 2000.0), 130888.888889, 0.12},
        {"dip", "demand", kpi("demand"), 750.0, 0.01},
        {"dip", "var_demand", variance_of(demand, 750.0), 8805.555556, 0.12}}},
  };
}

}  // namespace restock::theory
