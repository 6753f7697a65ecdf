// Planners who see old data.
#include "theory/known_answers.hpp"

#include <vector>

namespace restock::theory {

namespace {

/// Orders of a planner who sees the position of `delay` reviews ago and forgets what he has ordered since, day by day.
std::vector<double> forgetful_orders(int days, int delay, double demand) {
  std::vector<double> shortfall(1, 0.0);
  std::vector<double> orders;
  for (int t = 0; t < days; ++t) {
    const double seen = shortfall[static_cast<std::size_t>(t > delay ? t - delay : 0)];
    orders.push_back(seen > 0.0 ? seen : 0.0);
    shortfall.push_back(shortfall.back() - orders.back() + demand);
  }
  return orders;
}

double sum_of_squares(const std::vector<double>& orders) {
  double sum = 0.0;
  for (const double x : orders) sum += x * x;
  return sum;
}

Measure squares_of_orders() {
  return fact([](const Ledger& l) { return to_double(l.stock.ordered.sum_of_squares); });
}

}  // namespace

Chapter late_information() {
  return {{"LI-01",
           {{"base", "mean_on_hand", kpi("mean_on_hand"), 4.03057154625, 0.01},
            {"base", "mean_backorders", kpi("mean_backlog"), 1.03057154625, 0.02},
            {"base", "ready_rate", kpi("ready_rate"), 0.684541249712, 0.01},
            {"base", "age of the data", kpi("information_age"), 3.0, 0.0},
            {"longer", "mean_on_hand", kpi("mean_on_hand"), 4.03057154625, 0.01},
            {"longer", "mean_backorders", kpi("mean_backlog"), 1.03057154625, 0.02},
            {"weekly", "mean_on_hand", kpi("mean_on_hand"), 6.44352721737, 0.01},
            {"weekly", "mean_backorders", kpi("mean_backlog"), 3.44352721737, 0.02}}},
          {"LI-02",
           {{"base", "squares of orders", squares_of_orders(), sum_of_squares(forgetful_orders(364, 1, 10.0)), 0.0},
            {"known", "squares of orders", squares_of_orders(), 362.0 * 100.0, 0.0}}}};
}

}  // namespace restock::theory
