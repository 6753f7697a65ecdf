// What a customer sees when a backorder is offered.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

namespace restock {

struct OfferView {
  Time quoted_wait = never;     ///< from now to the estimated ship date; `never` when there is no date
  Quantity units_in_queue = 0;  ///< customers' units already waiting at this stock point
};

}  // namespace restock
