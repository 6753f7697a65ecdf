// Reduced prices against exact laws.
#include "theory/known_answers.hpp"
#include "theory/laws.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace restock::theory {

namespace {

/// E[min(N, units)], N Poisson.
double sold_of(int units, double mean) {
  const std::vector<double> law = poisson_law(mean, 200);
  double sold = 0.0;
  for (int n = 0; n <= 200; ++n) sold += std::min(n, units) * law[static_cast<std::size_t>(n)];
  return sold;
}

struct Clearance {
  double at_full = 0.0;
  double reduced = 0.0;
  double reduced_days = 0.0;
};

/// First at full price, then what is left.
Clearance newsvendor(int units, double mean, double later_mean) {
  const std::vector<double> law = poisson_law(mean, units);
  Clearance answers{sold_of(units, mean), 0.0, 1.0};
  for (int n = 0; n < units; ++n) answers.reduced += law[static_cast<std::size_t>(n)] * sold_of(units - n, later_mean);
  return answers;
}

/// Days begin with a look: with more than `above` left, `lift` times as many come, at the reduced price.
Clearance by_stock(int units, int above, double mean, double lift, int days) {
  Clearance answers;
  std::vector<double> p(static_cast<std::size_t>(units) + 1, 0.0);
  p.back() = 1.0;
  for (int d = 0; d < days; ++d) {
    std::vector<double> next(p.size(), 0.0);
    for (int left = 0; left <= units; ++left) {
      const double weight = p[static_cast<std::size_t>(left)];
      const bool reduced = left > above;
      const std::vector<double> law = poisson_law(reduced ? mean * lift : mean, 200);
      for (int n = 0; n <= 200; ++n) {
        const int sold = std::min(n, left);
        const double x = weight * law[static_cast<std::size_t>(n)];
        next[static_cast<std::size_t>(left - sold)] += x;
        (reduced ? answers.reduced : answers.at_full) += x * sold;
      }
      if (reduced) answers.reduced_days += weight;
    }
    p = next;
  }
  return answers;
}

}  // namespace

Chapter markdowns() {
  const Clearance sale = newsvendor(20, 16.0, 24.0);
  const double all = sale.at_full + sale.reduced;
  const Clearance looks = by_stock(30, 12, 4.0, 2.0, 5);
  const double good = sold_of(30, 40.0);
  return {{"MD-01",
           {{"base", "marked_down", kpi("marked_down"), sale.reduced, 0.03},
            {"base", "sell_through", kpi("sell_through"), all / 20.0, 0.002},
            {"base", "revenue", kpi("revenue"), (10.0 * sale.at_full + 4.0 * sale.reduced) / 2.0, 0.003},
            {"base", "revenue_forgone", kpi("revenue_forgone"), 6.0 * sale.reduced / 2.0, 0.03},
            {"base", "profit", kpi("profit"), (4.0 * sale.at_full - 2.0 * sale.reduced) / 2.0, 0.01},
            {"base", "bargain_demand", kpi("bargain_demand"), 8.0, 0.02},
            {"base", "bargain_filled", kpi("bargain_filled"), sale.reduced / 3.0, 0.03},
            {"base", "reduced_time", kpi("reduced_time"), 0.5, 0.0}}},
          {"MD-02",
           {{"base", "marked_down", kpi("marked_down"), looks.reduced, 0.01},
            {"base", "sell_through", kpi("sell_through"), (looks.at_full + looks.reduced) / 30.0, 0.01},
            {"base", "reduced_time", kpi("reduced_time"), looks.reduced_days / 5.0, 0.01},
            {"base", "bargain_demand", kpi("bargain_demand"), 4.0 * looks.reduced_days, 0.03},
            {"for-good", "marked_down", kpi("marked_down"), good, 0.01},
            {"for-good", "reduced_time", kpi("reduced_time"), 1.0, 0.0}}}};
}

}  // namespace restock::theory
