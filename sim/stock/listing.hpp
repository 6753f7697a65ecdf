// When a product can be ordered and when it leaves: presale before its release, and sold down once it is retired.
#pragma once

#include "core/time.hpp"

#include <cstdint>

namespace restock {

struct ListingRules {
  Time listed = INT64_MIN;    ///< before, nobody can order it
  Time released = INT64_MIN;  ///< before, customers are only taken backorders of; what is there is held for the day
  Time retired = never;       ///< from then on nothing is ordered of suppliers, and what is not there is not promised

  /// Whether customers' orders are held at `at`.
  bool holds(Time at) const { return at < released; }
  /// The date of somebody who could be served at `eta` (`never`: not at all).
  Time date(Time eta) const { return eta < released ? released : eta; }
};

}  // namespace restock
