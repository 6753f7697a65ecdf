// Goods on their way that are moved to a faster carrier, at a price.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "random/law.hpp"

namespace restock {

struct ExpeditingRules {
  Time every = day;  ///< somebody looks so often
  Time first = 0;
  Quantity below = 0;     ///< and acts when fewer units than this are available, or expedited already
  bool promises = false;  ///< or, instead, when customers who wait would not have theirs by the date they were told
  TimeLaw time{};         ///< from then to receipt
  Time planned = 0;       ///< as announced: what is announced for earlier stays where it is

  /// The first look at or after `at`.
  Time look(Time at) const { return calendar_instant(at, every, first); }
};

}  // namespace restock
