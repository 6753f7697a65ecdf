// One customer at one stock point: the law's "service of a customer", in its six steps.
#include "engine/markdown.hpp"
#include "engine/neighbours.hpp"
#include "engine/promises.hpp"
#include "engine/rationing.hpp"
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

void Replication::lose(const Customer& customer, Quantity units, Fact fact) {
  OrderFacts& facts = facts_at_arrival(customer.stream);
  PointState& p = s_.points[customer.point];
  if (fact == Fact::lost_declined) {
    facts.lost_declined += units;
  } else if (fact == Fact::lost_discontinued) {
    facts.lost_discontinued += units;
  } else {
    facts.lost_out_of_stock += units;
  }
  s_.stock_facts[customer.point].lost += units;
  if (ForecastState* forecast = forecast_at(customer.point)) forecast->lost += units;
  if (p.two_places && fact != Fact::lost_discontinued && b_.rules(b_.streams[customer.stream]).sees == Sees::shelf)
    s_.shelf_facts[customer.point].lost_with_stock += std::min(units, in_back(customer.point));
  if (p.hides_stock && fact != Fact::lost_discontinued)
    s_.error_facts[customer.point].lost_while_misplaced += std::min(units, s_.side.hidden[customer.point].count());
  settle_shortage(p, customer.at);
  p.was_short = true;
  history_.note(b_.streams[customer.stream].who, fact, customer.at, customer.number, units);
  if (customer.row != none) s_.open_rows[customer.row].lost = units;
}

void Replication::serve_customer(std::uint32_t point, std::uint32_t stream, std::uint64_t number, Quantity units,
                                 Time at) {
  // 1. His demand.
  OrderFacts& facts = facts_at_arrival(stream);
  ++facts.orders;
  facts.demand += units;
  const Customer customer{point, stream, number, at, open_row(stream, number, units, at)};
  if (at >= b_.rules(b_.points[point]).discontinued) {
    lose(customer, units, Fact::lost_discontinued);
    close_row(customer.row, Outcome::lost_discontinued, at);
    return;
  }
  // 2. What he is sold, and what the shelf has of it. 3. What he takes home.
  const Sale sale = sell(customer, units);
  if (sale.picked > 0) ship_at_once(customer, sale.picked);
  // 4. What was sold and is not there. 5. What was not sold is offered on backorder.
  Outcome outcome = Outcome::filled;
  Quantity joins = 0;
  if (const Quantity missing = sale.now - sale.picked; missing > 0) joins = pick_short(customer, missing, outcome);
  Time promise = never;
  const Quantity deficit = units - sale.now;
  if (joins + deficit > 0 && engine::call_neighbours(*this, customer, joins, deficit, outcome)) return;
  const bool accepted = deficit > 0 && offer_backorder(customer, joins, deficit, promise, outcome);
  // 6. What joins the queue.
  if (accepted) {
    joins += deficit;
  } else if (joins > 0) {
    promise = quoted_date(b_.rules(b_.streams[stream]).promises.quoting, at, eta_for(customer, joins));
  }
  if (joins > 0) {
    enqueue_customer(customer, joins, promise);
  } else {
    close_row(customer.row, outcome, at);
  }
}

Replication::Sale Replication::sell(const Customer& customer, Quantity units) {
  const StreamRules& rules = b_.rules(b_.streams[customer.stream]);
  const Quantity there = rules.sees == Sees::shelf ? on_shelf(customer.point) : findable(customer.point);
  const Quantity sellable = sellable_to(customer);
  const bool whole = rules.partial == PartialRule::wait_complete;
  Sale sale;
  sale.now = units <= sellable ? units : (whole ? 0 : sellable);
  sale.picked = whole && there < sale.now ? 0 : std::min(sale.now, there);
  engine::count_held_back(*this, customer, units, sale.now);
  if (rules.publish_every > 0) s_.side.listings[channel_of(customer.stream)].sold += sale.now;
  return sale;
}

