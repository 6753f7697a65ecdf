// The share of an order that a supplier can fill, or of a stock that burns. Pure; for the engine and its twin.
#pragma once

#include "core/quantity.hpp"

namespace restock {

/// floor(fill · units). A product that is a whole number but for rounding counts as that number.
inline Quantity share_of(Quantity units, double fill) {
  return static_cast<Quantity>(static_cast<double>(units) * fill * (1.0 + 1e-12));
}

/// share · units to the nearest whole number, halves up.
inline Quantity nearest_share(Quantity units, double share) {
  return static_cast<Quantity>(static_cast<double>(units) * share + 0.5);
}

}  // namespace restock
