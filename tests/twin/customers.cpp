// The twin's customers: how they arrive, what they see, what they are promised, when they leave.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

/// When the stream's next candidate arrives: one gap after `from`, or when his calendar or his trace says.
Time World::next_arrival(std::uint32_t k, Time from) {
  const DraftStream& plan = b_.streams[k];
  Stream& stream = streams_[k];
  Time at = never;
  if (const auto* poisson = std::get_if<PoissonArrivals>(&plan.arrivals)) {
    at = later(from, to_ticks(exponential_gap(stream.gaps.word(stream.next)) * (1.0 / poisson->rate.per_tick)));
  } else if (const auto* renewal = std::get_if<RenewalArrivals>(&plan.arrivals)) {
    Draws draws({seed_, replication_, plan.who, Purpose::arrival_gap, stream.next});
    at = later(from, renewal->gap.sample_ticks(draws));
  } else if (const auto* periodic = std::get_if<PerPeriodArrivals>(&plan.arrivals)) {
    const ReviewCalendar calendar{periodic->every, periodic->offset};
    at = calendar.at_or_after(stream.next == 0 ? from : from + 1);
  } else if (const auto* now_and_then = std::get_if<IntermittentArrivals>(&plan.arrivals)) {
    const ReviewCalendar calendar{now_and_then->every, now_and_then->offset};
    BulkDraws occasions(seed_, replication_, plan.who, Purpose::occasion);
    at = calendar.at_or_after(stream.next == 0 ? from : from + 1);
    for (; occasions.uniform(stream.next) >= now_and_then->probability.value; ++stream.next)
      at += now_and_then->every.ticks;
  } else if (const auto* batches = std::get_if<BatchArrivals>(&plan.arrivals)) {
    const ReviewCalendar calendar{batches->every, batches->offset};
    const std::uint64_t first_of_next = ((stream.next >> 20U) + 1) << 20U;
    if (stream.next == 0) {
      at = calendar.at_or_after(from);
    } else if (static_cast<Quantity>(stream.next & 0xfffffU) < batch(plan, *batches, stream.next)) {
      at = from;
    } else {
      at = calendar.at_or_after(from + 1);
      stream.next = first_of_next;
    }
  } else {
    const auto lines = plan.trace.of(b_.trace);
    while (stream.next < lines.size() && lines[stream.next].at < -b_.warmup) ++stream.next;
    if (stream.next < lines.size()) at = lines[stream.next].at;
  }
  return at;
}

/// Queues the stream's next customer.
void World::next_customer(std::uint32_t k, Time from) {
  const std::uint32_t point = b_.streams[k].point.value;
  Stream& stream = streams_[k];
  if (b_.modulation(b_.streams[k]) != nullptr) {
    if (stream.to_come.empty()) return;
    const auto [at, number] = *stream.to_come.begin();
    stream.to_come.erase(stream.to_come.begin());
    calendar_.put({at, 1, point, 0, k, number}, {Kind::customer, k, number});
    return;
  }
  const Time at = next_arrival(k, from);
  if (at >= never) return;
  calendar_.put({at, 1, point, 0, k, stream.next}, {Kind::customer, k, stream.next});
  ++stream.next;
}

/// How many customers come in the period of customer `number`.
Quantity World::batch(const DraftStream& plan, const BatchArrivals& batches, std::uint64_t number) const {
  return batches.count({seed_, replication_, plan.who, Purpose::batch_size, number >> 20U});
}

Quantity World::units_of(std::uint32_t k, std::uint64_t number) {
  const DraftStream& plan = b_.streams[k];
  if (plan.unit_size) return 1;
  if (std::holds_alternative<TraceArrivals>(plan.arrivals)) return plan.trace.of(b_.trace)[number].units;
  if (const auto* batches = std::get_if<BatchArrivals>(&plan.arrivals); batches && batch(plan, *batches, number) == 0)
    return 0;
  Draws draws({seed_, replication_, plan.who, Purpose::order_size, number});
  return sample_quantity(plan.size.law, draws);
}

void World::arrive(std::uint32_t k, std::uint64_t number) {
  const std::uint32_t at = b_.streams[k].point.value;
  next_customer(k, now_.tick);
  const Quantity units = units_of(k, number);
  if (units == 0 || (b_.streams[k].bargains && !is_drawn(k, number))) return;
  ++record_.customers;
  if (!serve_named_) return serve_customer(k, number, units);
  if (cohort_now()) open_order();
  points_[at].seen.push_back({k, number, units});
  points_[at].waiting += units;
  schedule(Kind::serve, now_.tick, b_.points[at].dispatch_rank, 0, at);
  review_if_low(at);
}

