// What customers of a stream are promised and told while they wait, and what they make of it. Part of the blueprint.
#pragma once

#include "core/quantity.hpp"
#include "demand/discontent.hpp"
#include "promise/quoting.hpp"
#include "promise/updates.hpp"

namespace restock {

/// What the seller does when a backorder reaches his limit: he keeps it on if it can be served soon enough.
struct ReassessRules {
  Time within = 0;  ///< it is kept if its date is not further off than this
  Time again = 0;   ///< until he looks at it the next time
};

struct PromiseRules {
  Quoting quoting = PipelineQuote{};
  Time offer_within = never;         ///< no backorder is offered for longer
  Quantity offer_units = unlimited;  ///< nor to an order of more
  Updates updates = NoUpdates{};
  DiscontentRules discontent{};

  /// Whether anything has to be kept of somebody who waits.
  bool move() const { return look_every(updates) > 0 || discontent.any(); }
};

}  // namespace restock