void Replication::ship_at_once(const Customer& customer, Quantity units) {
  const Quantity own = units - mispicked(customer, units);
  if (b_.rules(b_.streams[customer.stream]).sees == Sees::shelf) take_off_shelf(customer.point, own, customer.at);
  hand_over(customer.point, own, scanned(customer, units), customer.at);
  engine::draw_on_reserve(*this, customer.stream, own);
  facts_at_arrival(customer.stream).filled += units;
  if (customer.row != none) s_.open_rows[customer.row].filled = units;
  history_.note(b_.streams[customer.stream].who, Fact::filled, customer.at, customer.number, units);
  if (s_.points[customer.point].reduced)
    engine::count_reduced(*this, customer.point, customer.stream, customer.number, units,
                          s_.side.markdown.points[customer.point].off, customer.at);
}

/// Units that were sold on the record and are not there; returns how many of them join the queue.
Quantity Replication::pick_short(const Customer& customer, Quantity missing, Outcome& outcome) {
  const StreamPlan& plan = b_.streams[customer.stream];
  const StreamRules& rules = b_.rules(plan);
  OrderFacts& facts = facts_at_arrival(customer.stream);
  StockFacts& stock = s_.stock_facts[customer.point];
  PointState& p = s_.points[customer.point];
  facts.oversold += missing;
  history_.note(plan.who, Fact::oversold, customer.at, customer.number, missing);
  if (rules.on_short_pick == ShortPickRule::zero_record) {
    post_everything(customer.point, customer.at);
    const Quantity error = p.on_record - findable(customer.point);
    stock.record_adjusted += std::abs(error);
    if (error != 0) move_stock(customer.point, 0, -error, customer.at);
  }
  if (rules.on_short_pick == ShortPickRule::count) call_for_count(customer.point, customer.at);
  if (customer.row != none) s_.open_rows[customer.row].oversold = missing;
  if (rules.on_oversold == OversoldRule::backorder) return missing;
  facts.cancelled_by_seller += missing;
  facts.oversold_cancelled += missing;
  stock.cancelled += missing;
  settle_shortage(p, customer.at);
  p.was_short = true;
  history_.note(plan.who, Fact::cancelled_by_seller, customer.at, customer.number, missing);
  if (customer.row != none) s_.open_rows[customer.row].cancelled = missing;
  outcome = Outcome::cancelled_by_seller;
  return 0;
}

/// Whether the customer accepts to wait for `deficit` units, beside those who join in any case; else they are lost.
bool Replication::offer_backorder(const Customer& customer, Quantity joins, Quantity deficit, Time& promise,
                                  Outcome& outcome) {
  const StreamPlan& plan = b_.streams[customer.stream];
  const StreamRules& rules = b_.rules(plan);
  const Quantity waiting = s_.points[customer.point].customer_backlog;
  Fact lost = Fact::lost_out_of_stock;
  const Quantity units = joins + deficit;
  if (rules.backorders && waiting + units <= rules.backlog_cap && units <= rules.promises.offer_units) {
    const Time eta = eta_for(customer, units);
    promise = quoted_date(rules.promises.quoting, customer.at, eta);
    const bool in_sight = eta < never || rules.offer_without_date || !needs_supply(rules.promises.quoting);
    const Time wait = promise < never ? promise - customer.at : never;
    if (in_sight && (rules.promises.offer_within == never || wait <= rules.promises.offer_within)) {
      const OfferView offer{wait, waiting};
      Draws draws(luck_.at(plan.who, Purpose::acceptance, customer.number));
      if (std::visit([&](const auto& rule) { return rule.accepts(offer, draws); }, rules.accept)) return true;
      lost = Fact::lost_declined;
    }
  }
  if (engine::takes_second_choice(*this, customer, deficit)) return false;
  lose(customer, deficit, lost);
  outcome = lost == Fact::lost_declined ? Outcome::lost_declined : Outcome::lost_out_of_stock;
  return false;
}

