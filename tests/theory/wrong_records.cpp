#include "theory/known_answers.hpp"

#include <functional>
#include <utility>

namespace restock::theory {

namespace {

constexpr double exactly = 1e-9;

/// Nothing can ever happen again: the shelf is empty, the record says there is enough, nothing is on order.
double is_frozen(const Sample& sample) {
  return sample.on_hand == 0 && sample.on_record > 4 && sample.on_order == 0 ? 1.0 : 0.0;
}

double is_right(const Sample& sample) { return sample.on_hand == sample.on_record ? 1.0 : 0.0; }

Measure error_at(const Place& where) {
  return sampled([](const Sample& s) { return static_cast<double>(s.on_record - s.on_hand); }, where);
}

Measure error_of_record() { return error_at("shop"); }

double squared_error(const Sample& sample) {
  const auto error = static_cast<double>(sample.on_record - sample.on_hand);
  return error * error;
}

Measure oversold_per_day() {
  return fact(
      [](const Ledger& l) { return static_cast<double>(l.orders.oversold) * day / static_cast<double>(l.length); });
}

Measure orders_per_day() {
  return fact([](const Ledger& l) {
    return static_cast<double>(l.stock.replenishment_orders) * day / static_cast<double>(l.length);
  });
}

/// Units received in orders of 20.
Measure orders_received() {
  return fact([](const Ledger& l) { return static_cast<double>(l.stock.received) / 20.0; });
}

Measure days_to_freeze() { return 499.5 + -500.0 * sampled(is_frozen, "shop"); }

/// Customers are lost at their full rate from the freeze on, whatever has been: the others were lost before.
Measure lost_before_freeze() { return kpi("lost_out_of_stock") + (-5.0 * 500.0 + 5.0 * days_to_freeze()); }

/// Share of the units ordered on one day of the fortnight after a count (0: the day before the next) that are lost.
Measure lost_on_day(Time of_fortnight) {
  return of_rows([of_fortnight](const Run& run) {
    double units = 0.0;
    double lost = 0.0;
    for (const OrderRow& row : run.orders) {
      if (row.ordered == 0 || row.ordered / day % 14 != of_fortnight) continue;  // the first day is after no count
      units += static_cast<double>(row.units);
      lost += static_cast<double>(row.lost);
    }
    return lost / units;
  });
}

constexpr Quantity observed[]{5, 5, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2};

/// Whether the record of a shop after each of the first `days` days tells of exactly the sales that were observed.
bool fits(const Run& run, std::size_t shop, std::size_t days) {
  for (std::size_t on = 0; on < days; ++on)
    if (run.record.series[on * run.points.size() + shop].on_record != observed[on]) return false;
  return true;
}

Measure likelihood(std::size_t days) {
  return of_run([days](const Run& run) {
    double those = 0.0;
    for (std::size_t shop = 0; shop < run.points.size(); ++shop) those += fits(run, shop, days) ? 1.0 : 0.0;
    return those / static_cast<double>(run.points.size());
  });
}

/// Mean over the shops whose record after each of the first `days` days tells of exactly the sales that were observed;
/// NaN when there is none.
Measure given_sales(std::size_t days, std::function<double(const Sample&)> of) {
  return of_run([days, of = std::move(of)](const Run& run) {
    const std::size_t shops = run.points.size();
    double sum = 0.0;
    double those = 0.0;
    for (std::size_t shop = 0; shop < shops; ++shop) {
      if (!fits(run, shop, days)) continue;
      sum += of(run.record.series[(days - 1) * shops + shop]);
      those += 1.0;
    }
    return sum / those;
  });
}

/// What can be found of what is there.
Measure on_the_shelf() {
  return fact([](const Ledger& l) {
    return to_double(l.stock.integrals.on_hand - l.errors.misplaced) / static_cast<double>(l.length);
  });
}

double is_gone(const Sample& sample) { return sample.on_hand == 0 ? 1.0 : 0.0; }

}  // namespace

Chapter wrong_records() {
  return {
      {"shrinking",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 632.120559, 0.01},
        {"base", "shrunk", kpi("shrunk"), 632.120559, 0.01}}},
      {"shrinking-supplied",
       {{"base", "mean_on_hand", kpi("mean_on_hand"), 200.0, 0.01},
        {"base", "record_error", kpi("record_error"), 40.006667, 0.01},
        {"base", "lost a day", kpi("shrunk"), 16000.0, 0.01}}},
      {"PH-01",
       {{"base", "mean_time_to_freeze", days_to_freeze(), 60.6477020349, 0.02},
        {"base", "mean_units_sold_before_freeze", kpi("filled"), 259.313729216, 0.02},
        {"base", "mean_orders_received_before_freeze", orders_received(), 12.02500019, 0.02},
        {"base", "mean_units_shrunk_before_freeze", kpi("shrunk"), 5.18627458431, 0.02},
        {"base", "mean_lost_sales_before_freeze", lost_before_freeze(), 43.9247809588, 0.05}}},
      {"PH-02",
       {{"base", "lost_fraction", kpi("lost_rate"), 0.397817956917, 0.02},
        {"base", "mean_on_hand_physical", kpi("mean_on_hand"), 6.7318222175, 0.02},
        {"base", "mean_record", kpi("mean_on_record"), 9.44164141138, 0.02},
        {"base", "mean_record_error", kpi("record_error"), 2.70981919387, 0.02},
        {"base", "P(record accurate)", sampled(is_right, "shop"), 0.207659562022, 0.03},
        {"base", "P(frozen)", sampled(is_frozen, "shop"), 0.290700975343, 0.03},
        {"base", "order_rate", orders_per_day(), 0.155061876094, 0.02},
        {"honest", "lost_fraction", kpi("lost_rate"), 0.107591668101, 0.02}}},
      {"PH-04",
       {{"base", "lost_fraction", kpi("lost_rate"), 0.0474022449284, 0.02},
        {"base", "mean_on_hand_end", kpi("mean_on_hand"), 2.74579388005, 0.02},
        {"base", "mean_record_error_end_of_day", kpi("record_error"), 1.53861958952, 0.02},
        {"base", "mean_record_error_day14", error_of_record(), 2.70955476919, 0.02},
        {"base", "lost_fraction_day1", lost_on_day(1), 0.0128891443573, 0.06},
        {"base", "lost_fraction_day14", lost_on_day(0), 0.0919035307311, 0.02}}},
      {"PH-06",
       {{"base", "cancelled_after_acceptance_fraction", kpi("cancel_rate"), 0.0226210925664, 0.02},
        {"base", "rejected_fraction", kpi("lost_rate"), 0.0622392370905, 0.02},
        {"base", "shipped_fraction", kpi("fill_rate"), 0.915139670343, 0.01},
        {"base", "mean_on_hand_physical", kpi("mean_on_hand"), 3.62923186228, 0.01},
        {"base", "mean_record", kpi("mean_on_record"), 4.31282676912, 0.01},
        {"base", "P(record accurate)", sampled(is_right, "shop"), 0.568587634149, 0.02}}},
      {"PH-07",
       {{"base", "lost_fraction", kpi("lost_rate"), 0.0836137427027, 0.02},
        {"base", "mean_on_shelf", on_the_shelf(), 3.70494996757, 0.01},
        {"base", "mean_hidden", kpi("mean_misplaced"), 2.96395997405, 0.01},
        {"base", "mean_on_order", kpi("mean_on_order"), 7.33109005838, 0.01}}},
      {"receiving-errors",
       {{"base", "mean_error", error_of_record(), 2.52, 0.03},
        {"base", "mean_squared_error", sampled(squared_error, "shop"), 20.2608, 0.05},
        {"base", "units posted wrong", kpi("misreceived"), 12.0, 0.03}}},
      {"scanning-errors",
       {{"base", "mean_error", error_of_record(), 10.3125, 0.03},
        {"base", "mean_squared_error", sampled(squared_error, "shop"), 160.2734375, 0.05},
        {"base", "units read wrong", kpi("misscanned"), 3500.0, 0.01}}},
      {"mispicks",
       {{"base", "mean_error of left", error_at("shop/left"), -10.3125, 0.03},
        {"base", "mean_error of right", error_at("shop/right"), 10.3125, 0.03},
        {"base", "mean_squared_error of right", sampled(squared_error, "shop/right"), 160.2734375, 0.05},
        {"base", "units of another", kpi("mispicked"), 3500.0, 0.01}}},
      {"late-sales",
       {{"base", "oversold_per_day", oversold_per_day(), 0.530916253707, 0.02},
        {"base", "cancelled", kpi("cancel_rate"), 0.0530916253707, 0.02},
        {"live", "oversold_per_day", oversold_per_day(), 0.0, exactly},
        {"live", "lost", kpi("lost_rate"), 0.0530916253707, 0.02}}},
      {"two-channels",
       {{"base", "oversold_per_day", oversold_per_day(), 1.34317102807, 0.02},
        {"base", "cancelled", kpi("cancel_rate"), 0.111930919006, 0.02},
        {"live", "lost", kpi("lost_rate"), 0.114367915509, 0.02},
        {"live", "oversold_per_day", oversold_per_day(), 0.0, exactly}}},
      {"late-receipts",
       {{"base", "fill_rate", kpi("fill_rate"), 0.916541527065, 0.01},
        {"base", "mean_on_record", kpi("mean_on_record"), 5.10347867979, 0.01},
        {"base", "mean_on_hand", kpi("mean_on_hand"), 7.10347867979, 0.01},
        {"base", "mean_backlog", kpi("mean_backlog"), 0.103478679787, 0.05}}},
      {"PH-09",
       {{"base", "P(physical=0 | data) day 6", given_sales(6, is_gone), 0.290799870924, 0.15},
        {"base", "P(physical=0 | data) day 9", given_sales(9, is_gone), 0.907900084751, 0.05},
        {"base", "P(physical=0 | data) day 12", given_sales(12, is_gone), 0.995697803844, 0.02},
        {"base", "likelihood of the 12-day sales path", likelihood(12), 0.000473167945793, 0.15}}},
  };
}

}  // namespace restock::theory
