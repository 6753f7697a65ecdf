// How long customers waited, and what their promises were worth.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

struct MeanWait {
  static constexpr About about{"mean_wait", "d", "mean time from order to shipment, of units shipped from backorder",
                               Better::lower, Adds::ratio_of_sums};
  static double of(const Ledger& l) { return mean_days(l.orders.wait, l.orders.shipped_from_backorder); }
};

/// From a histogram whose bins are 1/32 of their span wide: off by at most 1/64 of itself.
struct P95Wait {
  static constexpr About about{"p95_wait", "d",
                               "95th percentile of the time from order to shipment, of units shipped from backorder",
                               Better::lower, Adds::pooled};
  static double of(const Ledger& l) {
    return l.waits.total() > 0 ? l.waits.quantile(0.95) / static_cast<double>(day) : undefined;
  }
};

/// Counts those who left, too: waits of the shipped alone flatter a policy that drives late customers away.
struct MeanTimeInQueue {
  static constexpr About about{"mean_time_in_queue", "d",
                               "mean time in the queue of all backordered units, whatever their end", Better::lower,
                               Adds::ratio_of_sums};
  static double of(const Ledger& l) { return mean_days(l.orders.queue_time, l.orders.backordered); }
};

struct PromiseKeptRate {
  static constexpr About about{"promise_kept_rate",
                               "1",
                               "share of promised units, due or ended, that shipped by their first promise",
                               Better::higher,
                               Adds::ratio_of_sums,
                               Takes::share};
  static double of(const Ledger& l) { return share(l.orders.promise_kept, l.orders.promised); }
};

struct MeanPromiseSlip {
  static constexpr About about{"mean_promise_slip", "d", "mean of shipment minus first promise; early is negative",
                               Better::lower, Adds::ratio_of_sums};
  static double of(const Ledger& l) { return mean_days(l.orders.slip, l.orders.slip_units); }
};

/// From two histograms, of those who were late and of those who were not.
struct P95PromiseSlip {
  static constexpr About about{"p95_promise_slip", "d",
                               "95th percentile of shipment minus first promise; early is negative", Better::lower,
                               Adds::pooled};
  static double of(const Ledger& l) {
    const auto late = static_cast<double>(l.late.total());
    const auto early = static_cast<double>(l.early.total());
    if (!(late + early > 0.0)) return undefined;
    const double below = 0.95 * (late + early);
    const double ticks =
        below > early ? l.late.quantile((below - early) / late) : -l.early.quantile((early - below) / early);
    return ticks / static_cast<double>(day);
  }
};

struct P95WaitCancelled {
  static constexpr About about{"p95_wait_cancelled", "d",
                               "95th percentile of the time in the queue of units that were cancelled", Better::none,
                               Adds::pooled};
  static double of(const Ledger& l) {
    return l.left.total() > 0 ? l.left.quantile(0.95) / static_cast<double>(day) : undefined;
  }
};

/// In neither part of promise_kept_rate.
struct CancelledBeforeDue {
  static constexpr About about{"cancelled_before_due", "units",
                               "promised units that were cancelled before the promise fell due", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.cancelled_before_due); }
};

}  // namespace restock