void World::serve_customer(std::uint32_t k, std::uint64_t number, Quantity units) {
  const DraftStream& plan = b_.streams[k];
  const std::uint32_t at = plan.point.value;
  Point& point = points_[at];
  const bool cohort = cohort_now();
  OrderFacts& f = facts(k, cohort);
  if (cohort && !serve_named_) open_order();

  OrderRow row;
  row.stream = k;
  row.number = number;
  row.ordered = now_.tick;
  row.units = units;
  ++f.orders;
  f.demand += units;
  count_demand(at, units);

  const auto lose = [&](Quantity n, Quantity OrderFacts::*why, Fact fact) {
    row.lost += n;
    f.*why += n;
    facts(at).lost += n;
    point.refused += n;
    if (why != &OrderFacts::lost_discontinued)
      errors(at).lost_while_misplaced += std::min(n, static_cast<Quantity>(point.misplaced.size()));
    if (why != &OrderFacts::lost_discontinued && plan.sees == Sees::shelf && b_.points[at].shelf && in_window())
      record_.shelves[at].lost_with_stock += std::min(n, point.back());
    point.was_short = true;
    history_.note(plan.who, fact, now_.tick, number, n);
  };

  if (now_.tick >= b_.points[at].discontinued) {
    lose(units, &OrderFacts::lost_discontinued, Fact::lost_discontinued);
    end_order(row, cohort, Outcome::lost_discontinued);
    return review_if_low(at);
  }

  // What he sees, what he is sold at once, and what is there of it.
  Quantity ahead = 0;
  for (std::size_t q = 0; q <= plan.queue; ++q)
    for (const Entry& entry : point.queues[q]) ahead += entry.remaining;
  const Quantity kept = kept_from_customers(k);
  Quantity sellable = plan.sees == Sees::shelf ? seen_by(plan) : std::max<Quantity>(0, point.on_record - ahead - kept);
  if (plan.publish_every > 0) sellable = on_offer(k);
  const bool wait_complete = plan.partial == PartialRule::wait_complete;
  const auto sold_of = [&](Quantity seen) { return units <= seen ? units : (wait_complete ? 0 : seen); };
  const Quantity sold = sold_of(sellable);
  if (plan.sees == Sees::record && plan.publish_every == 0 && in_window() && !record_.extra.empty())
    record_.extra[at].held_back += sold_of(std::max<Quantity>(0, point.on_record - ahead)) - sold;
  const Quantity picked = wait_complete && seen_by(plan) < sold ? 0 : std::min(sold, seen_by(plan));
  const Quantity missing = sold - picked;
  sold_by_channel(k, sold);
  const Quantity deficit = units - sold;
  Outcome outcome = Outcome::filled;

  if (picked > 0) {
    const Quantity own = picked - taken_from_look_alikes(k, number, picked);
    if (plan.sees == Sees::shelf) take_off_shelf(at, own);
    hand_over(at, own, read_at_till(k, number, picked));
    draw_on_reserve(k, own);
    row.filled += picked;
    f.filled += picked;
    facts(at).shipped_to_customers += picked;
    history_.note(plan.who, Fact::filled, now_.tick, number, picked);
    sold_reduced(at, k, number, picked, off_now(at));
  }

  Quantity forced = 0;
  if (missing > 0) {
    row.oversold += missing;
    f.oversold += missing;
    history_.note(plan.who, Fact::oversold, now_.tick, number, missing);
    if (plan.on_short_pick == ShortPickRule::zero_record) {
      post_sales(at);
      post_receipts(at, never);
      const Quantity correction = point.findable() - point.on_record;
      change(at, &Point::on_record, correction);
      facts(at).record_adjusted += std::abs(correction);
    }
    if (plan.on_short_pick == ShortPickRule::count) call_for_count(at);
    if (plan.on_oversold == OversoldRule::cancel) {
      row.cancelled += missing;
      f.cancelled_by_seller += missing;
      f.oversold_cancelled += missing;
      facts(at).cancelled += missing;
      point.was_short = true;
      history_.note(plan.who, Fact::cancelled_by_seller, now_.tick, number, missing);
      outcome = Outcome::cancelled_by_seller;
    } else {
      forced = missing;
    }
  }

  if (forced + deficit > 0 && call_neighbours(k, row, cohort, forced, deficit, outcome)) return review_if_low(at);

  Quantity accepted = 0;
  const auto lose_unless_elsewhere = [&](Quantity OrderFacts::*why, Fact fact, Outcome then) {
    if (second_choice(k, row, cohort, deficit)) return;
    lose(deficit, why, fact);
    outcome = then;
  };
  if (deficit > 0) {
    const Quantity ahead_of_him = point.customer_backlog;
    const PromiseRules& offered = plan.promises;
    const bool too_much = forced + deficit > offered.offer_units;
    if (!plan.backorders || ahead_of_him + forced + deficit > plan.backlog_cap || too_much) {
      lose_unless_elsewhere(&OrderFacts::lost_out_of_stock, Fact::lost_out_of_stock, Outcome::lost_out_of_stock);
    } else {
      const Time eta = quote(k, forced + deficit);
      const Time date = quoted_date(offered.quoting, now_.tick, eta);
      const bool fixed = std::holds_alternative<FixedQuote>(offered.quoting);
      const bool text = fixed || std::holds_alternative<NoQuote>(offered.quoting);
      const bool blind = eta >= never && !plan.offer_without_date && !text;
      const bool too_late = offered.offer_within < never && (date >= never || date - now_.tick > offered.offer_within);
      if (blind || too_late) {
        lose_unless_elsewhere(&OrderFacts::lost_out_of_stock, Fact::lost_out_of_stock, Outcome::lost_out_of_stock);
      } else if (accepts(k, number, date, ahead_of_him)) {
        accepted = deficit;
      } else {
        lose_unless_elsewhere(&OrderFacts::lost_declined, Fact::lost_declined, Outcome::lost_declined);
      }
    }
  }

  if (forced + accepted > 0)
    join_queue(k, row, cohort, forced + accepted);
  else
    end_order(row, cohort, outcome);
  review_if_low(at);
}

