// Two suppliers to one stock point.
#include "theory/known_answers.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace restock::theory {

namespace {

constexpr int most_demand = 4;  // pieces a day: 0 to 4, alike likely
constexpr double chance = 1.0 / (most_demand + 1);

/// In the long run, of stock at the end of a day: what the fast position exceeds its level by, less two days' demand.
struct Daily {
  double on_hand = 0.0;
  double backlog = 0.0;
  double fast = 0.0;  ///< pieces a day that the fast supplier brings
};

void add_stock(Daily& answers, double probability, int above) {
  for (int first = 0; first <= most_demand; ++first)
    for (int second = 0; second <= most_demand; ++second) {
      const int net = above - first - second;
      answers.on_hand += probability * chance * chance * std::max(0, net);
      answers.backlog += probability * chance * chance * std::max(0, -net);
    }
}

/// States are (excess, pieces ordered from the slow one yesterday, which the fast position does not know of yet).
Daily dual_index(int whole, int fast) {
  const int gap = whole - fast;
  const auto at = [gap](int excess, int coming) { return static_cast<std::size_t>(excess * (gap + 1) + coming); };
  std::vector<double> p(at(gap, gap) + 1, 0.0);
  p[0] = 1.0;
  for (int step = 0; step < 2000; ++step) {
    std::vector<double> next(p.size(), 0.0);
    for (int excess = 0; excess <= gap; ++excess)
      for (int coming = 0; excess + coming <= gap; ++coming)
        for (int demand = 0; demand <= most_demand; ++demand)
          next[at(std::max(0, excess + coming - demand), gap - excess - coming)] += chance * p[at(excess, coming)];
    p = next;
  }
  Daily answers;
  for (int excess = 0; excess <= gap; ++excess)
    for (int coming = 0; excess + coming <= gap; ++coming) {
      const double x = p[at(excess, coming)];
      add_stock(answers, x, fast + excess);
      for (int demand = 0; demand <= most_demand; ++demand)
        answers.fast += x * chance * std::max(0, demand - excess - coming);
    }
  return answers;
}

Daily base_surge(int base, int level) {
  std::vector<double> p(400, 0.0);
  p[0] = 1.0;
  for (int step = 0; step < 20000; ++step) {
    std::vector<double> next(p.size(), 0.0);
    for (int excess = 0; excess < 390; ++excess)
      for (int demand = 0; demand <= most_demand; ++demand)
        next[static_cast<std::size_t>(std::max(0, excess + base - demand))] +=
            chance * p[static_cast<std::size_t>(excess)];
    p = next;
  }
  Daily answers;
  for (int excess = 0; excess < 390; ++excess) {
    const double x = p[static_cast<std::size_t>(excess)];
    add_stock(answers, x, level + excess);
    for (int demand = 0; demand <= most_demand; ++demand)
      answers.fast += x * chance * std::max(0, demand - excess - base);
  }
  return answers;
}

/// Pieces a day over one lane.
Measure brought_by(std::size_t link) {
  return of_run([link](const Run& run) {
    return static_cast<double>(run.record.links[link].units) * static_cast<double>(day) /
           static_cast<double>(run.layout.length);
  });
}

}  // namespace

Chapter two_sources() {
  const Daily dual = dual_index(10, 5);
  const Daily surge = base_surge(1, 5);
  const double open = 30.0 / (30.0 + 10.0);
  return {{"TS-01",
           {{"base", "mean_on_hand", kpi("mean_on_hand"), dual.on_hand, 0.005},
            {"base", "mean_backlog", kpi("mean_backlog"), dual.backlog, 0.03},
            {"base", "pieces a day by the fast lane", brought_by(1), dual.fast, 0.02},
            {"surge", "mean_on_hand", kpi("mean_on_hand"), surge.on_hand, 0.01},
            {"surge", "mean_backlog", kpi("mean_backlog"), surge.backlog, 0.03},
            {"surge", "pieces a day by the fast lane", brought_by(1), surge.fast, 0.01}}},
          {"TS-02",
           {{"base", "mean_on_order", kpi("mean_on_order"), 2.0 * (open * 6.0 + (1.0 - open) * 2.0), 0.01},
            {"base", "pieces a day by the first", brought_by(0), 2.0 * open, 0.01},
            {"cheapest", "mean_on_order", kpi("mean_on_order"), 4.0, 0.01},
            {"fastest", "pieces a day by the first", brought_by(0), 0.0, 0.0}}}};
}

}  // namespace restock::theory
