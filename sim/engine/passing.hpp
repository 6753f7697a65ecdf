// What one verb of a replication hands to the next. Private to engine/.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "measure/rows.hpp"

#include <cstdint>

namespace restock::engine {

struct Customer {
  std::uint32_t point;
  std::uint32_t stream;
  std::uint64_t number;
  Time at;
  std::uint32_t row;                   ///< of the ledger that is being written; none: it is not kept
  std::uint32_t visit = 0;             ///< further visits before this one and with it
  bool cohort = false;                 ///< of a further visit: his first was in the window
  std::uint32_t basket = 0xffffffffU;  ///< the order of several lines that this is one of
};

/// Whether nothing of an order was lost or cancelled, by what is known of its end so far.
constexpr bool is_whole(Outcome outcome) { return outcome == Outcome::filled || outcome == Outcome::sold_later; }

struct Sale {
  Quantity now = 0;     ///< units that the seller thinks he can hand over
  Quantity picked = 0;  ///< units of them that are there
};

/// Of a shipment that comes in short.
struct Missing {
  Quantity cancelled = 0;
  Quantity late = 0;
  Quantity units() const { return cancelled + late; }
};

}  // namespace restock::engine
