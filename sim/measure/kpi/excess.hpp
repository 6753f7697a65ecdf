// Too much: what is too old, left over, or more than the cover target.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

struct Expired {
  static constexpr About about{"expired", "units", "units that became too old in stock", Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.extra.expired); }
};

struct WasteRate {
  static constexpr About about{"waste_rate", "1",
                               "units that became too old / units received, where stock does not last", Better::lower,
                               Adds::ratio_of_sums};
  static double of(const Ledger& l) {
    return l.extra.perishable > 0 ? ratio(count(l.extra.expired), count(l.stock.received)) : undefined;
  }
};

struct WrittenOff {
  static constexpr About about{"written_off", "units", "units that were left at the end of their product's life",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.extra.written_off); }
};

struct MeanExcess {
  static constexpr About about{"mean_excess", "units", "stock on hand above the cover target", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return average(l.extra.excess, l); }
};

struct ExcessValue {
  static constexpr About about{"excess_value", "money", "stock on hand above the cover target, at cost", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return l.money.excess; }
};

}  // namespace restock
