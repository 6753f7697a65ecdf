// Lateral transshipment: units that a stock point calls from its neighbours for a customer whom it cannot serve.
#pragma once

#include "core/quantity.hpp"
#include "core/rules.hpp"
#include "core/time.hpp"
#include "random/law.hpp"

namespace restock {

struct CallRules {
  TimeLaw time{};     ///< from the call until the customer has his units; 0: in the instant of his order
  Time planned = 0;   ///< as he is told
  Quantity keep = 0;  ///< a neighbour keeps so many units for customers of its own
  GiverRule giver = GiverRule::most_stock;
};

}  // namespace restock
