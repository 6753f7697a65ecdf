// Rows of the order ledger and of the replenishment ledger: the life of each order, as integers.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>

namespace restock {

/// How the last unit of a customer order ended. The numbers are written to result files.
enum class Outcome : std::uint8_t {
  filled = 0,
  shipped_from_backorder = 1,
  lost_out_of_stock = 2,
  lost_declined = 3,
  lost_discontinued = 4,
  cancelled_by_customer = 5,
  cancelled_by_seller = 6,
  open = 7,
  sold_later = 8,
};

/// Causes that were active at some time of an order's life, one bit each by their index; all from this one on share it.
inline constexpr std::size_t shared_cause = 62;

/// One customer order of the cohort. filled + shipped + sold_later + lost + cancelled + open = units.
struct OrderRow {
  std::uint32_t stream = 0;
  std::uint64_t number = 0;  ///< the customer's number within the stream, from 0
  Time ordered = 0;
  Time first_promise = never;  ///< quoted ship date; `never`: none was quoted
  Time ended = never;          ///< when the last unit shipped, was lost or cancelled; `never`: open at the end
  Quantity units = 0;
  Quantity filled = 0;
  Quantity backordered = 0;
  Quantity oversold = 0;
  Quantity shipped = 0;  ///< from backorder
  Quantity sold_later = 0;
  Quantity lost = 0;
  Quantity cancelled = 0;
  std::uint64_t causes = 0;  ///< active between arrival and end, both included
  Outcome outcome = Outcome::filled;
  friend bool operator==(const OrderRow&, const OrderRow&) = default;
};

/// A date that a customer of the order ledger was told: the first when he joined the queue, then whatever he heard.
struct PromiseRow {
  std::uint32_t stream = 0;
  std::uint64_t number = 0;  ///< the customer's, as in his order's row
  Time told = 0;             ///< when he heard it
  Time date = never;         ///< `never`: that there is none
  bool first = false;        ///< when he joined
  friend bool operator==(const PromiseRow&, const PromiseRow&) = default;
};

/// One replenishment order placed in the measured window.
struct ReplenishmentRow {
  std::uint32_t point = 0;
  std::uint32_t link = 0;  ///< index of the link, or 2^32 − 1 for a plant's production order
  Time placed = 0;
  Time completed = never;  ///< receipt of its last unit; `never`: still open
  Quantity units = 0;
  Quantity received = 0;
  Quantity cancelled = 0;
  Quantity lost = 0;         ///< came out bad in production
  std::uint64_t causes = 0;  ///< active between placing and completion (or the end of the window)
  friend bool operator==(const ReplenishmentRow&, const ReplenishmentRow&) = default;
};

}  // namespace restock
