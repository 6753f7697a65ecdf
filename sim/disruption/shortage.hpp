// The share of an order that a supplier can fill. Pure; for the engine and its twin.
#pragma once

#include "core/quantity.hpp"

namespace restock {

/// floor(fill · units). A product that is a whole number but for rounding counts as that number.
inline Quantity share_of(Quantity units, double fill) {
  return static_cast<Quantity>(static_cast<double>(units) * fill * (1.0 + 1e-12));
}

}  // namespace restock
