// Reduced prices: what was sold at them, what they cost, whom they brought, and how much of the stock was sold.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

struct MarkedDown {
  static constexpr About about{"marked_down", "units", "units shipped to customers at a reduced price", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.extra.markdown.units); }
};

struct MarkedDownShare {
  static constexpr About about{"marked_down_share", "1",
                               "units shipped at a reduced price / units shipped to customers", Better::none,
                               Adds::ratio_of_sums};
  static double of(const Ledger& l) {
    return l.extra.markdown.points > 0 ? ratio(count(l.extra.markdown.units), count(l.stock.shipped_to_customers))
                                       : undefined;
  }
};

struct ReducedTime {
  static constexpr About about{"reduced_time", "1", "share of time in which the price was reduced, where it may be",
                               Better::none, Adds::mean_over_points};
  static double of(const Ledger& l) {
    const MarkdownFacts& facts = l.extra.markdown;
    return ratio(static_cast<double>(facts.reduced), static_cast<double>(l.length) * count(facts.points));
  }
};

struct BargainDemand {
  static constexpr About about{"bargain_demand", "units", "the part of demand that came for a reduced price only",
                               Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.bargains.demand); }
};

struct BargainFilled {
  static constexpr About about{"bargain_filled", "units", "units of bargain_demand that were sold", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.bargains.filled); }
};

/// The retailers' sell-through of a season: of what there was and came, what customers have. What went to other sites
/// was not sold there.
struct SellThrough {
  static constexpr About about{"sell_through", "1",
                               "share of stock cleared: units shipped to customers / those, stock at the end, and what "
                               "was lost, scrapped, too old or written off",
                               Better::higher, Adds::ratio_of_sums};
  static double of(const Ledger& l) {
    const Quantity gone = l.stock.shrunk + l.losses.scrapped + l.extra.expired + l.extra.written_off;
    const Quantity sold = l.stock.shipped_to_customers;
    return ratio(count(sold), count(sold + l.stock.closing_on_hand + gone));
  }
};

}  // namespace restock
