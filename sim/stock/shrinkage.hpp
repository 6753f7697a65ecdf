// Losses in proportion to stock, by a hazard clock: loss k falls when the units × ticks of physical stock since the
// clock's start reach E_1 + … + E_k, each exponential. Every unit is then lost at the same constant rate, whatever else
// happens to the stock, and the k-th loss is the same draw in every alternative.
#pragma once

#include "core/wide.hpp"
#include "random/draws.hpp"
#include "random/gaps.hpp"

namespace restock {

/// E_k in whole unit-ticks, at least one, for a rate of losses per unit and tick.
inline Wide exposure_to_loss(double rate, Draws& draws) {
  constexpr double most = 1e30;  // beyond any clock: fits in 128 bits
  const double exposure = exponential_gap(draws.next()) / rate;
  return exposure < 1.0 ? Wide{1} : static_cast<Wide>(exposure < most ? exposure : most);
}

}  // namespace restock
