// What was in stock, on record, on the way and owed: averages over the window's time.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

struct MeanOnHand {
  static constexpr About about{"mean_on_hand", "units", "physical stock", Better::none, Adds::sum};
  static double of(const Ledger& l) { return average(l.stock.integrals.on_hand, l); }
};

struct MeanOnRecord {
  static constexpr About about{"mean_on_record", "units", "stock that the system believes to be there", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return average(l.stock.integrals.on_record, l); }
};

struct MeanOnOrder {
  static constexpr About about{"mean_on_order", "units", "units ordered and not yet received", Better::none, Adds::sum};
  static double of(const Ledger& l) { return average(l.stock.integrals.on_order, l); }
};

struct MeanInTransit {
  static constexpr About about{"mean_in_transit", "units", "units on the way here", Better::none, Adds::sum};
  static double of(const Ledger& l) { return average(l.links.in_transit, l); }
};

struct MeanBacklog {
  static constexpr About about{"mean_backlog", "units",
                               "accepted, unshipped units of customers and of downstream sites", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return average(l.stock.integrals.backlog, l); }
};

struct MeanCustomerBacklog {
  static constexpr About about{"mean_customer_backlog", "units", "accepted, unshipped units of customers",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return average(l.stock.integrals.customer_backlog, l); }
};

struct RecordError {
  static constexpr About about{"record_error", "units", "mean absolute difference of on record and on hand",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return average(l.stock.integrals.record_error, l); }
};

struct PhantomTime {
  static constexpr About about{
      "phantom_time",         "1",         "share of time with stock on record and none on hand", Better::lower,
      Adds::mean_over_points, Takes::share};
  static double of(const Ledger& l) { return point_share(l.stock.integrals.phantom, l); }
};

struct Shrunk {
  static constexpr About about{"shrunk", "units", "units lost unseen: shrinkage and theft", Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.stock.shrunk); }
};

struct Scrapped {
  static constexpr About about{"scrapped", "units", "units destroyed at once: fire, flood, recall", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.losses.scrapped); }
};

struct MeanMisplaced {
  static constexpr About about{"mean_misplaced", "units", "units on hand that could not be found", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return average(l.errors.misplaced, l); }
};

struct LostWhileMisplaced {
  static constexpr About about{"lost_while_misplaced", "units",
                               "units lost for want of stock, or of patience to wait, while as many lay misplaced",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.errors.lost_while_misplaced); }
};

struct Misreceived {
  static constexpr About about{"misreceived", "units", "units, up or down, by which receipts were posted wrong",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.errors.misreceived); }
};

struct Misscanned {
  static constexpr About about{"misscanned", "units", "units, up or down, by which sales were posted wrong",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.errors.misscanned); }
};

struct Mispicked {
  static constexpr About about{"mispicked", "units", "units that were picked for another product", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.errors.strayed); }
};

struct StockCounts {
  static constexpr About about{"counts", "1", "times that stock points were counted", Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.stock.counts); }
};

struct RecordAdjusted {
  static constexpr About about{"record_adjusted", "units", "units, up or down, by which records were corrected",
                               Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.stock.record_adjusted); }
};

struct MeanStockValue {
  static constexpr About about{"mean_stock_value", "money", "physical stock at cost", Better::none, Adds::sum};
  static double of(const Ledger& l) { return l.length > 0 ? l.money.mean_stock : undefined; }
};

/// Shipped: by a stock point or a site to anyone; by the network to customers.
struct InventoryToSales {
  static constexpr About about{"inventory_to_sales", "months",
                               "mean stock at cost / value shipped at cost in a month of 30.4375 d", Better::lower,
                               Adds::ratio_of_sums};
  static double of(const Ledger& l) {
    return ratio(l.money.mean_stock, l.money.shipped * static_cast<double>(month) / static_cast<double>(l.length));
  }
};

struct Turns {
  static constexpr About about{"turns", "1/year", "value shipped at cost in a year / mean stock at cost",
                               Better::higher, Adds::ratio_of_sums};
  static double of(const Ledger& l) { return ratio(12.0, InventoryToSales::of(l)); }
};

}  // namespace restock
