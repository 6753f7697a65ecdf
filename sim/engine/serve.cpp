// One customer at one stock point: the law's "service of a customer", in its six steps.
#include "engine/baskets.hpp"
#include "engine/goodwill.hpp"
#include "engine/listing.hpp"
#include "engine/markdown.hpp"
#include "engine/neighbours.hpp"
#include "engine/offer.hpp"
#include "engine/packing.hpp"
#include "engine/payment.hpp"
#include "engine/promises.hpp"
#include "engine/rationing.hpp"
#include "engine/replication.hpp"
#include "engine/sent_back.hpp"
#include "engine/shelf.hpp"
#include "engine/visits.hpp"

#include <algorithm>
#include <variant>

namespace restock {

Quantity Replication::units_ahead(const PointState& p, unsigned queue) const {
  if (p.backlog == 0) return 0;
  Quantity units = 0;
  for (unsigned q = 0; q <= p.first_class + queue; ++q) units += s_.queues[p.first_queue + q].units;
  return units;
}

void Replication::lose(const Customer& customer, Quantity units, Fact fact) {
  OrderFacts& facts = facts_of(customer);
  PointState& p = s_.points[customer.point];
  if (fact != Fact::lost_discontinued) engine::lose_goodwill(*this, customer.stream, &LoyaltyRules::lost);
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
    s_.shelf_facts[customer.point].lost_with_stock += std::min(units, engine::in_back(*this, customer.point));
  if (p.hides_stock && fact != Fact::lost_discontinued)
    s_.error_facts[customer.point].lost_while_misplaced += std::min(units, s_.side.hidden[customer.point].count());
  settle_shortage(p, customer.at);
  p.was_short = true;
  history_.note(b_.streams[customer.stream].who, fact, customer.at, customer.number, units);
  if (customer.row != none) s_.open_rows[customer.row].lost += units;
}

/// Whether his order is one of those whose outcomes are counted.
bool Replication::in_cohort(const Customer& customer) const {
  return customer.visit > 0 ? customer.cohort : customer.at >= 0 && customer.at < b_.length;
}

OrderFacts& Replication::facts_of(const Customer& customer) {
  if (customer.visit == 0) return facts_at_arrival(customer.stream);
  return customer.cohort ? s_.order_facts[customer.stream] : junk_;
}

/// Units that he has at once. Those of a first visit are added to what the point shipped when the window closes.
void Replication::count_at_once(const Customer& customer, Quantity units) {
  const bool first = customer.visit == 0;
  OrderFacts& facts = facts_of(customer);
  (first ? facts.filled : facts.sold_later) += units;
  if (!first) s_.stock_facts[customer.point].shipped_to_customers += units;
  if (customer.row == none) return;
  OrderRow& row = s_.open_rows[customer.row];
  (first ? row.filled : row.sold_later) += units;
}

void Replication::serve_first_visit(std::uint32_t point, std::uint32_t stream, std::uint64_t number, Quantity units,
                                    Time at, std::uint32_t basket) {
  // 1. His demand; a line of an order is no order.
  OrderFacts& facts = facts_at_arrival(stream);
  if (!b_.streams[stream].is_line()) ++facts.orders;
  facts.demand += units;
  Customer customer{point, stream, number, at, open_row(stream, number, units, at)};
  customer.basket = basket;
  serve_customer(customer, units);
}

/// At his first visit or a further one.
void Replication::serve_customer(const Customer& customer, Quantity units) {
  const Time at = customer.at;
  const PointRules& point = b_.rules(b_.points[customer.point]);
  if (customer.visit > 0) leave_cohort(customer.cohort, units, at);
  if (at >= point.discontinued || at < point.listing.listed) {
    lose(customer, units, Fact::lost_discontinued);
    engine::line_ended(*this, customer.basket, false, false);
    close_row(customer.row, Outcome::lost_discontinued, at);
    return;
  }
  // 2. What he is sold, and what the shelf has of it. 3. What he takes home.
  const Sale sale = sell(customer, units);
  if (sale.picked > 0) ship_at_once(customer, sale.picked);
  // 4. What was sold and is not there. 5. What was not sold is offered on backorder.
  Outcome outcome = customer.visit > 0 ? Outcome::sold_later : Outcome::filled;
  Quantity joins = 0;
  if (const Quantity missing = sale.now - sale.picked; missing > 0)
    joins = engine::pick_short(*this, customer, missing, outcome);
  Time promise = never;
  const Quantity deficit = units - sale.now;
  if (joins + deficit > 0 && engine::call_neighbours(*this, customer, joins, deficit, outcome)) return;
  engine::Answer answer = engine::Answer::leaves;
  if (deficit > 0) answer = engine::offer_backorder(*this, customer, joins, deficit, promise, outcome);
  if (answer == engine::Answer::comes_again) return engine::line_ended(*this, customer.basket, false, false);
  // 6. What joins the queue.
  if (answer == engine::Answer::accepts) {
    joins += deficit;
  } else if (joins > 0) {
    promise = engine::date_for(*this, customer, eta_for(customer, joins));
  }
  joins = engine::paid_for(*this, customer, joins, outcome);
  if (joins > 0) {
    enqueue_customer(customer, joins, promise, engine::is_whole(outcome));
  } else {
    if (outcome == Outcome::filled)
      engine::order_is_filled(*this, customer);
    else
      engine::line_ended(*this, customer.basket, false, false);
    close_row(customer.row, outcome, at);
  }
}

Replication::Sale Replication::sell(const Customer& customer, Quantity units) {
  const StreamRules& rules = b_.rules(b_.streams[customer.stream]);
  const Quantity there = rules.sees == Sees::shelf ? engine::on_shelf(*this, customer.point) : findable(customer.point);
  const Quantity sellable = s_.points[customer.point].held ? 0 : sellable_to(customer);
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
  if (b_.rules(b_.streams[customer.stream]).sees == Sees::shelf)
    engine::take_off_shelf(*this, customer.point, own, customer.at);
  hand_over(customer.point, own, scanned(customer, units), customer.at);
  engine::draw_on_reserve(*this, customer.stream, own);
  count_at_once(customer, units);
  engine::pack(*this, customer.point, own, customer.at);
  engine::gain_goodwill(*this, customer.stream);
  history_.note(b_.streams[customer.stream].who, customer.visit > 0 ? Fact::sold_later : Fact::filled, customer.at,
                customer.number, units);
  const Millionths off = s_.points[customer.point].reduced ? s_.side.markdown.points[customer.point].off : 0;
  engine::count_reduced(*this, customer.point, customer.stream, customer.number, units, off, customer.at);
  engine::may_send_back(*this, customer.stream, customer.number, units, off, customer.at);
}

/// When he can be served, as far as the seller knows.
Time Replication::eta_for(const Customer& customer, Quantity units) const {
  const unsigned queue = b_.rules(b_.streams[customer.stream]).queue;
  return b_.rules(b_.points[customer.point]).listing.date(quote(customer, queue, units, review_is_over()));
}

/// The initial backlog joins as one customer, who is in no cohort and has no deadline.
void Replication::enqueue_customer(const Customer& customer, Quantity units, Time promise, bool in_full) {
  const std::uint32_t slot = begin_to_wait(customer, units, promise, in_full, Fact::queued);
  change_backlog(customer.point, units, true, customer.at);
  append(slot);
  if (customer.number != initial_customer) note_shortage(s_.points[customer.point], units, customer.at);
  begin_patience(customer, slot);
}

/// Somebody waits from now on, in a queue or not.
std::uint32_t Replication::begin_to_wait(const Customer& customer, Quantity units, Time promise, bool in_full,
                                         Fact fact) {
  const Time at = customer.at;
  const StreamPlan& plan = b_.streams[customer.stream];
  const StreamRules& rules = b_.rules(plan);
  const bool initial = customer.number == initial_customer;
  OrderFacts& facts = initial ? junk_ : facts_of(customer);
  facts.backordered += units;
  s_.stock_facts[customer.point].backordered += units;
  Entry entry;
  entry.point = customer.point;
  entry.stream = customer.stream;
  entry.row = customer.row;
  entry.queue = static_cast<std::uint8_t>(s_.points[customer.point].first_class + rules.queue);
  entry.complete_only = rules.partial == PartialRule::wait_complete;
  entry.cohort = !initial && in_cohort(customer);
  entry.later = customer.visit > 0;
  entry.in_full = in_full;
  entry.basket = customer.basket;
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
  if (promise < never) {
    history_.note(plan.who, Fact::promised, at, customer.number, 0, promise);
    if (customer.row != none) s_.told_rows.push_back({customer.stream, customer.number, at, promise, true});
  }
  entry.life = ++s_.lives;
  const std::uint32_t slot = s_.entries.make(entry);
  if (s_.side.markdown.any()) engine::remember_price(*this, slot, initial);
  return slot;
}

namespace {

/// When his own patience is over.
Time patience_of(const Replication& r, const Replication::Customer& customer) {
  const StreamPlan& plan = r.b_.streams[customer.stream];
  const StreamRules& rules = r.b_.rules(plan);
  if (!rules.has_patience) return never;
  Draws draws(r.luck_.at(plan.who, Purpose::patience, customer.number));
  return later(customer.at, std::max<Time>(1, rules.patience.sample_ticks(draws)));
}

}  // namespace

void Replication::begin_patience(const Customer& customer, std::uint32_t slot) {
  if (customer.number == initial_customer) return;
  Entry& entry = s_.entries[slot];
  const Time patience = patience_of(*this, customer);
  const StreamRules& rules = b_.rules(b_.streams[customer.stream]);
  const Time limit = rules.seller_limit < never ? later(customer.at, rules.seller_limit) : never;
  entry.leaves = limit < patience ? Leaves::seller_limit : Leaves::patience;
  Time deadline = std::min(patience, limit);
  if (s_.side.tells || s_.side.reassesses || s_.side.overtakes)
    deadline = engine::begin_promise(*this, slot, patience, limit);
  if (deadline < never)
    add_deadline(s_.points[customer.point], {deadline, customer.stream, slot, customer.number, entry.life});
}

/// With `serve` named he is seen now, and served when it comes.
void Replication::wait_for_service(std::uint32_t point, const WaitingCustomer& customer, Time at) {
  WaitingRoom& room = s_.side.waiting[point];
  room.customers.push_back(customer);
  room.units += customer.units;
  want(EventKind::serve, at, b_.points[point].dispatch_rank, point);
}

/// The step `serve`: the backlog first, then the customers seen in this instant, in order of arrival.
void Replication::on_serve(std::uint32_t point) {
  s_.points[point].pending.remove(EventKind::serve, now_.tick);
  touch(point);
  allocate(point, now_.tick);
  WaitingRoom& room = s_.side.waiting[point];
  seen_.clear();
  seen_.swap(room.customers);
  for (const WaitingCustomer& customer : seen_) {
    room.units -= customer.units;
    if (customer.visit == 0)
      serve_first_visit(point, customer.stream, customer.number, customer.units, now_.tick, customer.basket);
    else
      serve_customer(
          {point, customer.stream, customer.number, now_.tick, customer.row, customer.visit, customer.cohort},
          customer.units);
    want_review_if_below(point);
    engine::ask_givers(*this);
  }
  arm(point);
}

}  // namespace restock
