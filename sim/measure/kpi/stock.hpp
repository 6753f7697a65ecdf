// What was in stock, on record, on the way and owed: averages over the window's time.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

struct MeanOnHand {
  static constexpr std::string_view name = "mean_on_hand", unit = "units";
  static constexpr std::string_view long_name = "physical stock";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return average(l.stock.integrals.on_hand, l); }
};

struct MeanOnRecord {
  static constexpr std::string_view name = "mean_on_record", unit = "units";
  static constexpr std::string_view long_name = "stock that the system believes to be there";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return average(l.stock.integrals.on_record, l); }
};

struct MeanOnOrder {
  static constexpr std::string_view name = "mean_on_order", unit = "units";
  static constexpr std::string_view long_name = "units ordered and not yet received";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return average(l.stock.integrals.on_order, l); }
};

struct MeanInTransit {
  static constexpr std::string_view name = "mean_in_transit", unit = "units";
  static constexpr std::string_view long_name = "units on the way here";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return average(l.links.in_transit, l); }
};

struct MeanBacklog {
  static constexpr std::string_view name = "mean_backlog", unit = "units";
  static constexpr std::string_view long_name = "accepted, unshipped units of customers and of downstream sites";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return average(l.stock.integrals.backlog, l); }
};

struct MeanCustomerBacklog {
  static constexpr std::string_view name = "mean_customer_backlog", unit = "units";
  static constexpr std::string_view long_name = "accepted, unshipped units of customers";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return average(l.stock.integrals.customer_backlog, l); }
};

struct RecordError {
  static constexpr std::string_view name = "record_error", unit = "units";
  static constexpr std::string_view long_name = "mean absolute difference of on record and on hand";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return average(l.stock.integrals.record_error, l); }
};

struct PhantomTime {
  static constexpr std::string_view name = "phantom_time", unit = "1";
  static constexpr std::string_view long_name = "share of time with stock on record and none on hand";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::mean_over_points;
  static double of(const Ledger& l) { return point_share(l.stock.integrals.phantom, l); }
};

struct MeanStockValue {
  static constexpr std::string_view name = "mean_stock_value", unit = "money";
  static constexpr std::string_view long_name = "physical stock at cost";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return l.length > 0 ? l.money.mean_stock : undefined; }
};

/// Shipped: by a stock point or a site to anyone; by the network to customers.
struct InventoryToSales {
  static constexpr std::string_view name = "inventory_to_sales", unit = "months";
  static constexpr std::string_view long_name = "mean stock at cost / value shipped at cost in a month of 30.4375 d";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) {
    return ratio(l.money.mean_stock, l.money.shipped * static_cast<double>(month) / static_cast<double>(l.length));
  }
};

struct Turns {
  static constexpr std::string_view name = "turns", unit = "1/year";
  static constexpr std::string_view long_name = "value shipped at cost in a year / mean stock at cost";
  static constexpr Better better = Better::higher;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) { return ratio(12.0, InventoryToSales::of(l)); }
};

}  // namespace restock
