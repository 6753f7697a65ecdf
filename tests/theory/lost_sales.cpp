#include "theory/known_answers.hpp"

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

Measure days_per_order() {
  return fact([](const Ledger& l) {
    return static_cast<double>(l.length) / day / static_cast<double>(l.stock.replenishment_orders);
  });
}

/// Table 3 of Zipkin (2008), to more digits: p, L, cost, on hand at the end of a period, lost in a period, fill rate.
struct ZipkinRow {
  const char* alternative;
  double cost, on_hand, lost, fill_rate;
};
constexpr ZipkinRow zipkin_rows[]{{"p4-L1", 4.16280277, 2.72093426, 0.360467129, 0.927906574},
                                  {"base", 4.63864411, 2.55941891, 0.519806302, 0.89603874},
                                  {"p4-L3", 4.97499612, 2.48749806, 0.621874515, 0.875625097},
                                  {"p4-L4", 5.19776908, 2.88764949, 0.577529898, 0.88449402},
                                  {"p9-L1", 5.54747152, 3.46317664, 0.23158832, 0.953682336},
                                  {"p9-L2", 6.31626116, 4.57906529, 0.193021763, 0.961395647},
                                  {"p9-L3", 6.86402706, 4.1889314, 0.297232851, 0.94055343},
                                  {"p9-L4", 7.27093346, 4.52533338, 0.305066676, 0.938986665},
                                  {"p19-L1", 6.72778524, 5.16455098, 0.0822754877, 0.983544902},
                                  {"p19-L2", 7.84217422, 6.25120557, 0.0837351916, 0.983252962},
                                  {"p19-L3", 8.60448863, 6.45295454, 0.113238636, 0.977352273},
                                  {"p19-L4", 9.23193326, 6.67331943, 0.134663886, 0.973067223},
                                  {"p39-L1", 7.86264669, 6.09086081, 0.045430407, 0.990913919},
                                  {"p39-L2", 9.19027822, 7.15644844, 0.0521494813, 0.989570104},
                                  {"p39-L3", 10.2176271, 8.20629089, 0.0515727228, 0.989685455},
                                  {"p39-L4", 11.0622878, 8.34798725, 0.06959745, 0.98608051}};

Case zipkin() {
  Case zipkin{"LS-01", {}};
  for (const ZipkinRow& row : zipkin_rows) {
    zipkin.expected.push_back({row.alternative, "cost", kpi("total_cost"), row.cost, 0.01});
    zipkin.expected.push_back({row.alternative, "mean_on_hand_end", kpi("mean_on_hand"), row.on_hand, 0.01});
    zipkin.expected.push_back({row.alternative, "mean_lost_per_period", lost_per_day(), row.lost, 0.05});
    zipkin.expected.push_back({row.alternative, "fill_rate", kpi("fill_rate"), row.fill_rate, 0.01});
  }
  return zipkin;
}

Case erlang() {
  Case erlang{"LS-06", {}};
  for (const char* law : {"base", "exponential", "lognormal"}) {
    erlang.expected.push_back({law, "lost_fraction", kpi("lost_rate"), 0.119739188445, 0.02});
    erlang.expected.push_back({law, "mean_on_hand", kpi("mean_on_hand"), 3.19739188445, 0.01});
    erlang.expected.push_back({law, "mean_on_order", kpi("mean_on_order"), 8.80260811555, 0.01});
    erlang.expected.push_back({law, "P(on_hand=0)", 1.0 - kpi("ready_rate"), 0.119739188445, 0.02});
  }
  return erlang;
}

Case partial_backordering() {
  Case moinzadeh{"LS-09", {}};
  for (const char* law : {"base", "exponential"}) {
    moinzadeh.expected.push_back({law, "lost_fraction", kpi("lost_rate"), 0.18192091059, 0.02});
    moinzadeh.expected.push_back({law, "mean_on_hand", kpi("mean_on_hand"), 1.29930667084, 0.01});
    moinzadeh.expected.push_back({law, "mean_backorders", kpi("mean_backlog"), 0.480097564947, 0.02});
    moinzadeh.expected.push_back({law, "immediate_fill_fraction", kpi("fill_rate"), 0.545197723526, 0.01});
    moinzadeh.expected.push_back({law, "mean_on_order", kpi("mean_on_order"), 8.1807908941, 0.01});
  }
  return moinzadeh;
}

}  // namespace

Chapter lost_sales() {
  return {
      zipkin(),
      {"LS-03",
       {{"base", "mean_on_hand_end", kpi("mean_on_hand"), 1.27479429043, 0.02},
        {"base", "mean_lost_per_period", lost_per_day(), 1.0, 0.01},
        {"base", "cost[p=9]", kpi("total_cost"), 10.2747942904, 0.01},
        {"slow", "mean_on_hand_end", kpi("mean_on_hand"), 1.27479429043, 0.02},
        {"slow", "mean_lost_per_period", lost_per_day(), 1.0, 0.01},
        {"slow", "cost[p=4]", kpi("total_cost"), 5.27479429, 0.01}}},
      {"LS-05",
       {{"base", "cost", kpi("total_cost"), 11.6181496926, 0.01},
        {"base", "mean_on_hand_end", kpi("mean_on_hand"), 6.8786861609, 0.01},
        {"base", "mean_lost_per_period", lost_per_day(), 0.13118424862, 0.03},
        {"base", "orders_per_period", orders_per_day(), 0.580576810198, 0.01},
        {"lots", "cost", kpi("total_cost"), 11.5552169688, 0.01},
        {"lots", "orders_per_period", orders_per_day(), 0.666528176799, 0.01}}},
      erlang(),
      {"LS-07",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 10.2037816633, 0.01},
        {"base", "lost_fraction", kpi("lost_rate"), 0.067026825078, 0.03},
        {"base", "order_rate", orders_per_day(), 0.23324329373, 0.01},
        {"base", "mean_cycle_time", days_per_order(), 4.28736871275, 0.01}}},
      partial_backordering(),
  };
}

}  // namespace restock::theory
