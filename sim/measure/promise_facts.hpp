// Facts of one demand stream about promises that move, of the cohort. Kept only where a blueprint has customers who are
// told news or who mind the lack of it.
#pragma once

#include "core/quantity.hpp"

namespace restock {

struct PromiseFacts {
  Quantity updates = 0;            ///< messages, one for each order at each look at which it was told
  Quantity slips = 0;              ///< the part of them that told a later date, or none any more
  Quantity cancelled_slip = 0;     ///< units, in cancelled_by_customer: after the news of a slip
  Quantity cancelled_silence = 0;  ///< likewise: his date was past, and nobody told him
  Quantity saved = 0;              ///< units shipped after silence from the first promise on would have cost them
  Quantity told = 0;               ///< units shipped that had a date when they were
  Quantity told_kept = 0;          ///< the part of them shipped by the date told last

  PromiseFacts& operator+=(const PromiseFacts& o) {
    updates += o.updates;
    slips += o.slips;
    cancelled_slip += o.cancelled_slip;
    cancelled_silence += o.cancelled_silence;
    saved += o.saved;
    told += o.told;
    told_kept += o.told_kept;
    return *this;
  }
  friend bool operator==(const PromiseFacts&, const PromiseFacts&) = default;
};

}  // namespace restock
