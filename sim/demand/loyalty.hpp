// What experience makes of customers to come. The customers of a stream share one goodwill, from `least` to 1; each of
// them comes if his own draw is below it (ENGINE.md 3: a state may only delete a candidate). Steps are integers, so
// their order within an instant does not matter as long as no bound is met.
#pragma once

#include "core/millionths.hpp"

#include <algorithm>

namespace restock {

struct LoyaltyRules {
  Millionths lost = 0;       ///< goodwill taken by each order that loses units for want of stock
  Millionths cancelled = 0;  ///< by each that is cancelled, by either side
  Millionths late = 0;       ///< by each shipment after the first promise
  Millionths good = 0;       ///< given by each sale from stock, and each shipment by the first promise
  Millionths least = 0;

  Millionths after_bad(Millionths goodwill, Millionths step) const { return std::max(least, goodwill - step); }
  Millionths after_good(Millionths goodwill) const { return std::min(in_one, goodwill + good); }
};

}  // namespace restock
