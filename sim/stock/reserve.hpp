// Stock that is kept for one channel: how much of it, from when, and when it is set anew or released.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

#include <algorithm>
#include <cmath>

namespace restock {

struct ReserveRules {
  Quantity units = 0;
  double share = 0.0;  ///< instead of units: of what is available to the channel when the reserve is set
  Time from = 0;       ///< when it is set first
  Time every = 0;      ///< and then so often; 0: never again
  Time until = never;  ///< when what is left of it is released

  /// What is kept when the channel could be sold `available`.
  Quantity set(Quantity available) const {
    return share > 0.0 ? static_cast<Quantity>(std::floor(share * static_cast<double>(available))) : units;
  }
  /// The first instant ≥ `at` at which it is set or released.
  Time next(Time at) const {
    Time set = at <= from ? from : never;
    if (at > from && every > 0) set = calendar_instant(at, every, from);
    if (set < until) return set;
    return at <= until ? until : never;
  }
};

}  // namespace restock
