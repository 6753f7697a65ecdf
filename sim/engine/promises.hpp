// Promises that move: what those who wait are told, and who leaves for it, or for hearing nothing. Functions of a
// Replication, private to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

/// Announced supply of a point, walked through for needs that grow.
class AnnouncedSupply {
 public:
  AnnouncedSupply(const Replication& r, std::uint32_t point);
  /// Announced date of the unit that meets `need`, which is not less than it was; `never`: so much is not announced.
  Time date_of(Quantity need);

 private:
  const Pool<Inbound>& inbound_;
  std::uint32_t next_;
  Quantity covered_ = 0;
  Time date_ = never;
};

/// What its customers are promised by, and what is counted of it.
inline const PromiseRules& promise_rules_of(const Replication& r, std::uint32_t stream) {
  return r.b_.rules(r.b_.streams[stream]).promises;
}
inline PromiseFacts& promise_facts_of(Replication& r, const Entry& entry) {
  return entry.cohort ? r.s_.promise_facts[entry.stream] : r.s_.side.nobodys_promises;
}
/// What somebody who waits has been told; of an order that ships together its first line has.
const PromiseState& promise_of(const Replication& r, std::uint32_t slot);
void reset_promises(Replication& r);
void start_promises(Replication& r);
/// The seller looks at the dates of the customers of a stream who wait.
void on_promises(Replication& r, std::uint32_t stream);
/// A customer has joined the queue, and knows when his patience and the seller's limit are over; returns his first
/// deadline: when he leaves, silence counted, or comes before all classes.
Time begin_promise(Replication& r, std::uint32_t slot, Time patience, Time limit);
/// When he leaves as things are.
Time leaves_at(const Replication& r, std::uint32_t slot);
/// His deadline is another one now.
void expect_deadline(Replication& r, std::uint32_t slot);
/// The seller's limit has come: whether he looks again and keeps it on. (False for any other deadline.)
bool is_kept_on(Replication& r, std::uint32_t slot, Time at);
/// Units of customers who wait and would have theirs, by what is announced, after the date they were told last; and the
/// first of these dates.
struct Missed {
  Quantity units = 0;
  Time first = never;
};
Missed missed_promises(const Replication& r, std::uint32_t point);
/// Units of an order come in that were announced for `announced`.
void note_lateness(Replication& r, std::uint32_t point, Time announced);
/// What a quote puts on a date for how late supply was; 0 unless it asks for it.
Time lateness(Replication& r, std::uint32_t point, const Quoting& quoting);
/// Units of somebody who waited leave the stock; they are shipped at `out`, when they are packed.
void promise_ends(Replication& r, std::uint32_t slot, Quantity units, Time at, Time out);
/// Somebody leaves.
void count_leaver(Replication& r, const Entry& entry, Quantity units);

}  // namespace restock::engine
