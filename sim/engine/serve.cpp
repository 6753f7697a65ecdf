// One customer at one stock point: the law's "service of a customer", in its six steps.
#include "engine/replication.hpp"

#include <algorithm>
#include <variant>

namespace restock {

Quantity Replication::units_ahead(const PointState& p, unsigned queue) const {
  if (p.backlog == 0) return 0;
  Quantity units = 0;
  for (unsigned q = 0; q <= queue; ++q) units += s_.queues[p.first_queue + q].units;
  return units;
}

void Replication::lose(std::uint32_t point, std::uint32_t stream, std::uint64_t number, Quantity units, Fact fact,
                       Time at) {
  OrderFacts& facts = facts_at_arrival(stream);
  PointState& p = s_.points[point];
  if (fact == Fact::lost_declined) {
    facts.lost_declined += units;
  } else if (fact == Fact::lost_discontinued) {
    facts.lost_discontinued += units;
  } else {
    facts.lost_out_of_stock += units;
  }
  p.facts.lost += units;
  settle_shortage(p, at);
  p.was_short = true;
  history_.note(b_.streams[stream].who, fact, at, number, units);
}

void Replication::serve_customer(std::uint32_t point, std::uint32_t stream, std::uint64_t number, Quantity units,
                                 Time at) {
  PointState& p = s_.points[point];
  const StreamPlan& plan = b_.streams[stream];
  OrderFacts& facts = facts_at_arrival(stream);
  ++facts.orders;
  facts.demand += units;
  const std::uint32_t row = open_row(stream, number, units, at);
  if (at >= b_.points[point].discontinued) {
    lose(point, stream, number, units, Fact::lost_discontinued, at);
    if (row != none) s_.open_rows[row].lost = units;
    close_row(row, Outcome::lost_discontinued, at);
    return;
  }
  const bool sees_record = plan.sees == Sees::record;
  const Quantity sellable = sees_record ? std::max<Quantity>(0, p.on_record - units_ahead(p, plan.queue)) : p.on_hand;
  const bool whole = plan.partial == PartialRule::wait_complete;
  const Quantity now = units <= sellable ? units : (whole ? 0 : sellable);
  const Quantity picked = whole && p.on_hand < now ? 0 : std::min(now, p.on_hand);
  const Quantity missing = now - picked;
  Quantity deficit = units - now;
  if (picked > 0) {
    move_stock(p, -picked, -picked, at);
    facts.filled += picked;
    if (row != none) s_.open_rows[row].filled = picked;
    history_.note(plan.who, Fact::filled, at, number, picked);
  }
  Outcome outcome = Outcome::filled;
  Quantity joins = 0;
  if (missing > 0) {
    facts.oversold += missing;
    history_.note(plan.who, Fact::oversold, at, number, missing);
    if (plan.on_short_pick == ShortPickRule::zero_record && p.on_record != p.on_hand) {
      p.facts.record_adjusted += std::abs(p.on_record - p.on_hand);
      move_stock(p, 0, p.on_hand - p.on_record, at);
    }
    if (row != none) s_.open_rows[row].oversold = missing;
    if (plan.on_oversold == OversoldRule::cancel) {
      facts.cancelled_by_seller += missing;
      facts.oversold_cancelled += missing;
      p.facts.cancelled += missing;
      settle_shortage(p, at);
      p.was_short = true;
      history_.note(plan.who, Fact::cancelled_by_seller, at, number, missing);
      if (row != none) s_.open_rows[row].cancelled = missing;
      outcome = Outcome::cancelled_by_seller;
    } else {
      joins = missing;
    }
  }
  Time promise = never;
  bool quoted = false;
  const bool review_is_over = review_before_demand_ || (serve_is_named_ && review_before_serve_);
  if (deficit > 0) {
    Fact lost = Fact::lost_out_of_stock;
    bool accepted = false;
    if (plan.backorders && p.customer_backlog + joins + deficit <= plan.backlog_cap) {
      promise = quote(point, plan.queue, joins + deficit, at, review_is_over);
      if (promise < never || plan.offer_without_date) {
        const OfferView offer{promise < never ? promise - at : never, p.customer_backlog};
        Draws draws(luck_.at(plan.who, Purpose::acceptance, number));
        accepted = std::visit([&](const auto& rule) { return rule.accepts(offer, draws); }, plan.accept);
        if (!accepted) lost = Fact::lost_declined;
      }
    }
    if (accepted) {
      joins += deficit;
      quoted = true;
    } else {
      lose(point, stream, number, deficit, lost, at);
      if (row != none) s_.open_rows[row].lost = deficit;
      outcome = lost == Fact::lost_declined ? Outcome::lost_declined : Outcome::lost_out_of_stock;
    }
  }
  if (joins == 0) {
    close_row(row, outcome, at);
    return;
  }
  if (!quoted) promise = quote(point, plan.queue, joins, at, review_is_over);
  enqueue_customer(point, stream, number, joins, at, promise, at, row);
}

/// The initial backlog joins as one customer, who is in no cohort and has no deadline.
void Replication::enqueue_customer(std::uint32_t point, std::uint32_t stream, std::uint64_t number, Quantity units,
                                   Time arrived, Time promise, Time at, std::uint32_t row) {
  PointState& p = s_.points[point];
  const StreamPlan& plan = b_.streams[stream];
  const bool initial = number == initial_customer;
  OrderFacts& facts = initial ? junk_ : facts_at_arrival(stream);
  facts.backordered += units;
  p.facts.backordered += units;
  change_backlog(p, units, true, at);
  Entry entry;
  entry.point = point;
  entry.stream = stream;
  entry.row = row;
  entry.queue = plan.queue;
  entry.complete_only = plan.partial == PartialRule::wait_complete;
  entry.cohort = !initial && arrived >= 0 && arrived < b_.length;
  entry.number = number;
  entry.remaining = units;
  entry.arrived = arrived;
  entry.promise = promise;
  if (entry.cohort) cohort_open_ += units;
  if (row != none) {
    OrderRow& written = s_.open_rows[row];
    written.backordered = units;
    written.first_promise = promise;
  }
  history_.note(plan.who, Fact::queued, at, number, units);
  if (promise < never) history_.note(plan.who, Fact::promised, at, number, 0, promise);
  if (!initial) note_shortage(p, units, at);

  Time deadline = never;
  bool seller_first = false;
  if (!initial) {
    if (plan.has_patience) {
      Draws draws(luck_.at(plan.who, Purpose::patience, number));
      deadline = later(at, std::max<Time>(1, plan.patience.sample_ticks(draws)));
    }
    const Time limit = plan.seller_limit < never ? later(at, plan.seller_limit) : never;
    if (limit < deadline) {
      deadline = limit;
      seller_first = true;
    }
  }
  entry.seller_first = seller_first;
  entry.life = ++s_.lives;
  const std::uint32_t slot = s_.entries.make(entry);
  append(slot);
  if (deadline < never) {
    p.deadlines.push_back({deadline, stream, slot, number, entry.life});
    std::push_heap(p.deadlines.begin(), p.deadlines.end(), later_deadline);
    drop_stale_deadlines(p);
  }
}

/// The step `serve`: the backlog first, then the customers seen in this instant, in order of arrival.
void Replication::on_serve(std::uint32_t point) {
  PointState& p = s_.points[point];
  p.serve_at = never;
  touch(point);
  allocate(point, now_.tick);
  std::vector<WaitingCustomer> seen;
  seen.swap(s_.waiting[point]);
  for (const WaitingCustomer& customer : seen) {
    p.waiting -= customer.units;
    serve_customer(point, customer.stream, customer.number, customer.units, now_.tick);
    want_review_if_below(point);
  }
  arm(point);
}

}  // namespace restock