/// When he can be served, as far as the seller knows.
Time Replication::eta_for(const Customer& customer, Quantity units) const {
  const bool review_is_over = review_before_demand_ || (serve_is_named_ && review_before_serve_);
  const unsigned queue = b_.rules(b_.streams[customer.stream]).queue;
  return quote(customer, queue, units, review_is_over);
}

/// The initial backlog joins as one customer, who is in no cohort and has no deadline.
void Replication::enqueue_customer(const Customer& customer, Quantity units, Time promise) {
  const std::uint32_t slot = begin_to_wait(customer, units, promise, Fact::queued);
  change_backlog(customer.point, units, true, customer.at);
  append(slot);
  if (customer.number != initial_customer) note_shortage(s_.points[customer.point], units, customer.at);
  begin_patience(customer, slot);
}

/// Somebody waits from now on, in a queue or not.
std::uint32_t Replication::begin_to_wait(const Customer& customer, Quantity units, Time promise, Fact fact) {
  const Time at = customer.at;
  const StreamPlan& plan = b_.streams[customer.stream];
  const StreamRules& rules = b_.rules(plan);
  const bool initial = customer.number == initial_customer;
  OrderFacts& facts = initial ? junk_ : facts_at_arrival(customer.stream);
  facts.backordered += units;
  s_.stock_facts[customer.point].backordered += units;
  Entry entry;
  entry.point = customer.point;
  entry.stream = customer.stream;
  entry.row = customer.row;
  entry.queue = rules.queue;
  entry.complete_only = rules.partial == PartialRule::wait_complete;
  entry.cohort = !initial && at >= 0 && at < b_.length;
  entry.number = customer.number;
  entry.remaining = units;
  entry.arrived = at;
  entry.promise = promise;
  if (entry.cohort) cohort_open_ += units;
  if (customer.row != none) {
    OrderRow& written = s_.open_rows[customer.row];
    written.backordered = units;
    written.first_promise = promise;
  }
  history_.note(plan.who, fact, at, customer.number, units);
  if (promise < never) history_.note(plan.who, Fact::promised, at, customer.number, 0, promise);
  entry.life = ++s_.lives;
  const std::uint32_t slot = s_.entries.make(entry);
  if (s_.side.markdown.any()) engine::remember_price(*this, slot, initial);
  return slot;
}

void Replication::begin_patience(const Customer& customer, std::uint32_t slot) {
  if (customer.number == initial_customer) return;
  Entry& entry = s_.entries[slot];
  Time deadline = deadline_of(customer, entry.leaves);
  if (s_.side.tells) deadline = engine::begin_promise(*this, slot, deadline);
  if (deadline < never)
    add_deadline(s_.points[customer.point], {deadline, customer.stream, slot, customer.number, entry.life});
}

/// When he leaves, or the seller cancels, whichever is first.
Time Replication::deadline_of(const Customer& customer, Leaves& leaves) const {
  const StreamPlan& plan = b_.streams[customer.stream];
  const StreamRules& rules = b_.rules(plan);
  Time patience = never;
  if (rules.has_patience) {
    Draws draws(luck_.at(plan.who, Purpose::patience, customer.number));
    patience = later(customer.at, std::max<Time>(1, rules.patience.sample_ticks(draws)));
  }
  const Time limit = rules.seller_limit < never ? later(customer.at, rules.seller_limit) : never;
  leaves = limit < patience ? Leaves::seller_limit : Leaves::patience;
  return std::min(limit, patience);
}

/// The step `serve`: the backlog first, then the customers seen in this instant, in order of arrival.
void Replication::on_serve(std::uint32_t point) {
  s_.points[point].pending.remove(EventKind::serve, now_.tick);
  touch(point);
  allocate(point, now_.tick);
  WaitingRoom& room = s_.side.waiting[point];
  std::vector<WaitingCustomer> seen;
  seen.swap(room.customers);
  for (const WaitingCustomer& customer : seen) {
    room.units -= customer.units;
    serve_customer(point, customer.stream, customer.number, customer.units, now_.tick);
    want_review_if_below(point);
    engine::ask_givers(*this);
  }
  arm(point);
}

}  // namespace restock