bool World::accepts(std::uint32_t k, std::uint64_t number, Time date, Quantity ahead) {
  Draws draws({seed_, replication_, b_.streams[k].who, Purpose::acceptance, number});
  const OfferView offer{date >= never ? never : date - now_.tick, ahead};
  return std::visit([&](const auto& rule) { return rule.accepts(offer, draws); }, b_.streams[k].accept);
}

void World::join_queue(std::uint32_t k, OrderRow row, bool cohort, Quantity units) {
  const DraftStream& plan = b_.streams[k];
  const Time promise = quoted_date(plan.promises.quoting, now_.tick, quote(k, units));
  join(plan.point.value, plan.queue, waiter(k, row, cohort, units, promise, Fact::queued));
}

/// Somebody who waits from now on, in a queue or not.
Entry World::waiter(std::uint32_t k, OrderRow row, bool cohort, Quantity units, Time promise, Fact fact) {
  const DraftStream& plan = b_.streams[k];
  Entry entry;
  entry.remaining = units;
  entry.since = now_.tick;
  entry.complete_only = plan.partial == PartialRule::wait_complete;
  entry.cohort = cohort;
  entry.promise = promise;
  entry.row = row;
  entry.off = off_now(plan.point.value);
  entry.row.backordered = units;
  entry.row.first_promise = entry.promise;

  Time patience = never;
  if (plan.has_patience) {
    Draws draws({seed_, replication_, plan.who, Purpose::patience, row.number});
    patience = std::max<Time>(1, plan.patience.sample_ticks(draws));
  }
  entry.of_seller = plan.seller_limit < patience;
  entry.patience = later(now_.tick, std::min(patience, plan.seller_limit));
  expect_to_bear(k, entry);

  facts(k, cohort).backordered += units;
  facts(plan.point.value).backordered += units;
  history_.note(plan.who, fact, now_.tick, row.number, units);
  if (entry.promise < never) history_.note(plan.who, Fact::promised, now_.tick, row.number, 0, entry.promise);
  return entry;
}

/// The first date at which `units` more, behind everyone of this class and above, can be served as far as the seller
/// knows; `never` when no restock is in sight.
Time World::quote(std::uint32_t k, Quantity units) {
  const Point& point = points_[b_.streams[k].point.value];
  Quantity need = units;
  for (std::size_t q = 0; q <= b_.streams[k].queue; ++q)
    for (const Entry& entry : point.queues[q]) need += entry.remaining;
  return date_of(k, need, units);
}

