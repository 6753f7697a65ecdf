// How many of n things go well, each by itself. Used by production and by its twin.
#pragma once

#include "core/quantity.hpp"
#include "random/draws.hpp"
#include "random/gaps.hpp"

namespace restock {

/// Of `units`, each kept with probability `share`. Walks from hit to hit of the rarer side, whose gaps are geometric:
/// an exponential gap over −ln(1 − p), rounded down (L. Devroye, Non-Uniform Random Variate Generation, 1986, X.4.3).
inline Quantity binomial(Quantity units, double share, Draws& draws) {
  if (share >= 1.0) return units;
  if (!(share > 0.0)) return 0;
  const bool hits_are_kept = share <= 0.5;
  const double steepness = -own_log(hits_are_kept ? 1.0 - share : share);
  Quantity hits = 0;
  for (Quantity at = 0;; ++at, ++hits) {
    const double gap = exponential_gap(draws.next()) / steepness;
    if (gap >= static_cast<double>(units - at)) break;
    at += static_cast<Quantity>(gap);
  }
  return hits_are_kept ? hits : units - hits;
}

}  // namespace restock
