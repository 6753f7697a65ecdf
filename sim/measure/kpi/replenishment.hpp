// What was ordered and moved to fill the shelves again.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

/// Ratio of sample variances; undefined under 8 buckets or where demand never varies.
inline double bullwhip_of(const SeriesMoments& ordered, const SeriesMoments& demanded) {
  if (ordered.buckets < 8 || demanded.buckets != ordered.buckets) return undefined;
  const auto spread = [](const SeriesMoments& m) {
    return to_double(m.buckets * m.sum_of_squares - widen(m.sum, m.sum));
  };
  return ratio(spread(ordered), spread(demanded));
}

struct ReplenishmentOrders {
  static constexpr About about{"replenishment_orders", "orders", "replenishment orders placed", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.stock.replenishment_orders); }
};

struct ReplenishmentUnits {
  static constexpr About about{"replenishment_units", "units", "units ordered", Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.stock.replenishment_units); }
};

struct Received {
  static constexpr About about{"received", "units", "units received", Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.stock.received); }
};

struct SupplyCancelled {
  static constexpr About about{"supply_cancelled", "units", "units ordered and withdrawn", Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.stock.supply_cancelled); }
};

struct Expedited {
  static constexpr About about{"expedited", "units", "units on their way that were moved to a faster carrier",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.extra.expedited); }
};

struct YieldLost {
  static constexpr About about{"yield_lost", "units", "units ordered that came out bad in production", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.losses.yield_lost); }
};

struct ShortShipped {
  static constexpr About about{"short_shipped", "units", "units missing in shipments that came here, each time",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.losses.short_shipped); }
};

struct Shipments {
  static constexpr About about{"shipments", "shipments", "shipments dispatched to here", Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.links.shipments); }
};

struct MeanLeadTime {
  static constexpr About about{"mean_lead_time", "d", "mean time from placing an order to physical receipt, by unit",
                               Better::lower, Adds::ratio_of_sums};
  static double of(const Ledger& l) { return mean_days(l.stock.lead_time, l.stock.lead_time_units); }
};

/// Known for one stock point and for the network, whose series are summed first; not for a site with several.
struct InformationAge {
  static constexpr About about{"information_age", "d", "age of the data that reviews looked at, where it is late",
                               Better::lower, Adds::ratio_of_sums};
  static double of(const Ledger& l) { return mean_days(l.information.age, l.information.reviews); }
};

struct Bullwhip {
  static constexpr About about{"bullwhip", "1",
                               "variance of units ordered per week / variance of units demanded per week",
                               Better::lower, Adds::ratio_of_sums};
  static double of(const Ledger& l) { return bullwhip_of(l.stock.ordered, l.stock.demanded); }
};

}  // namespace restock
