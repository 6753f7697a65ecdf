#include "theory/known_answers.hpp"

namespace restock::theory {

namespace {

/// Mean delay of internal orders at their supplier, by Little's law.
Measure mean_delay_at(const Place& where) {
  return fact(
      [](const Ledger& l) {
        return to_double(l.stock.integrals.backlog) / day / static_cast<double>(l.stock.internal_demand);
      },
      where);
}

/// ME-03 counts in thousandths of a unit; what is under way costs 30 by Little's law.
Measure clark_scarf_cost() {
  return 30.0 + (0.001 * (2.0 * kpi("mean_on_hand", "stage-3") + 4.0 * kpi("mean_on_hand", "stage-2") +
                          7.0 * kpi("mean_on_hand", "stage-1") + 37.12 * kpi("mean_backlog", "stage-1")));
}

/// Stock of a component less what is owed to assembly orders: its own inventory level, whatever is held for its mate.
Measure item_fill_rate(const Place& component) {
  return sampled([](const Sample& s) { return s.on_hand > s.backlog ? 1.0 : 0.0; }, component);
}

/// Multi-rate loss system (Kaufman 1981): P(n units on order) is a sum of products over orders of 1, 2 and 4 units.
Case all_or_nothing() {
  constexpr Quantity S = 10;
  constexpr double load[]{0.0, 2.0, 1.2, 0.0, 0.8};  // mean orders of each size on the way if none were lost
  double weight[S + 1]{1.0};
  double total = 1.0;
  double on_order = 0.0;
  for (Quantity n = 1; n <= S; ++n) {  // Kaufman's recursion
    for (const Quantity size : {1, 2, 4})
      if (n >= size) weight[n] += static_cast<double>(size) * load[size] * weight[n - size] / static_cast<double>(n);
    total += weight[n];
    on_order += static_cast<double>(n) * weight[n];
  }
  Case one{"ME-10-together", {}};
  double filled = 0.0;
  for (const Quantity size : {1, 2, 4}) {
    double accepted = 0.0;
    for (Quantity n = 0; n + size <= S; ++n) accepted += weight[n] / total;
    filled += static_cast<double>(size) * load[size] * accepted;
    for (const char* law : {"base", "constant"})
      one.expected.push_back({law, "accept_prob_size" + std::to_string(size),
                              order_share([](const OrderRow& row) { return row.filled > 0; },
                                          [size](const OrderRow& row) { return row.units == size; }),
                              accepted, 0.01});
  }
  one.expected.push_back({"base", "unit_fill_rate", kpi("fill_rate"), filled / (2.0 + 2.0 * 1.2 + 4.0 * 0.8), 0.01});
  one.expected.push_back(
      {"base", "mean_on_hand", kpi("mean_on_hand"), static_cast<double>(S) - on_order / total, 0.01});
  return one;
}

/// The same with a lead time for each unit: a Markov chain on the units outstanding.
Case all_or_nothing_by_parcel() {
  const auto accepted = [](Quantity size) {
    return order_share([](const OrderRow& row) { return row.filled > 0; },
                       [size](const OrderRow& row) { return row.units == size; });
  };
  return {"ME-10",
          {{"base", "accept_prob_size1", accepted(1), 0.954379343808, 0.01},
           {"base", "accept_prob_size2", accepted(2), 0.863085513123, 0.01},
           {"base", "accept_prob_size4", accepted(4), 0.585271853494, 0.01},
           {"base", "unit_fill_rate", kpi("fill_rate"), 0.770136032933, 0.01},
           {"base", "order_fill_rate", order_share([](const OrderRow& row) { return row.filled > 0; }), 0.85316969654,
            0.01},
           {"base", "mean_on_hand", kpi("mean_on_hand"), 4.14696614971, 0.01}}};
}

}  // namespace

Chapter networks() {
  return {
      all_or_nothing_by_parcel(),
      {"ME-01",
       {{"base", "stage1_mean_on_hand", kpi("mean_on_hand", "shop"), 1.35683285096, 0.01},
        {"base", "stage1_mean_backorders", kpi("mean_backlog", "shop"), 0.874892055884, 0.03},
        {"base", "stage1_fill_rate", kpi("fill_rate", "shop"), 0.542247854049, 0.01},
        {"base", "stage2_mean_on_hand", kpi("mean_on_hand", "depot"), 0.518059204923, 0.02},
        {"base", "stage2_mean_backorders", kpi("mean_backlog", "depot"), 1.51805920492, 0.02},
        {"base", "mean_stage2_delay", mean_delay_at("depot"), 0.759029602462, 0.02}}},
      {"ME-02",
       {{"base", "cost", kpi("total_cost"), 12.6878978279, 0.01},
        {"base", "stage1_on_hand", kpi("mean_on_hand", "stage-1"), 3.31221016343, 0.01},
        {"base", "stage1_backorders", kpi("mean_backlog", "stage-1"), 0.206529574634, 0.03},
        {"base", "stage1_fill_rate", kpi("fill_rate", "stage-1"), 0.853015859823, 0.01},
        {"base", "stage4_on_hand", kpi("mean_on_hand", "stage-4"), 0.781467259253, 0.02},
        {"row-9", "cost", kpi("total_cost"), 53.0076047701, 0.01},
        {"row-17", "cost", kpi("total_cost"), 16.2055441374, 0.01},
        {"row-25", "cost", kpi("total_cost"), 74.5636397077, 0.01}}},
      {"ME-03",
       {{"base", "cost_rate", clark_scarf_cost(), 47.6601633566, 0.01},
        {"base", "stage1_mean_on_hand", 0.001 * kpi("mean_on_hand", "stage-1"), 1.26234658181, 0.01},
        {"base", "stage1_mean_backorders", 0.001 * kpi("mean_backlog", "stage-1"), 0.121187025822, 0.05},
        {"base", "stage2_mean_on_hand", 0.001 * kpi("mean_on_hand", "stage-2"), 0.593796626555, 0.02},
        {"base", "stage3_mean_on_hand", 0.001 * kpi("mean_on_hand", "stage-3"), 0.975040114109, 0.02}}},
      {"ME-04",
       {{"base", "retailer_mean_backorders", 0.2 * kpi("mean_backlog", "retailer-*"), 0.254255260008, 0.02},
        {"base", "retailer_mean_on_hand", 0.2 * kpi("mean_on_hand", "retailer-*"), 0.862624303276, 0.01},
        {"base", "retailer_fill_rate", kpi("fill_rate", "retailer-*"), 0.600230784332, 0.01},
        {"base", "warehouse_mean_on_hand", kpi("mean_on_hand", "depot"), 0.458154783664, 0.02},
        {"base", "warehouse_mean_backorders", kpi("mean_backlog", "depot"), 1.95815478366, 0.02}}},
      {"ME-07",
       {{"base", "order_fill_rate", kpi("fill_rate", "works/set"), 0.72537065928, 0.01},
        {"base", "A_item_fill_rate", item_fill_rate("works/A"), 0.847237493985, 0.01},
        {"base", "B_item_fill_rate", item_fill_rate("works/B"), 0.772024532304, 0.01},
        {"base", "mean_product_backorders", kpi("mean_backlog", "works/set"), 0.455144437792, 0.03},
        {"base", "mean_order_delay",
         fact([](const Ledger& l) { return to_double(l.orders.wait) / day / static_cast<double>(l.orders.demand); },
              "works/set"),
         0.151714812597, 0.03}}},
      {"ME-08",
       {{"base", "lost_fraction", kpi("lost_rate", "shop"), 0.213208597915, 0.02},
        {"base", "retailer_mean_on_hand", kpi("mean_on_hand", "shop"), 1.76011277293, 0.01},
        {"base", "warehouse_mean_on_hand", kpi("mean_on_hand", "depot"), 0.929045262995, 0.01},
        {"base", "warehouse_mean_backorders", kpi("mean_backlog", "depot"), 0.28941946925, 0.02},
        {"base", "mean_in_transit_to_retailer", kpi("mean_in_transit", "shop"), 2.95046775782, 0.01}}},
      all_or_nothing(),
      {"DU-05",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 3.18424606016, 0.01},
        {"base", "mean_backorders", kpi("mean_backlog"), 0.584246060159, 0.02},
        {"base", "fill_rate", kpi("fill_rate"), 0.72036367045, 0.01},
        {"base", "mean_on_order", kpi("mean_on_order"), 14.4, 0.01}}},
  };
}

}  // namespace restock::theory
