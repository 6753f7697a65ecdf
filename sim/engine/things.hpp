// What comes and goes in a replication: who waits, what is on its way, what is being made. Kept in pools of the State.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "engine/pool.hpp"
#include "measure/leaving.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// The number of the customer who stands for a point's initial backlog.
inline constexpr std::uint64_t initial_customer = ~std::uint64_t{0};

/// Somebody waiting at a stock point: a customer, a downstream order, or a component need of a production order.
struct Entry {
  std::uint32_t next = none;  ///< towards the tail of its queue
  std::uint32_t prev = none;
  std::uint32_t point = none;
  std::uint32_t stream = none;     ///< a customer of this stream; none: internal
  std::uint32_t order = none;      ///< internal: the replenishment order it serves; a customer's: the call that brings
                                   ///< his units, when he is in no queue
  std::uint32_t component = none;  ///< a component need: index into Blueprint::components
  std::uint32_t kit_next = none;   ///< the entry of the production order's next component, or of the next line of an
                                   ///< order that ships together
  std::uint32_t basket = none;     ///< the order of several lines that this is one of
  std::uint32_t row = none;        ///< open ledger row
  std::uint32_t life = 0;          ///< unique in the replication, so that stale deadlines are recognised
  std::uint8_t queue = 0;
  Leaves leaves = Leaves::patience;  ///< whose deadline it is
  bool complete_only = false;        ///< ships whole or not at all
  bool cohort = false;
  bool later = false;      ///< he joined at a further visit
  bool in_full = true;     ///< nothing of his order was lost or cancelled
  bool late = false;       ///< something of it was not shipped by the first promise, or had none
  bool together = false;   ///< it ships with all other lines of its order
  bool was_there = false;  ///< such a line that need not have waited: its point is not short for it
  bool waited = false;     ///< nor in the instant in which he joined
  std::uint64_t number = 0;
  Quantity remaining = 0;
  Time arrived = 0;
  Time promise = never;
};

/// A customer whose units come from neighbours: they are his alone, and he is in no queue.
inline bool is_called(const Entry& entry) { return entry.stream != none && entry.order != none; }

/// When an entry's patience, or the seller's, ends. Heap order: at, stream, number.
struct Deadline {
  Time at = never;
  std::uint32_t stream = 0;
  std::uint32_t entry = none;
  std::uint64_t number = 0;
  std::uint32_t life = 0;
};

/// For the heaps of <algorithm>, which keep the greatest in front.
inline bool later_deadline(const Deadline& a, const Deadline& b) {
  if (a.at != b.at) return a.at > b.at;
  if (a.stream != b.stream) return a.stream > b.stream;
  return a.number > b.number;
}

/// What supply on its way is written down as.
enum class Supply : std::uint8_t { order, shipment };

/// Supply that a quote can be matched to: units at an announced date. A point's are linked in the order of dates.
struct Inbound {
  Time date = 0;
  Quantity units = 0;
  std::uint32_t slot = none;  ///< of the order (its undispatched units) or of the shipment
  Supply kind = Supply::order;
  std::uint32_t prev = none;
  std::uint32_t next = none;
};

/// A replenishment order from placing to its last receipt.
struct Order {
  std::uint32_t point = 0;
  std::uint32_t link = none;  ///< none: made here
  std::uint32_t prev = none;  ///< the point's open orders, oldest to youngest
  std::uint32_t next = none;
  std::uint32_t entry = none;  ///< in the sender's queue (a plant's order: first of its component entries)
  std::uint32_t job = none;    ///< the oldest of its jobs in the supplier's production
  bool at_sender = false;      ///< the sender has received it
  bool in_window = false;      ///< placed in the measured window
  std::uint64_t number = 0;    ///< of the point's orders
  Time placed = 0;
  Time announced = 0;
  Quantity units = 0;
  Quantity undispatched = 0;  ///< neither shipped nor withdrawn (for a supplier's job: until shipped)
  Quantity outstanding = 0;   ///< neither received nor withdrawn
  Quantity received = 0;
  Quantity lost = 0;  ///< came out bad in production
};

struct Shipment {
  std::uint32_t link = none;  ///< none: initial pipeline or made here
  std::uint32_t point = 0;
  std::uint32_t order = none;  ///< none: initial pipeline
  bool expedited = false;
  bool called = false;  ///< from neighbours, for a customer who has left
  Quantity units = 0;
  Time announced = 0;
  Time arrives = INT64_MIN;  ///< where that is certain when it leaves
};

/// A lot in production at a supplier or plant.
struct Job {
  std::uint32_t resource = 0;
  std::uint32_t order = none;
  std::uint32_t next = none;  ///< behind it in the queue for a line
  std::uint32_t prev = none;
  std::uint32_t sibling = none;  ///< the next younger job of the same order, at a supplier
  bool started = false;
  std::uint64_t number = 0;
  std::uint64_t nth = 0;  ///< address of its draws
  Quantity units = 0;
  Time after_line = 0;  ///< production time, drawn when the line starts
};

struct Queue {
  std::uint32_t head = none;
  std::uint32_t tail = none;
  Quantity units = 0;
};

/// A customer order that has ended: where it is in the ledger, and its row.
struct ClosedOrder {
  Time ended = never;
  std::uint64_t number = 0;
  std::uint32_t stream = 0;
  std::uint32_t row = none;  ///< in State::closed_rows; none: a unit that was taken home at once
};

struct WaitingCustomer {
  std::uint32_t stream = 0;
  std::uint64_t number = 0;
  Quantity units = 0;
  std::uint32_t row = none;  ///< of a further visit, as are the next two
  std::uint32_t visit = 0;
  bool cohort = false;
  std::uint32_t basket = none;  ///< the order of several lines that this is one of
};

/// The customers who were seen in this instant and are not served yet.
struct WaitingRoom {
  std::vector<WaitingCustomer> customers;
  Quantity units = 0;
};

}  // namespace restock
