// What became of the units that customers ordered in the window: the outcomes add up to demand.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

struct CustomerOrders {
  static constexpr About about{"customer_orders", "orders", "customer orders that arrived", Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.orders); }
};

struct Demand {
  static constexpr About about{"demand", "units", "units that customers ordered", Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.demand); }
};

struct SurgeDemand {
  static constexpr About about{"surge_demand", "units", "the part of them that surges brought", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.surge_demand); }
};

struct Filled {
  static constexpr About about{"filled", "units", "units shipped from stock at the instant of the order",
                               Better::higher, Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.filled); }
};

struct ShippedFromBackorder {
  static constexpr About about{"shipped_from_backorder", "units", "units shipped after waiting", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.shipped_from_backorder); }
};

/// A flow, not an outcome.
struct Backordered {
  static constexpr About about{"backordered", "units", "units that ever entered the queue", Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.backordered); }
};

struct LostOutOfStock {
  static constexpr About about{"lost_out_of_stock", "units",
                               "units lost because stock was short and no backorder was possible", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.lost_out_of_stock); }
};

struct LostDeclined {
  static constexpr About about{"lost_declined", "units", "units lost because the customer declined the quoted wait",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.lost_declined); }
};

struct LostDiscontinued {
  static constexpr About about{"lost_discontinued", "units", "units lost because the product was no longer listed",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.lost_discontinued); }
};

struct CancelledOversold {
  static constexpr About about{"cancelled_oversold", "units",
                               "the part of cancelled_by_seller that was sold on the record and not there",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.oversold_cancelled); }
};

struct CancelledByCustomer {
  static constexpr About about{"cancelled_by_customer", "units", "backordered units that the customer cancelled",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.cancelled_by_customer); }
};

struct CancelledBySeller {
  static constexpr About about{"cancelled_by_seller", "units", "accepted units that the seller cancelled",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.cancelled_by_seller); }
};

struct OpenAtEnd {
  static constexpr About about{"open_at_end", "units", "units still waiting when the run ended", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.open_at_end()); }
};

/// A flow: backordered by a short pick, or cancelled at once where that is the rule.
struct Oversold {
  static constexpr About about{"oversold", "units", "units sold on the record that were not there", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.oversold); }
};

}  // namespace restock
