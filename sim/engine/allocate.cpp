// The backlog of one stock point: queues, allocation, shipping to customers, cancellation.
#include "engine/baskets.hpp"
#include "engine/goodwill.hpp"
#include "engine/markdown.hpp"
#include "engine/neighbours.hpp"
#include "engine/packing.hpp"
#include "engine/payment.hpp"
#include "engine/promises.hpp"
#include "engine/rationing.hpp"
#include "engine/replication.hpp"
#include "engine/sent_back.hpp"
#include "engine/together.hpp"
#include "engine/visits.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace restock {

void Replication::append(std::uint32_t slot) {
  Entry& entry = s_.entries[slot];
  Queue& queue = s_.queues[s_.points[entry.point].first_queue + entry.queue];
  entry.prev = queue.tail;
  entry.next = none;
  if (queue.tail != none) {
    s_.entries[queue.tail].next = slot;
  } else {
    queue.head = slot;
  }
  queue.tail = slot;
  queue.units += entry.remaining;
}

/// Takes an entry out of its queue; the queue's units are the caller's.
void Replication::take_out(std::uint32_t slot) {
  const Entry& entry = s_.entries[slot];
  Queue& queue = s_.queues[s_.points[entry.point].first_queue + entry.queue];
  (entry.prev != none ? s_.entries[entry.prev].next : queue.head) = entry.next;
  (entry.next != none ? s_.entries[entry.next].prev : queue.tail) = entry.prev;
}

/// Takes an entry out of its queue, if it is in one, and frees its slot; the units it still held must have been taken
/// off before.
void Replication::unlink(std::uint32_t slot) {
  Entry& entry = s_.entries[slot];
  PointState& p = s_.points[entry.point];
  if (!is_called(entry)) take_out(slot);
  entry.life = 0;
  s_.entries.release(slot);
  // The heap of those who were served goes back, so that others may have it.
  if (p.customer_backlog == 0 && !engine::somebody_waits_for_call(*this, entry.point)) forget_deadlines(p);
}

namespace {

void write_shipped(OrderRow& row, Quantity units, bool at_once, bool later) {
  if (!at_once) {
    row.shipped += units;
    return;
  }
  (later ? row.sold_later : row.filled) += units;
  row.backordered -= units;
  if (row.backordered == 0) row.first_promise = never;
}

}  // namespace

void Replication::ship_to_customer(std::uint32_t slot, Quantity units, Time at) {
  const Entry& entry = s_.entries[slot];
  hand_over(entry.point, units, units, at);
  engine::draw_on_reserve(*this, entry.stream, units);
  change_backlog(entry.point, -units, true, at);
  s_.queues[s_.points[entry.point].first_queue + entry.queue].units -= units;
  count_shipped(slot, units, at, engine::pack(*this, entry.point, units, at));
}

namespace {

/// In the instant in which he joined the queue: he has not waited.
void count_served_at_once(Replication& r, const Entry& entry, Quantity units, Time at) {
  PointState& p = r.s_.points[entry.point];
  OrderFacts& facts = r.facts_of(entry);
  StockFacts& stock = r.s_.stock_facts[entry.point];
  (entry.later ? facts.sold_later : facts.filled) += units;
  if (entry.later) stock.shipped_to_customers += units;
  facts.backordered -= units;
  stock.backordered -= units;
  if (p.short_at == at && !entry.was_there) p.short_units -= units;
  r.history_.note(r.b_.streams[entry.stream].who, entry.later ? Fact::sold_later : Fact::filled, at, entry.number,
                  units);
  engine::gain_goodwill(r, entry.stream);
}

/// What his first promise was worth, of units that leave at `out`.
void count_promise(Replication& r, const Entry& entry, Quantity units, Time out) {
  OrderFacts& facts = r.facts_of(entry);
  const bool kept = out <= entry.promise;
  facts.promised += units;
  facts.slip_units += units;
  facts.slip += widen(units, out - entry.promise);
  if (kept) facts.promise_kept += units;
  if (entry.cohort) {
    const std::uint32_t group = r.b_.points[entry.point].sketch_group;
    kept ? r.early_[group].add(entry.promise - out, units) : r.late_[group].add(out - entry.promise, units);
  }
  if (kept)
    engine::gain_goodwill(r, entry.stream);
  else
    engine::lose_goodwill(r, entry.stream, &LoyaltyRules::late);
}

void count_waited(Replication& r, std::uint32_t slot, Quantity units, Time at, Time out) {
  const Entry& entry = r.s_.entries[slot];
  OrderFacts& facts = r.facts_of(entry);
  r.s_.stock_facts[entry.point].shipped_to_customers += units;
  facts.shipped_from_backorder += units;
  facts.wait += widen(units, out - entry.arrived);
  facts.queue_time += widen(units, at - entry.arrived);
  if (entry.cohort) {
    r.waits_[r.b_.points[entry.point].sketch_group].add(out - entry.arrived, units);
    r.segment_waits_[r.b_.layout.stream_segment[entry.stream].index()].add(out - entry.arrived, units);
  }
  if (entry.promise < never) count_promise(r, entry, units, out);
  if (r.s_.side.tells) engine::promise_ends(r, slot, units, at, out);
  r.history_.note(r.b_.streams[entry.stream].who, Fact::shipped, at, entry.number, units, out);
}

/// The last units of an order, or of one of its lines, have left.
void count_order(Replication& r, const Entry& entry) {
  if (entry.number == initial_customer) return;
  const bool on_time = entry.in_full && !entry.late;
  const bool filled = on_time && !entry.waited;
  if (entry.basket != none) return engine::line_ended(r, entry.basket, filled, on_time);
  OrderFacts& facts = r.facts_of(entry);
  if (on_time) ++facts.orders_on_time;
  if (filled) ++facts.orders_filled;
}

}  // namespace

