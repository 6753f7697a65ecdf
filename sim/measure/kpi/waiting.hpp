// How long customers waited, and what their promises were worth.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

struct MeanWait {
  static constexpr std::string_view name = "mean_wait", unit = "d";
  static constexpr std::string_view long_name = "mean time from order to shipment, of units shipped from backorder";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) { return mean_days(l.orders.wait, l.orders.shipped_from_backorder); }
};

/// From a histogram whose bins are 1/32 of their span wide: off by at most 1/64 of itself.
struct P95Wait {
  static constexpr std::string_view name = "p95_wait", unit = "d";
  static constexpr std::string_view long_name =
      "95th percentile of the time from order to shipment, of units shipped from backorder";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::pooled;
  static double of(const Ledger& l) {
    return l.waits.total() > 0 ? l.waits.quantile(0.95) / static_cast<double>(day) : undefined;
  }
};

/// Counts those who left, too: waits of the shipped alone flatter a policy that drives late customers away.
struct MeanTimeInQueue {
  static constexpr std::string_view name = "mean_time_in_queue", unit = "d";
  static constexpr std::string_view long_name = "mean time in the queue of all backordered units, whatever their end";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) { return mean_days(l.orders.queue_time, l.orders.backordered); }
};

struct PromiseKeptRate {
  static constexpr std::string_view name = "promise_kept_rate", unit = "1";
  static constexpr std::string_view long_name =
      "share of promised units, due or ended, that shipped by their first promise";
  static constexpr Better better = Better::higher;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) { return share(l.orders.promise_kept, l.orders.promised); }
};

struct MeanPromiseSlip {
  static constexpr std::string_view name = "mean_promise_slip", unit = "d";
  static constexpr std::string_view long_name = "mean of shipment minus first promise; early is negative";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) { return mean_days(l.orders.slip, l.orders.slip_units); }
};

/// In neither part of promise_kept_rate.
struct CancelledBeforeDue {
  static constexpr std::string_view name = "cancelled_before_due", unit = "units";
  static constexpr std::string_view long_name = "promised units that were cancelled before the promise fell due";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.cancelled_before_due); }
};

}  // namespace restock
