// Who gets the stock: two classes of customers and a critical level.
#include "theory/known_answers.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace restock::theory {

namespace {

struct TwoClasses {
  double urgent = 1.2;  ///< customers a day
  double usual = 0.8;
  double lead = 4.0;  ///< days
  int base_stock = 10;
  int level = 3;
};

struct Answers {
  double urgent_filled = 0.0;
  double usual_filled = 0.0;
  double held_back = 0.0;  ///< share of time in which the lower class would be served but for the level
  double on_hand = 0.0;
  double backlog = 0.0;
};

/// With everybody waiting: states are (orders on their way, units of the lower class that wait). Gauss-Seidel.
Answers all_wait(const TwoClasses& c) {
  constexpr int most_orders = 60;
  constexpr int most_waiting = 40;
  const auto at = [](int n, int b) { return static_cast<std::size_t>(n * (most_waiting + 1) + b); };
  std::vector<double> p(at(most_orders, most_waiting) + 1, 1.0);
  // Where a state leads, and how fast.
  struct Step {
    int n, b;
    double rate;
  };
  const auto steps = [&](int n, int b) {
    const int net = c.base_stock - n + b;  // stock on hand, or if below 0 the higher class's backlog
    std::vector<Step> all;
    if (n < most_orders) all.push_back({n + 1, b, c.urgent});
    const bool waits = net <= c.level;
    if (n < most_orders && (!waits || b < most_waiting)) all.push_back({n + 1, waits ? b + 1 : b, c.usual});
    if (n > 0) all.push_back({n - 1, net + 1 > c.level && b > 0 ? b - 1 : b, n / c.lead});
    return all;
  };
  std::vector<std::vector<std::pair<std::size_t, double>>> into(p.size());
  std::vector<double> out(p.size(), 0.0);
  for (int n = 0; n <= most_orders; ++n)
    for (int b = 0; b <= most_waiting; ++b)
      for (const Step& step : steps(n, b)) {
        into[at(step.n, step.b)].emplace_back(at(n, b), step.rate);
        out[at(n, b)] += step.rate;
      }
  for (int round = 0; round < 3000; ++round) {
    double sum = 0.0;
    for (std::size_t i = 0; i < p.size(); ++i) {
      double inflow = 0.0;
      for (const auto& [from, rate] : into[i]) inflow += p[from] * rate;
      p[i] = inflow / out[i];
      sum += p[i];
    }
    for (double& x : p) x /= sum;
  }
  Answers a;
  for (int n = 0; n <= most_orders; ++n)
    for (int b = 0; b <= most_waiting; ++b) {
      const double x = p[at(n, b)];
      const int net = c.base_stock - n + b;
      if (net > 0) a.urgent_filled += x;
      if (net > c.level) a.usual_filled += x;
      if (net > b && net <= c.level) a.held_back += x;  // who waits in his own class would come first
      a.on_hand += x * std::max(0, net);
      a.backlog += x * (b + std::max(0, -net));
    }
  return a;
}

/// With nobody waiting: stock on hand is born of receipts and dies of sales.
Answers nobody_waits(const TwoClasses& c) {
  std::vector<double> p(1, 1.0);  // by stock on hand, from 0 up
  for (int k = 1; k <= c.base_stock; ++k)
    p.push_back(p.back() * (c.base_stock - k + 1) / c.lead / (c.urgent + (k > c.level ? c.usual : 0.0)));
  double sum = 0.0;
  for (const double x : p) sum += x;
  Answers a;
  for (int k = 1; k <= c.base_stock; ++k) {
    const double x = p[static_cast<std::size_t>(k)] / sum;
    a.urgent_filled += x;
    (k > c.level ? a.usual_filled : a.held_back) += x;
    a.on_hand += x * k;
  }
  return a;
}

/// Filled units of a demand entry, of those that it demands.
Measure filled_of(std::size_t stream) {
  return of_run([stream](const Run& run) {
    const OrderFacts& f = run.record.streams[stream];
    return static_cast<double>(f.filled) / static_cast<double>(f.demand);
  });
}

}  // namespace

namespace {

/// Mean wait in days of the customers of a stream who waited.
Measure wait_of(std::size_t stream) {
  return of_run([stream](const Run& run) {
    const OrderFacts& f = run.record.streams[stream];
    return to_double(f.wait) / day / static_cast<double>(f.shipped_from_backorder);
  });
}

Measure waits_longer(Time than) {
  return order_share([than](const OrderRow& row) { return row.ended - row.ordered > than; });
}

/// One line makes a unit a day; each class orders 0.4 a day.
Case old_orders() {
  const double all = 1.0 / (1.0 - 0.8), first = 1.0 / (1.0 - 0.4), second = first / (1.0 - 0.8);
  return {"OO-01",
          {{"base", "wait of trade", wait_of(0), first, 0.01},
           {"base", "wait of the public", wait_of(1), second, 0.03},
           {"base", "mean_wait", kpi("mean_wait"), all, 0.03},
           {"week", "mean_wait", kpi("mean_wait"), all, 0.03},
           {"second", "wait of trade", wait_of(0), all, 0.03},
           {"second", "wait of the public", wait_of(1), all, 0.03},
           {"second", "P(wait > 5 d)", waits_longer(5 * day), std::exp(-1.0), 0.02},
           {"second", "P(wait > 15 d)", waits_longer(15 * day), std::exp(-3.0), 0.08},
           {"public-first", "wait of trade", wait_of(0), second, 0.03},
           {"public-first", "wait of the public", wait_of(1), first, 0.01}}};
}

}  // namespace

Chapter rationing() {
  const TwoClasses classes;
  const Answers wait = all_wait(classes);
  const Answers lost = nobody_waits(classes);
  TwoClasses plain = classes;
  plain.level = 0;
  const Answers same = all_wait(plain);
  const double usual_units = classes.usual * 5000.0;
  return {{"RA-01",
           {{"base", "fill rate of the higher class", filled_of(0), wait.urgent_filled, 0.005},
            {"base", "fill rate of the lower class", filled_of(1), wait.usual_filled, 0.02},
            {"base", "held back", kpi("held_back"), wait.held_back * usual_units, 0.02},
            {"base", "mean_on_hand", kpi("mean_on_hand"), wait.on_hand, 0.01},
            {"base", "mean_backlog", kpi("mean_backlog"), wait.backlog, 0.02},
            {"lost", "fill rate of the higher class", filled_of(0), lost.urgent_filled, 0.005},
            {"lost", "fill rate of the lower class", filled_of(1), lost.usual_filled, 0.01},
            {"lost", "mean_on_hand", kpi("mean_on_hand"), lost.on_hand, 0.01},
            {"plain", "fill rate of either class", filled_of(0), same.urgent_filled, 0.01},
            {"plain", "mean_backlog", kpi("mean_backlog"), same.backlog, 0.03}}},
          old_orders()};
}

}  // namespace restock::theory
