// Period demand sits at the start of its period, so time averages are values at the end of a period.
#include "theory/known_answers.hpp"

#include <cmath>
#include <utility>

namespace restock::theory {

namespace {

constexpr double thousandth = 0.001;  ///< PB-01 and PB-02 count in thousandths of the source's unit

Measure orders_per_day() {
  return fact([](const Ledger& l) {
    return static_cast<double>(l.stock.replenishment_orders) * day / static_cast<double>(l.length);
  });
}

/// Costs of Zheng & Federgruen (1991), to more digits than they print, by mean demand.
constexpr std::pair<int, double> zheng_federgruen[]{
    {10, 35.0215553}, {15, 42.6978189}, {20, 49.1730357}, {21, 50.4060199}, {22, 51.6323008}, {23, 52.756736},
    {24, 53.5178648}, {25, 54.2621667}, {30, 57.8189262}, {35, 61.215479},  {40, 64.5118471}, {45, 67.7760435},
    {50, 70.9752123}, {51, 71.610921},  {52, 72.2461056}, {55, 74.1486875}, {59, 76.6790683}, {60, 77.3059294},
    {61, 77.9287349}, {63, 78.286828},  {64, 78.4023207}, {65, 78.5182332}, {70, 79.0374837}, {75, 79.5538465}};

Case zheng_federgruen_table() {
  Case table{"PB-04", {}};
  for (const auto& [mean, cost] : zheng_federgruen)
    table.expected.push_back(
        {mean == 10 ? "base" : "mean-" + std::to_string(mean), "cost", kpi("total_cost"), cost, 0.01});
  return table;
}

/// Orders lag demand by a period: the order of the morning is the demand of the day before.
double variance_ratio_one_day_on(const Run& run) {
  std::vector<double> demand(static_cast<std::size_t>(run.points[0].length / day), 0.0);
  std::vector<double> ordered(demand.size(), 0.0);
  for (const OrderRow& row : run.orders)
    demand[static_cast<std::size_t>(row.ordered / day)] += static_cast<double>(row.units);
  for (const ReplenishmentRow& row : run.replenishments)
    ordered[static_cast<std::size_t>(row.placed / day)] += static_cast<double>(row.units);
  const auto squares = [](auto from, auto to) {
    double sum = 0.0;
    double all = 0.0;
    for (auto x = from; x != to; ++x) sum += *x, all += *x * *x;
    return all - sum * sum / static_cast<double>(to - from);
  };
  return squares(ordered.begin() + 1, ordered.end()) / squares(demand.begin(), demand.end() - 1);
}

}  // namespace

Chapter periodic_review() {
  return {
      {"PB-01",
       {{"base", "cost_rate", kpi("total_cost"), 1.99760519318, 0.01},
        {"base", "mean_on_hand_end", thousandth * kpi("mean_on_hand"), 7.5231526618, 0.01},
        {"base", "mean_backorders_end", thousandth * kpi("mean_backlog"), 0.919196734362, 0.03},
        {"base", "P(no stockout in period)", kpi("cycle_service"), 0.795454545455, 0.005},
        {"base", "fill_rate", kpi("fill_rate"), 0.981616065313, 0.005}}},
      {"PB-02",
       {{"base", "cost_rate", kpi("total_cost"), 4.46678100415, 0.01},
        {"base", "mean_on_hand_end", thousandth * kpi("mean_on_hand"), 16.8222807569, 0.01},
        {"base", "mean_backorders_end", thousandth * kpi("mean_backlog"), 2.05538638273, 0.03},
        {"base", "P(no backorders at end)", kpi("ready_rate"), 0.795454545455, 0.005}}},
      {"PB-03",
       {{"base", "cost", kpi("total_cost"), 8.03411156147, 0.01},
        {"base", "mean_on_hand_end", kpi("mean_on_hand"), 3.14114717626, 0.01},
        {"base", "mean_backorders_end", kpi("mean_backlog"), 0.370783044229, 0.03},
        {"base", "fill_rate", kpi("fill_rate"), 0.938202825962, 0.01},
        {"base", "order_frequency", orders_per_day(), 0.681966441659, 0.01},
        {"more", "cost", kpi("total_cost"), 10.1937986716, 0.01},
        {"dear", "cost", kpi("total_cost"), 223.574829567, 0.01},
        {"dear-more", "cost", kpi("total_cost"), 262.275561377, 0.01}}},
      zheng_federgruen_table(),
      {"PB-06",
       {{"base", "mean_on_hand_end", kpi("mean_on_hand"), 13.9408833705, 0.01},
        {"base", "mean_backorders_end", kpi("mean_backlog"), 0.101801856605, 0.03},
        {"base", "fill_rate", kpi("fill_rate"), 0.977777987021, 0.01},
        {"base", "orders_per_day", orders_per_day(), 0.196975076508, 0.01}}},
      {"PB-07",
       {{"base", "mean_on_hand_end", kpi("mean_on_hand"), 5.20036037333, 0.01},
        {"base", "mean_backorders_end", kpi("mean_backlog"), 0.620360373333, 0.03},
        {"base", "fill_rate", kpi("fill_rate"), 0.749717986395, 0.01},
        {"base", "order_frequency", orders_per_day(), 0.143333333333, 0.01}}},
      {"BW-06",
       {{"base", "Var(q)/Var(D)", of_rows(&variance_ratio_one_day_on), 1.0, 1e-9},
        {"same-day", "Var(q)/Var(D)", kpi("bullwhip"), 1.0, 1e-9}}},
      {"BW-06-lots",
       {{"base", "Var(q)/Var(D)", kpi("bullwhip"), 14.0000131925, 0.02},
        {"base", "P(order>0)", orders_per_day(), 0.3, 0.01}}},
  };
}

}  // namespace restock::theory
