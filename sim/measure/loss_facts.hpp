// Facts about supply and stock that is lost in the open at one stock point: integer tallies within the window.
#pragma once

#include "core/quantity.hpp"

namespace restock {

struct LossFacts {
  Quantity scrapped = 0;       ///< units destroyed at once: fire, flood
  Quantity yield_lost = 0;     ///< units ordered that came out bad
  Quantity short_shipped = 0;  ///< units missing in shipments, each time

  LossFacts& operator+=(const LossFacts& o) {
    scrapped += o.scrapped;
    yield_lost += o.yield_lost;
    short_shipped += o.short_shipped;
    return *this;
  }
  friend bool operator==(const LossFacts&, const LossFacts&) = default;
};

}  // namespace restock
