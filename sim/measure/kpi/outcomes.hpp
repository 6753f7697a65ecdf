// What became of the units that customers ordered in the window: the outcomes add up to demand.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

struct CustomerOrders {
  static constexpr std::string_view name = "customer_orders", unit = "orders";
  static constexpr std::string_view long_name = "customer orders that arrived";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.orders); }
};

struct Demand {
  static constexpr std::string_view name = "demand", unit = "units";
  static constexpr std::string_view long_name = "units that customers ordered";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.demand); }
};

struct Filled {
  static constexpr std::string_view name = "filled", unit = "units";
  static constexpr std::string_view long_name = "units shipped from stock at the instant of the order";
  static constexpr Better better = Better::higher;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.filled); }
};

struct ShippedFromBackorder {
  static constexpr std::string_view name = "shipped_from_backorder", unit = "units";
  static constexpr std::string_view long_name = "units shipped after waiting";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.shipped_from_backorder); }
};

/// A flow, not an outcome.
struct Backordered {
  static constexpr std::string_view name = "backordered", unit = "units";
  static constexpr std::string_view long_name = "units that ever entered the queue";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.backordered); }
};

struct LostOutOfStock {
  static constexpr std::string_view name = "lost_out_of_stock", unit = "units";
  static constexpr std::string_view long_name = "units lost because stock was short and no backorder was possible";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.lost_out_of_stock); }
};

struct LostDeclined {
  static constexpr std::string_view name = "lost_declined", unit = "units";
  static constexpr std::string_view long_name = "units lost because the customer declined the quoted wait";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.lost_declined); }
};

struct LostDiscontinued {
  static constexpr std::string_view name = "lost_discontinued", unit = "units";
  static constexpr std::string_view long_name = "units lost because the product was no longer listed";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.lost_discontinued); }
};

struct CancelledByCustomer {
  static constexpr std::string_view name = "cancelled_by_customer", unit = "units";
  static constexpr std::string_view long_name = "backordered units that the customer cancelled";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.cancelled_by_customer); }
};

struct CancelledBySeller {
  static constexpr std::string_view name = "cancelled_by_seller", unit = "units";
  static constexpr std::string_view long_name = "accepted units that the seller cancelled";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.cancelled_by_seller); }
};

struct OpenAtEnd {
  static constexpr std::string_view name = "open_at_end", unit = "units";
  static constexpr std::string_view long_name = "units still waiting when the run ended";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.open_at_end()); }
};

/// A flow: backordered by a short pick, or cancelled at once where that is the rule.
struct Oversold {
  static constexpr std::string_view name = "oversold", unit = "units";
  static constexpr std::string_view long_name = "units sold on the record that were not there";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.orders.oversold); }
};

}  // namespace restock
