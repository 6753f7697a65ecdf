// Money per 24 h of the window. total_cost is the sum of the costs before it; lost margin is an opportunity cost.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

inline double profit_of(const MoneyParts& money) {
  return money.revenue - (money.total_cost() - money.lost_margin - money.goodwill) + money.stock_change;
}

struct HoldingCost {
  static constexpr std::string_view name = "holding_cost", unit = "money/d";
  static constexpr std::string_view long_name = "cost of physical stock and of stock on the way here";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return per_day(l.money.holding, l); }
};

struct OrderingCost {
  static constexpr std::string_view name = "ordering_cost", unit = "money/d";
  static constexpr std::string_view long_name = "cost of placing replenishment orders";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return per_day(l.money.ordering, l); }
};

struct PurchaseCost {
  static constexpr std::string_view name = "purchase_cost", unit = "money/d";
  static constexpr std::string_view long_name = "cost of units received from external suppliers";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return per_day(l.money.purchase, l); }
};

struct FreightCost {
  static constexpr std::string_view name = "freight_cost", unit = "money/d";
  static constexpr std::string_view long_name = "cost of moving units here";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return per_day(l.money.freight, l); }
};

struct BackorderCost {
  static constexpr std::string_view name = "backorder_cost", unit = "money/d";
  static constexpr std::string_view long_name = "cost of customers' units waiting, and of each that has to wait";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return per_day(l.money.backorder, l); }
};

struct LostMargin {
  static constexpr std::string_view name = "lost_margin", unit = "money/d";
  static constexpr std::string_view long_name = "margin of lost units";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return per_day(l.money.lost_margin, l); }
};

struct CancelCost {
  static constexpr std::string_view name = "cancel_cost", unit = "money/d";
  static constexpr std::string_view long_name = "cost of cancelled units";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return per_day(l.money.cancel, l); }
};

struct CountCost {
  static constexpr std::string_view name = "count_cost", unit = "money/d";
  static constexpr std::string_view long_name = "cost of counting stock";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return per_day(l.money.count, l); }
};

struct TotalCost {
  static constexpr std::string_view name = "total_cost", unit = "money/d";
  static constexpr std::string_view long_name = "all costs above";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return per_day(l.money.total_cost(), l); }
};

struct Revenue {
  static constexpr std::string_view name = "revenue", unit = "money/d";
  static constexpr std::string_view long_name = "price of units shipped to customers";
  static constexpr Better better = Better::higher;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return per_day(l.money.revenue, l); }
};

/// Costs that are paid: all but lost margin and the goodwill part of the backorder cost.
struct Profit {
  static constexpr std::string_view name = "profit", unit = "money/d";
  static constexpr std::string_view long_name = "revenue - costs that are paid + change in stock value at cost";
  static constexpr Better better = Better::higher;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return per_day(profit_of(l.money), l); }
};

}  // namespace restock