/// The first date at which `need` units, those before this customer's included, can be served; `more` of them are not
/// in the backlog yet.
Time World::date_of(std::uint32_t k, Quantity need, Quantity more) {
  const std::uint32_t at = b_.streams[k].point.value;
  const DraftPoint& plan = b_.points[at];
  const Point& point = points_[at];
  need += kept_from_customers(k) - std::max<Quantity>(0, point.on_record);
  if (need <= 0) return now_.tick;

  for (const auto& [date, supply] : announced_to(at)) {
    need -= supply;
    if (need <= 0) return std::max(date, now_.tick);
  }

  if (!plan.replenished || refused_everywhere(at)) return never;
  const auto supplied = [&](Time ordered) {
    if (!plan.made_here) return announced_when_ordered(plan.sources.first, ordered);
    return later(ordered, plan.resource.valid() ? b_.resources[plan.resource.index()].planned : 0);
  };
  PlannerView then = view(point);
  then.backlog += more;
  const std::optional<PlanView> ahead = ahead_of(at);
  if (ahead) then.plan = &*ahead;
  const Quantity order = plan.lot.apply(std::visit([&](const auto& rule) { return rule.order(then); }, policy(at)));
  if (!continuous(at)) {
    Time review = point.next_review;
    if (late(at)) {
      const Time told = later(point.next_snapshot, plan.information->delay);
      std::visit(
          [&](const auto& rule) {
            if constexpr (requires { rule.calendar; }) review = next_review(at, rule.calendar, told);
          },
          plan.policy);
    }
    return order > 0 || echelon_of(at) != nullptr ? supplied(review) : never;
  }
  const Quantity wake_at = std::visit(
      [](const auto& rule) -> Quantity {
        if constexpr (requires { rule.wake_at(); }) return rule.wake_at();
        return 0;
      },
      policy(at));
  const Time review = late(at) ? later(point.next_snapshot, plan.information->delay) : now_.tick;
  const bool waits = plan.lot.may_wait() && order == 0;
  return (then.position() <= wake_at && !waits) || echelon_of(at) != nullptr ? supplied(review) : never;
}

/// The customer's patience, or the seller's limit, is over: what is still in the queue leaves it.
void World::deadline(std::uint32_t k, std::uint64_t number) {
  const DraftStream& plan = b_.streams[k];
  const std::uint32_t at = plan.point.value;
  Point& point = points_[at];
  std::list<Entry>& queue = point.queues[plan.queue];
  const auto entry = std::find_if(queue.begin(), queue.end(), [&](const Entry& e) {
    return e.of == Entry::Of::customer && e.row.stream == k && e.row.number == number;
  });
  if (entry == queue.end()) return leave_call(k, number);
  if (entry->until == now_.tick) leave(k, entry);
}

/// What is still in the queue leaves it, for the reason that the entry has.
void World::leave(std::uint32_t k, std::list<Entry>::iterator entry) {
  const DraftStream& plan = b_.streams[k];
  const std::uint32_t at = plan.point.value;
  Point& point = points_[at];
  std::list<Entry>& queue = point.queues[plan.queue];
  const Quantity units = entry->remaining;
  leave_queue(at, *entry, units);
  entry->remaining = units;
  count_cancelled(k, *entry);
  queue.erase(entry);

  if (b_.points[at].on_cancel != CancelRule::keep_supply) {
    point.to_withdraw += units;
    schedule(Kind::withdraw, now_.tick, b_.points[at].review_rank, 0, at);
  }
  if (allocatable(point) > 0) allocate(at);
}

/// What an entry still holds is cancelled, which ends his order.
void World::count_cancelled(std::uint32_t k, Entry& entry) {
  const DraftStream& plan = b_.streams[k];
  const bool seller_cancels = entry.why == Entry::Why::seller;
  const Quantity units = entry.remaining;
  if (entry.why == Entry::Why::slip) promises(k, entry.cohort).cancelled_slip += units;
  if (entry.why == Entry::Why::silence) promises(k, entry.cohort).cancelled_silence += units;
  OrderFacts& f = facts(k, entry.cohort);
  (seller_cancels ? f.cancelled_by_seller : f.cancelled_by_customer) += units;
  facts(plan.point.value).cancelled += units;
  entry.row.cancelled += units;
  f.queue_time += widen(units, now_.tick - entry.row.ordered);
  if (entry.promise < never) (now_.tick >= entry.promise ? f.promised : f.cancelled_before_due) += units;
  history_.note(plan.who, seller_cancels ? Fact::cancelled_by_seller : Fact::cancelled_by_customer, now_.tick,
                entry.row.number, units);
  end_order(entry.row, entry.cohort, seller_cancels ? Outcome::cancelled_by_seller : Outcome::cancelled_by_customer);
}

}  // namespace restock::twin
