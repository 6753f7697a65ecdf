// How well demand was met: rates over the customers' orders of the window, and over its time.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

/// Type 2 service, β.
struct FillRate {
  static constexpr About about{
      "fill_rate",         "1",         "share of demanded units shipped from stock at once", Better::higher,
      Adds::ratio_of_sums, Takes::share};
  static double of(const Ledger& l) { return share(l.orders.filled, l.orders.demand); }
};

/// Of orders, not units.
struct OrderFillRate {
  static constexpr About about{"order_fill_rate",
                               "1",
                               "share of customer orders all of whose units shipped from stock at once",
                               Better::higher,
                               Adds::ratio_of_sums,
                               Takes::share};
  static double of(const Ledger& l) { return share(l.orders.orders_filled, l.orders.orders); }
};

/// An order without a promise, or of a later visit, is never on time; nor is one that is open at the end.
struct OnTimeInFull {
  static constexpr About about{"on_time_in_full",
                               "1",
                               "share of customer orders all of whose units shipped at once or by their first promise",
                               Better::higher,
                               Adds::ratio_of_sums,
                               Takes::share};
  static double of(const Ledger& l) { return share(l.orders.orders_on_time, l.orders.orders); }
};

struct BackorderRate {
  static constexpr About about{
      "backorder_rate",    "1",         "share of demanded units that entered the queue", Better::lower,
      Adds::ratio_of_sums, Takes::share};
  static double of(const Ledger& l) { return share(l.orders.backordered, l.orders.demand); }
};

struct LostRate {
  static constexpr About about{"lost_rate",         "1",         "share of demanded units lost", Better::lower,
                               Adds::ratio_of_sums, Takes::share};
  static double of(const Ledger& l) {
    return share(l.orders.lost_out_of_stock + l.orders.lost_declined + l.orders.lost_discontinued, l.orders.demand);
  }
};

struct CancelRate {
  static constexpr About about{"cancel_rate",       "1",         "share of demanded units cancelled", Better::lower,
                               Adds::ratio_of_sums, Takes::share};
  static double of(const Ledger& l) {
    return share(l.orders.cancelled_by_customer + l.orders.cancelled_by_seller, l.orders.demand);
  }
};

/// Type 1 service, α: cycles run from receipt to receipt, or from review to review.
struct CycleService {
  static constexpr About about{"cycle_service",
                               "1",
                               "share of replenishment cycles in which no unit was short at arrival",
                               Better::higher,
                               Adds::ratio_of_sums,
                               Takes::share};
  static double of(const Ledger& l) { return share(l.stock.cycles_without_shortage, l.stock.cycles); }
};

struct ReadyRate {
  static constexpr About about{
      "ready_rate",           "1",         "share of time with physical stock on hand", Better::higher,
      Adds::mean_over_points, Takes::share};
  static double of(const Ledger& l) { return point_share(l.stock.integrals.ready, l); }
};

struct Transshipped {
  static constexpr About about{"transshipped", "units", "units called from other sites for customers here",
                               Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.extra.called); }
};

struct TransshippedAway {
  static constexpr About about{"transshipped_away", "units", "units given to customers of other sites", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.extra.given); }
};

struct TransshipmentRate {
  static constexpr About about{"transshipment_rate", "1", "units called from other sites per unit demanded",
                               Better::none, Adds::ratio_of_sums};
  static double of(const Ledger& l) { return share(l.extra.called, l.orders.demand); }
};

struct BoughtElsewhere {
  static constexpr About about{"bought_elsewhere", "units",
                               "units that customers took of another product or site before they were lost here",
                               Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.extra.bought_elsewhere); }
};

struct InternalDemand {
  static constexpr About about{"internal_demand", "units", "units that other sites or production ordered here",
                               Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.stock.internal_demand); }
};

struct InternalFilled {
  static constexpr About about{"internal_filled", "units", "the part of them shipped at the instant of the order",
                               Better::higher, Adds::sum};
  static double of(const Ledger& l) { return count(l.stock.internal_filled); }
};

struct InternalFillRate {
  static constexpr About about{"internal_fill_rate",
                               "1",
                               "share of units ordered by other sites or production shipped at once",
                               Better::higher,
                               Adds::ratio_of_sums,
                               Takes::share};
  static double of(const Ledger& l) { return share(l.stock.internal_filled, l.stock.internal_demand); }
};

}  // namespace restock
