// Customers who come again, stay away, send goods back, or are kept on.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

struct SoldLater {
  static constexpr About about{"sold_later", "units",
                               "units sold from stock to customers who came again after it was denied to them",
                               Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.orders.sold_later); }
};

struct TurnedAway {
  static constexpr About about{"turned_away", "units",
                               "units denied to customers who meant to try again, each time that they were",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.customers.turned_away); }
};

struct NoticesAsked {
  static constexpr About about{"notices_asked", "units",
                               "the part of them whose customers wanted to be told when there is stock", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.customers.waits_notice); }
};

struct FurtherVisits {
  static constexpr About about{"further_visits", "orders", "orders whose customers came again", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.customers.visits); }
};

/// Of a stream with loyalty only; demand that the policy has cost.
struct StayedAway {
  static constexpr About about{"stayed_away", "units",
                               "units that were not ordered for what other customers had met with; no demand",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.customers.stayed_away); }
};

struct Reassessed {
  static constexpr About about{"reassessed", "orders", "times the seller looked again at an order at his limit",
                               Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.customers.reassessed); }
};

struct KeptOn {
  static constexpr About about{"kept_on", "orders", "the part of them after which the order was kept", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.customers.kept_on); }
};

struct Overtook {
  static constexpr About about{"overtook", "units",
                               "units whose order had waited so long that it came before all classes", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.customers.overtook); }
};

struct PaymentDeclined {
  static constexpr About about{"payment_declined", "units",
                               "units lost because payment failed when they were to be backordered", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.customers.payment_declined); }
};

struct PaymentFailed {
  static constexpr About about{"payment_failed", "units",
                               "units that the seller cancelled because payment failed when they were there",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.customers.payment_failed); }
};

struct MeanPackingTime {
  static constexpr About about{"mean_packing_time", "d",
                               "mean time from leaving the stock until picked and packed, of units for customers",
                               Better::lower, Adds::ratio_of_sums};
  static double of(const Ledger& l) { return mean_days(l.extra.packing, l.extra.packed); }
};

struct Returned {
  static constexpr About about{"returned", "units", "units that customers sent back", Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.extra.returned); }
};

struct ReturnedToStock {
  static constexpr About about{"returned_to_stock", "units", "the part of them that was sold again", Better::none,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.extra.to_stock); }
};

}  // namespace restock
