// How well demand was met: rates over the customers' orders of the window, and over its time.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

/// Type 2 service, β.
struct FillRate {
  static constexpr std::string_view name = "fill_rate", unit = "1";
  static constexpr std::string_view long_name = "share of demanded units shipped from stock at once";
  static constexpr Better better = Better::higher;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) { return share(l.orders.filled, l.orders.demand); }
};

struct BackorderRate {
  static constexpr std::string_view name = "backorder_rate", unit = "1";
  static constexpr std::string_view long_name = "share of demanded units that entered the queue";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) { return share(l.orders.backordered, l.orders.demand); }
};

struct LostRate {
  static constexpr std::string_view name = "lost_rate", unit = "1";
  static constexpr std::string_view long_name = "share of demanded units lost";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) {
    return share(l.orders.lost_out_of_stock + l.orders.lost_declined + l.orders.lost_discontinued, l.orders.demand);
  }
};

struct CancelRate {
  static constexpr std::string_view name = "cancel_rate", unit = "1";
  static constexpr std::string_view long_name = "share of demanded units cancelled";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) {
    return share(l.orders.cancelled_by_customer + l.orders.cancelled_by_seller, l.orders.demand);
  }
};

/// Type 1 service, α: cycles run from receipt to receipt, or from review to review.
struct CycleService {
  static constexpr std::string_view name = "cycle_service", unit = "1";
  static constexpr std::string_view long_name = "share of replenishment cycles in which no unit was short at arrival";
  static constexpr Better better = Better::higher;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) { return share(l.stock.cycles_without_shortage, l.stock.cycles); }
};

struct ReadyRate {
  static constexpr std::string_view name = "ready_rate", unit = "1";
  static constexpr std::string_view long_name = "share of time with physical stock on hand";
  static constexpr Better better = Better::higher;
  static constexpr Adds adds = Adds::mean_over_points;
  static double of(const Ledger& l) { return point_share(l.stock.integrals.ready, l); }
};

struct InternalDemand {
  static constexpr std::string_view name = "internal_demand", unit = "units";
  static constexpr std::string_view long_name = "units that other sites or production ordered here";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.stock.internal_demand); }
};

struct InternalFilled {
  static constexpr std::string_view name = "internal_filled", unit = "units";
  static constexpr std::string_view long_name = "the part of them shipped at the instant of the order";
  static constexpr Better better = Better::higher;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.stock.internal_filled); }
};

struct InternalFillRate {
  static constexpr std::string_view name = "internal_fill_rate", unit = "1";
  static constexpr std::string_view long_name = "share of units ordered by other sites or production shipped at once";
  static constexpr Better better = Better::higher;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) { return share(l.stock.internal_filled, l.stock.internal_demand); }
};

}  // namespace restock
