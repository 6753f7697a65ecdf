// Expediting, expiry, write-offs and excess against exact laws.
#include "theory/known_answers.hpp"
#include "theory/laws.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace restock::theory {

namespace {

struct Weekly {
  double thrown_away = 0.0;
  double sold = 0.0;
};

/// A delivery of `units` a week that lasts two weeks. The state is what is left of the last one when the next comes.
Weekly two_week_bread(int units, double demand, bool newest_first) {
  const std::vector<double> law = poisson_law(demand, 80);
  std::vector<double> p(static_cast<std::size_t>(units) + 1, 0.0);
  p[0] = 1.0;
  Weekly answers;
  for (int week = 0; week < 500; ++week) {
    std::vector<double> next(p.size(), 0.0);
    answers = {};
    for (int old = 0; old <= units; ++old)
      for (int n = 0; n < static_cast<int>(law.size()); ++n) {
        const double x = p[static_cast<std::size_t>(old)] * law[static_cast<std::size_t>(n)];
        const int from_old = newest_first ? std::clamp(n - units, 0, old) : std::min(n, old);
        const int from_new = std::min(units, n - from_old);
        next[static_cast<std::size_t>(units - from_new)] += x;
        answers.thrown_away += x * (old - from_old);
        answers.sold += x * (from_old + from_new);
      }
    p = next;
  }
  return answers;
}

/// E[(most − N)+], N Poisson.
double left_over(int most, double mean) {
  const std::vector<double> law = poisson_law(mean, most);
  double left = 0.0;
  for (int n = 0; n < most; ++n) left += (most - n) * law[static_cast<std::size_t>(n)];
  return left;
}

Measure a_day(std::function<double(const ExtraFacts&)> of) {
  return fact([of](const Ledger& l) { return of(l.extra) * static_cast<double>(day) / static_cast<double>(l.length); });
}
Measure expired_a_day() {
  return a_day([](const ExtraFacts& f) { return static_cast<double>(f.expired); });
}

}  // namespace

Chapter expiry_and_excess() {
  const Weekly oldest = two_week_bread(8, 7.0, false);
  const Weekly newest = two_week_bread(8, 7.0, true);
  const double missed = std::exp(-0.5 * 2.0);
  const double left = left_over(20, 16.0);
  return {{"EX-01",
           {{"base", "thrown away a day", expired_a_day(), oldest.thrown_away / 7.0, 0.03},
            {"base", "fill_rate", kpi("fill_rate"), oldest.sold / 7.0, 0.003},
            {"fresh", "thrown away a day", expired_a_day(), newest.thrown_away / 7.0, 0.03},
            {"fresh", "fill_rate", kpi("fill_rate"), newest.sold / 7.0, 0.003}}},
          {"EX-02",
           {{"base", "thrown away a day", expired_a_day(), 0.5 * missed / (1.0 - missed), 0.01},
            {"base", "fill_rate", kpi("fill_rate"), 1.0, 0.0}}},
          {"EX-03",
           {{"base", "written_off", kpi("written_off"), left, 0.03},
            {"base", "salvage", kpi("salvage"), 2.0 * left / 2.0, 0.03},
            {"base", "profit", kpi("profit"), (10.0 * (20.0 - left) + 2.0 * left - 20.0 * 6.0) / 2.0, 0.02}}},
          {"EX-04",
           {{"base", "mean_excess", kpi("mean_excess"), left_over(9, 9.0), 0.02},
            {"base", "excess_value", kpi("excess_value"), 5.0 * left_over(9, 9.0), 0.02}}},
          {"EX-05",
           {{"base", "expedited", kpi("expedited"), 399.0, 0.0},
            {"base", "fill_rate", kpi("fill_rate"), 1000.0 / 1100.0, 0.0}}}};
}

}  // namespace restock::theory
