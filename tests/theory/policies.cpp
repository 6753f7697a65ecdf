// Policies that no other chapter needs: caps, shares, cards and orders on demand.
#include "theory/known_answers.hpp"

#include <utility>

namespace restock::theory {

namespace {

Measure lost_per_day() {
  return fact([](const Ledger& l) { return static_cast<double>(l.stock.lost) * day / static_cast<double>(l.length); });
}

Measure orders_per_day() {
  return fact([](const Ledger& l) {
    return static_cast<double>(l.stock.replenishment_orders) * day / static_cast<double>(l.length);
  });
}

/// As of ME-03: thousandths of a unit; what is under way costs 30 by Little's law.
Measure clark_scarf_cost() {
  return 30.0 + (0.001 * (2.0 * kpi("mean_on_hand", "stage-3") + 4.0 * kpi("mean_on_hand", "stage-2") +
                          7.0 * kpi("mean_on_hand", "stage-1") + 37.12 * kpi("mean_backlog", "stage-1")));
}

Case smoothed() {
  Case one{"PL-smoothed", {}};
  for (const auto& [alternative, share] : {std::pair{"base", 0.3}, {"half", 0.5}, {"slow", 0.1}, {"all", 1.0}}) {
    one.expected.push_back({alternative, "Var(q)/Var(D)", kpi("bullwhip"), share / (2.0 - share), 0.02});
    one.expected.push_back({alternative, "mean_on_hand", kpi("mean_on_hand"), 500.0, 0.01});
  }
  return one;
}

}  // namespace

Chapter policies() {
  return {
      {"PL-capped",
       {{"base", "cost", kpi("total_cost"), 4.405731626564, 0.01},
        {"wider", "cost", kpi("total_cost"), 4.517217616138, 0.01},
        {"wider", "mean_on_hand_end", kpi("mean_on_hand"), 2.906913100042, 0.01},
        {"wider", "mean_lost_per_period", lost_per_day(), 0.402576129024, 0.02},
        {"no-cap", "cost", kpi("total_cost"), 4.63864411, 0.01}}},
      {"EC-03",
       {{"base", "cost_rate", clark_scarf_cost(), 47.6601633566, 0.01},
        {"base", "stage2_mean_on_hand", 0.001 * kpi("mean_on_hand", "stage-2"), 0.593796626555, 0.02},
        {"base", "stage3_mean_on_hand", 0.001 * kpi("mean_on_hand", "stage-3"), 0.975040114109, 0.02}}},
      {"JO-01",
       {{"base", "orders_per_day", orders_per_day(), 0.320637624355, 0.01},
        {"base", "mean_on_hand of a", kpi("mean_on_hand", "shop/a"), 6.114590309660, 0.01},
        {"base", "mean_on_hand of b", kpi("mean_on_hand", "shop/b"), 5.050875864381, 0.01},
        {"alone", "orders_per_day", orders_per_day(), 0.452380952381, 0.01},
        {"always", "orders_per_day", orders_per_day(), 0.305189077440, 0.01},
        {"always", "mean_on_hand of b", kpi("mean_on_hand", "shop/b"), 5.346681023344, 0.01}}},
      smoothed(),
      {"PL-on-demand",
       {{"base", "mean_backorders", kpi("mean_backlog"), 6.0, 0.01},
        {"base", "mean_on_hand", kpi("mean_on_hand"), 0.0, 0.0},
        {"collect-5", "mean_backorders", kpi("mean_backlog"), 8.0, 0.01}}},
      {"PL-kanban",
       {{"base", "mean_on_order", kpi("mean_on_order"), 2.4, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 2.58876404494, 0.03},
        {"base", "fill_rate", kpi("fill_rate"), 0.352808988764, 0.01}}},
      {"PL-conwip",
       {{"base", "mean_on_order", kpi("mean_on_order"), 4.0, 0.01},
        {"base", "mean_on_hand", kpi("mean_on_hand"), 0.246753246753, 0.02},
        {"base", "mean_backorders", kpi("mean_backlog"), 3.463203463203, 0.03},
        {"base", "fill_rate", kpi("fill_rate"), 0.168831168831, 0.01},
        {"to-order", "mean_backorders", kpi("mean_backlog"), 6.216450216450, 0.03},
        {"more", "mean_on_hand", kpi("mean_on_hand"), 2.918372294372, 0.01},
        {"more", "fill_rate", kpi("fill_rate"), 0.716294372294, 0.01}}},
  };
}

}  // namespace restock::theory
