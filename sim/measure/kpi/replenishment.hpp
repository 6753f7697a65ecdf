// What was ordered and moved to fill the shelves again.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

/// Ratio of sample variances; undefined under 8 buckets or where demand never varies.
inline double bullwhip_of(const SeriesMoments& ordered, const SeriesMoments& demanded) {
  if (ordered.buckets < 8 || demanded.buckets != ordered.buckets) return undefined;
  const auto spread = [](const SeriesMoments& m) { return to_double(m.buckets * m.sum_of_squares - m.sum * m.sum); };
  return ratio(spread(ordered), spread(demanded));
}

struct ReplenishmentOrders {
  static constexpr std::string_view name = "replenishment_orders", unit = "orders";
  static constexpr std::string_view long_name = "replenishment orders placed";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.stock.replenishment_orders); }
};

struct ReplenishmentUnits {
  static constexpr std::string_view name = "replenishment_units", unit = "units";
  static constexpr std::string_view long_name = "units ordered";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.stock.replenishment_units); }
};

struct Received {
  static constexpr std::string_view name = "received", unit = "units";
  static constexpr std::string_view long_name = "units received";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.stock.received); }
};

struct SupplyCancelled {
  static constexpr std::string_view name = "supply_cancelled", unit = "units";
  static constexpr std::string_view long_name = "units ordered and withdrawn";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.stock.supply_cancelled); }
};

struct Shipments {
  static constexpr std::string_view name = "shipments", unit = "shipments";
  static constexpr std::string_view long_name = "shipments dispatched to here";
  static constexpr Better better = Better::none;
  static constexpr Adds adds = Adds::sum;
  static double of(const Ledger& l) { return count(l.links.shipments); }
};

struct MeanLeadTime {
  static constexpr std::string_view name = "mean_lead_time", unit = "d";
  static constexpr std::string_view long_name = "mean time from placing an order to physical receipt, by unit";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) { return mean_days(l.stock.lead_time, l.stock.lead_time_units); }
};

/// Known for one stock point and for the network, whose series are summed first; not for a site with several.
struct Bullwhip {
  static constexpr std::string_view name = "bullwhip", unit = "1";
  static constexpr std::string_view long_name =
      "variance of units ordered per week / variance of units demanded per week";
  static constexpr Better better = Better::lower;
  static constexpr Adds adds = Adds::ratio_of_sums;
  static double of(const Ledger& l) { return bullwhip_of(l.stock.ordered, l.stock.demanded); }
};

}  // namespace restock
