// Customers who try again, stay away, send goods back and fail to pay, packers, orders of several lines, limits that
// are looked at again, and the life of a product.
#include "theory/known_answers.hpp"
#include "theory/laws.hpp"

#include "measure/sketch.hpp"

#include <algorithm>

namespace restock::theory {

namespace {

/// Per unit of demand.
Measure per_demand(std::function<double(const Ledger&)> of) {
  return fact([of](const Ledger& l) { return of(l) / static_cast<double>(l.orders.demand); });
}

Measure per_day(std::string_view metric, double days) { return (1.0 / days) * kpi(metric); }

/// By how much a lateness of 3 days is rounded up, in days.
double rounded_up() {
  SpanSketch sketch;
  sketch.add(3 * day, 1);
  return static_cast<double>(sketch.at_most(0.9) - 3 * day) / static_cast<double>(day);
}

/// A loss network of two products: orders of the first alone, and of both.
struct LossNetwork {
  double one_lost = 0.0;
  double both_lost = 0.0;
};
LossNetwork loss_network(int first, int second, double one, double both) {
  LossNetwork lost;
  double sum = 0.0;
  double m_weight = 1.0;
  for (int m = 0; m <= std::min(first, second); ++m) {
    double weight = m_weight;
    for (int n = 0; n + m <= first; ++n) {
      sum += weight;
      if (n + m == first) lost.one_lost += weight;
      if (n + m == first || m == second) lost.both_lost += weight;
      weight *= one / (n + 1);
    }
    m_weight *= both / (m + 1);
  }
  return {lost.one_lost / sum, lost.both_lost / sum};
}

}  // namespace

Chapter visits() {
  const LossNetwork together = loss_network(6, 3, 2.0, 2.0);
  const double to_come = 1.0 * (0.5 + 0.25 / 0.5);
  const double levels = 6.0 / (1 / 0.5 + 1 / 0.6 + 1 / 0.7 + 1 / 0.8 + 1 / 0.9 + 1 / 1.0);
  const double shipped = 3.0;
  // Units to be made: p₀, 0.8 p₀, then 0.64 p₀ · 0.6^k.
  const double asked = 0.64 / (1.0 - 0.6) / (1.0 + 0.8 + 0.64 / (1.0 - 0.6));
  return {
      {"VI-01",
       {{"base", "fill_rate", kpi("fill_rate"), 0.5, 0.01},
        {"base", "sold later", per_demand([](const Ledger& l) { return static_cast<double>(l.orders.sold_later); }),
         0.5, 0.01},
        {"base", "visits per customer",
         per_demand([](const Ledger& l) { return static_cast<double>(l.customers.visits); }), 0.5 * to_come / 0.25,
         0.02},
        {"once", "fill_rate", kpi("fill_rate"), 1.0 / 1.5, 0.01}}},
      {"RT-01",
       {{"base", "units ordered per day", per_day("replenishment_units", 20000), shipped * (1.0 - 0.3 * 0.8), 0.01},
        {"base", "returned per day", per_day("returned", 20000), shipped * 0.3, 0.02},
        {"base", "returned to stock per day", per_day("returned_to_stock", 20000), shipped * 0.3 * 0.8, 0.02},
        {"base", "refunds", kpi("refunds"), shipped * 0.3 * 100, 0.02},
        {"base", "return_cost", kpi("return_cost"), shipped * 0.3 * 5, 0.02},
        {"base", "gross_margin", kpi("gross_margin"), shipped * (100 * 0.7 - 40 * (1 - 0.3 * 0.8)), 0.02}}},
      {"LO-01",
       {{"base", "demand per day", per_day("demand", 25000), 0.5 * levels, 0.01},
        {"base", "stayed away per day", per_day("stayed_away", 25000), 0.5 * (1 - levels), 0.02},
        {"base", "lost_rate", kpi("lost_rate"), 0.5, 0.01},
        {"empty", "demand per day", per_day("demand", 25000), 0.5 * 0.4, 0.01}}},
      {"SL-01",
       {{"base", "cancel_rate", kpi("cancel_rate"), 0.0, 0.0},
        {"base", "kept_on", kpi("kept_on"), 200, 0.0},
        {"base", "mean_wait", kpi("mean_wait"), 40, 0.0},
        {"strict", "cancelled_by_seller", kpi("cancelled_by_seller"), 100, 0.0},
        {"strict", "reassessed", kpi("reassessed"), 100, 0.0},
        {"blind", "cancelled_by_seller", kpi("cancelled_by_seller"), 100, 0.0},
        {"blind", "mean_time_in_queue", kpi("mean_time_in_queue"), 30, 0.0}}},
      {"LQ-01",
       {{"base", "promise_kept_rate", kpi("promise_kept_rate"), 1.0, 0.0},
        {"base", "mean_promise_slip", kpi("mean_promise_slip"), -rounded_up(), 1e-9},
        {"announced", "promise_kept_rate", kpi("promise_kept_rate"), 0.0, 0.0},
        {"announced", "mean_promise_slip", kpi("mean_promise_slip"), 3.0, 0.0}}},
      {"BA-01",
       {{"base", "order_fill_rate", kpi("order_fill_rate"), 1 - (together.one_lost + together.both_lost) / 2, 0.01},
        {"base", "cases lost", kpi("lost_rate", "shop/case"), together.both_lost, 0.02},
        {"base", "phones lost", kpi("lost_rate", "shop/phone"), (together.one_lost + together.both_lost) / 2, 0.02},
        {"apart", "phones lost", kpi("lost_rate", "shop/phone"), erlang_b(6, 4.0), 0.03},
        {"apart", "cases lost", kpi("lost_rate", "shop/case"), erlang_b(3, 2.0), 0.03}}},
      {"PK-01",
       {{"base", "mean_packing_time", kpi("mean_packing_time"), (0.8 / (2 * (1 - 0.8)) + 1.0) / 100.0, 0.02},
        {"base", "payment_failed", kpi("payment_failed"), 0.0, 0.0},
        {"made to order", "cancel_rate", kpi("cancel_rate"), 0.125, 0.02},
        {"made to order", "payment failed",
         per_demand([](const Ledger& l) { return static_cast<double>(l.customers.payment_failed); }), 0.125, 0.02}}},
      {"PY-01",
       {{"base", "fill_rate", kpi("fill_rate"), 1.0 - asked, 0.01},
        {"base", "payment declined",
         per_demand([](const Ledger& l) { return static_cast<double>(l.customers.payment_declined); }), 0.25 * asked,
         0.02},
        {"base", "lost_rate", kpi("lost_rate"), 0.25 * asked, 0.02},
        {"base", "payment_failed", kpi("payment_failed"), 0.0, 0.0},
        {"base", "mean_wait", kpi("mean_wait"), 1.0 / (1.0 - 0.6), 0.03},
        {"impatient", "refund of a cancelled unit",
         fact([](const Ledger& l) { return l.money.refund / static_cast<double>(l.stock.cancelled); }), 3.0, 0.0}}},
      {"PS-01",
       {{"base", "lost_discontinued", kpi("lost_discontinued"), 13, 0.0},
        {"base", "shipped_from_backorder", kpi("shipped_from_backorder"), 5, 0.0},
        {"base", "mean_wait", kpi("mean_wait"), 3, 0.0},
        {"base", "promise_kept_rate", kpi("promise_kept_rate"), 1.0, 0.0},
        {"base", "filled", kpi("filled"), 22, 0.0}}}};
}

}  // namespace restock::theory
