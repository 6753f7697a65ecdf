// The twin's calendar: every event there is, one by one, in a map ordered by the full key of the instant.
#pragma once

#include "core/time.hpp"

#include <compare>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <utility>

namespace restock::twin {

/// In half 1 the fields mean: point, moves to the shelf (-4) before rounds (-3) before reserves (-2) before copies for
/// channels (-1) before customers (0) before those who come again (1) or wait for a notice no longer (2) before what is
/// sent back (3) before deadlines (4) before losses (5) and thefts (6), misplacements (7) and finds (8), stream,
/// number.
struct Key {
  Time tick = 0;
  int half = 0;
  std::uint64_t round = 0;
  int phase = 0;
  std::uint64_t rank = 0;
  std::uint64_t number = 0;
  friend auto operator<=>(const Key&, const Key&) = default;
};

enum class Kind : std::uint8_t {
  reserve,
  copy,
  customer,
  visit,
  off_the_list,
  sent_back,
  deadline,
  shelf_move,
  shelf_round,
  loss,
  theft,
  misplacement,
  find,
  line_done,
  made,
  receipt,
  posting,
  spell_end,
  spell_begin,
  withdraw,
  snapshot,
  refresh,
  review,
  order_received,
  supply_cancelled,
  dispatch,
  serve,
  count,
  sample,
  yard_out,
  berth_done,
  convoy,
  port_arrival,
  port_leave,
  sailing,
  port_changes,
  look,
  expedite,
  expiry,
  bucket_end,
  level_review,
  promises,
  call_arrives,
  markdown,
  on_sale,
};

/// `who` is a point, a stream, a resource or a forecast; `which` a customer, an order, a shipment or a job.
struct Event {
  Kind kind = Kind::sample;
  std::uint32_t who = 0;
  std::uint64_t which = 0;
};

class Calendar {
 public:
  bool empty() const { return events_.empty(); }
  const Key& first() const { return events_.begin()->first; }
  std::pair<Key, Event> take() {
    const std::pair<Key, Event> earliest = *events_.begin();
    events_.erase(events_.begin());
    return earliest;
  }
  /// A second event with the same key is the same event: a review, a dispatch, a serve or a withdrawal that is due.
  void put(const Key& key, const Event& event) { events_.emplace(key, event); }

 private:
  std::map<Key, Event> events_;
};

}  // namespace restock::twin
