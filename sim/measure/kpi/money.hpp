// Money per 24 h of the window. total_cost is the sum of the costs before it; lost margin is an opportunity cost.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

inline double profit_of(const MoneyParts& money) {
  return money.revenue - money.refunds + money.salvage - (money.total_cost() - money.lost_margin - money.goodwill) +
         money.stock_change;
}

struct HoldingCost {
  static constexpr About about{"holding_cost", "money/d", "cost of physical stock and of stock on the way here",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.holding, l); }
};

struct OrderingCost {
  static constexpr About about{"ordering_cost", "money/d", "cost of placing replenishment orders", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.ordering, l); }
};

struct PurchaseCost {
  static constexpr About about{"purchase_cost", "money/d", "cost of units received from external suppliers",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.purchase, l); }
};

struct FreightCost {
  static constexpr About about{"freight_cost", "money/d", "cost of moving units here", Better::lower, Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.freight, l); }
};

struct BackorderCost {
  static constexpr About about{"backorder_cost", "money/d",
                               "cost of customers' units waiting, and of each that has to wait", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.backorder, l); }
};

struct LostMargin {
  static constexpr About about{"lost_margin", "money/d", "margin of lost units", Better::lower, Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.lost_margin, l); }
};

struct CancelCost {
  static constexpr About about{"cancel_cost", "money/d", "cost of cancelled units", Better::lower, Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.cancel, l); }
};

struct CountCost {
  static constexpr About about{"count_cost", "money/d", "cost of counting stock", Better::lower, Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.count, l); }
};

struct MoveCost {
  static constexpr About about{"move_cost", "money/d", "cost of moves from back rooms to shelves", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.move, l); }
};

struct ExpediteCost {
  static constexpr About about{"expedite_cost", "money/d", "cost of units moved to a faster carrier", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.expedite, l); }
};

struct TransshipmentCost {
  static constexpr About about{"transshipment_cost", "money/d", "cost of units called from other sites", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.transship, l); }
};

struct DisposalCost {
  static constexpr About about{"disposal_cost", "money/d", "cost of getting rid of units that were too old",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.disposal, l); }
};

struct ReturnCost {
  static constexpr About about{"return_cost", "money/d", "cost of taking back what customers returned", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.taking_back, l); }
};

/// Of orders that were paid for when they were placed.
struct RefundCost {
  static constexpr About about{"refund_cost", "money/d",
                               "cost of paying back what was paid with the order and then cancelled", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.refund, l); }
};

struct TotalCost {
  static constexpr About about{"total_cost", "money/d", "all costs above", Better::lower, Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.total_cost(), l); }
};

struct Revenue {
  static constexpr About about{"revenue", "money/d", "what customers paid for units shipped to them", Better::higher,
                               Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.revenue, l); }
};

struct Refunds {
  static constexpr About about{"refunds", "money/d", "what customers were paid back for what they returned",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.refunds, l); }
};

struct RevenueForgone {
  static constexpr About about{"revenue_forgone", "money/d",
                               "what reduced prices took off the revenue of units shipped at them", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.forgone, l); }
};

struct GrossMargin {
  static constexpr About about{"gross_margin", "money/d", "revenue - refunds - cost of the units that customers kept",
                               Better::higher, Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.revenue - l.money.refunds - l.money.cost_of_sales, l); }
};

struct Salvage {
  static constexpr About about{"salvage", "money/d",
                               "what units brought that were left at the end of their product's life", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return per_day(l.money.salvage, l); }
};

/// Costs that are paid: all but lost margin and the goodwill part of the backorder cost.
struct Profit {
  static constexpr About about{"profit", "money/d",
                               "revenue and salvage - refunds - costs that are paid + change in stock value at cost",
                               Better::higher, Adds::sum};
  static double of(const Ledger& l) { return per_day(profit_of(l.money), l); }
};

}  // namespace restock
