// What news did to those who waited.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

struct PromiseUpdates {
  static constexpr About about{"promise_updates", "updates", "messages that told somebody who waits his date",
                               Better::none, Adds::sum};
  static double of(const Ledger& l) { return count(l.promises.updates); }
};

struct PromiseSlips {
  static constexpr About about{"promise_slips", "updates",
                               "the part of them that told a later date, or that there is none any more", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return count(l.promises.slips); }
};

struct CancelledSlip {
  static constexpr About about{"cancelled_slip", "units", "units that customers cancelled when told of a slip",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.promises.cancelled_slip); }
};

struct CancelledSilence {
  static constexpr About about{"cancelled_silence", "units",
                               "units that customers cancelled because their date was past and nobody told them",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.promises.cancelled_silence); }
};

struct SavedByUpdate {
  static constexpr About about{"saved_by_update", "units",
                               "units shipped after silence from the first promise on would have cost them",
                               Better::higher, Adds::sum};
  static double of(const Ledger& l) { return count(l.promises.saved); }
};

struct LastPromiseKeptRate {
  static constexpr About about{"last_promise_kept_rate",
                               "1",
                               "share of units shipped from backorder with a date that shipped by the date told last",
                               Better::higher,
                               Adds::ratio_of_sums,
                               Takes::share};
  static double of(const Ledger& l) { return share(l.promises.told_kept, l.promises.told); }
};

}  // namespace restock