/// A customer who waits has got units, wherever they come from; they leave at `out`, when they are packed.
void Replication::count_shipped(std::uint32_t slot, Quantity units, Time at, Time out) {
  Entry& entry = s_.entries[slot];
  entry.remaining -= units;
  leave_cohort(entry.cohort, units, at);
  const bool at_once = entry.arrived == at && entry.number != initial_customer;
  if (at_once) {
    count_served_at_once(*this, entry, units, at);
  } else {
    entry.waited = true;
    if (entry.promise == never || out > entry.promise) entry.late = true;
    count_waited(*this, slot, units, at, out);
  }
  if (entry.later) entry.late = true;  // he should have had them at his first visit
  const Millionths off = s_.side.markdown.any() ? s_.side.markdown.off[slot] : 0;
  engine::count_reduced(*this, entry.point, entry.stream, entry.number, units, off, at);
  engine::may_send_back(*this, entry.stream, entry.number, units, off, at);
  if (entry.row != none) write_shipped(s_.open_rows[entry.row], units, at_once, entry.later);
  if (entry.remaining == 0) {
    count_order(*this, entry);
    const Outcome at_last = entry.later ? Outcome::sold_later : Outcome::filled;
    close_row(entry.row, at_once ? at_last : Outcome::shipped_from_backorder, at);
    unlink(slot);
  }
}

namespace {

/// Those whose payment failed leave, if they are still there: one who leaves may bring others what they wait for.
void cancel_unpaid(Replication& r, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& unpaid, Time at) {
  for (const auto& [slot, life] : unpaid) {
    if (r.s_.entries[slot].life != life) continue;
    const std::uint32_t first = r.s_.entries[slot].together ? engine::first_line_of(r, r.s_.entries[slot]) : slot;
    r.s_.entries[first].leaves = Leaves::payment;
    r.cancel(first, at);
  }
}

/// Ships to waiting customers, highest class first, first come first served; what an entry cannot take it reserves.
/// Orders that share what is left come after all others of their class.
void ship_to_queues(Replication& r, std::uint32_t point, Time at) {
  PointState& p = r.s_.points[point];
  Quantity left = r.allocatable(point);
  bool shipped = false;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> unpaid;  // entries and their lives
  const unsigned queues = r.queues_of(point);
  for (unsigned q = 0; q < queues && left > 0; ++q) {
    std::uint32_t slot = r.s_.queues[p.first_queue + q].head;
    engine::Sharers sharers;
    while (slot != none && left > 0) {
      const Entry& entry = r.s_.entries[slot];
      const std::uint32_t next = entry.next;
      if (engine::is_sharer(r, entry)) {
        sharers.add(r, slot);
      } else if (const Quantity units = engine::may_take(r, entry, left); units > 0) {
        left -= units;
        const bool ships = entry.stream != none && (!entry.complete_only || units == entry.remaining);
        if (ships && (!entry.together || engine::others_can_ship(r, slot))) {
          const bool paid = !engine::fails_at_shipment(r, slot);
          if (!paid)
            unpaid.emplace_back(slot, entry.life);
          else if (entry.together)
            engine::ship_together(r, slot, at);
          else
            r.ship_to_customer(slot, units, at);
          shipped = shipped || paid;
        }
      }
      slot = next;
    }
    left -= sharers.taken(r, left);
  }
  if (shipped) r.supply_is_free(point);
  if (p.has_internal_entries()) r.want_dispatch(point);
  cancel_unpaid(r, unpaid, at);
}

}  // namespace

/// Stock is shared out: to those who wait, then those are told who wanted to know.
void Replication::allocate(std::uint32_t point, Time at) {
  if (s_.points[point].backlog > 0) ship_to_queues(*this, point, at);
  engine::tell_of_stock(*this, point, at);
}

void Replication::want_dispatch(std::uint32_t point) {
  want(EventKind::dispatch, now_.tick, b_.points[point].dispatch_rank, point);
}

}  // namespace restock
