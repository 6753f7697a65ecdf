// The twin's customers who wait: what they are promised, when they leave.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

bool World::accepts(std::uint32_t k, std::uint64_t number, Time date, Quantity ahead) {
  Draws draws({seed_, replication_, b_.streams[k].who, Purpose::acceptance, number});
  const OfferView offer{date >= never ? never : date - now_.tick, ahead};
  return std::visit([&](const auto& rule) { return rule.accepts(offer, draws); }, b_.streams[k].accept);
}

void World::join_queue(const Guest& guest, Quantity units) {
  const DraftStream& plan = b_.streams[guest.row.stream];
  join(plan.point.value, plan.queue, waiter(guest, units, quoted(guest.row.stream, units), Fact::queued));
}

/// Somebody who waits from now on, in a queue or not.
Entry World::waiter(const Guest& guest, Quantity units, Time promise, Fact fact) {
  const std::uint32_t k = guest.row.stream;
  const DraftStream& plan = b_.streams[k];
  Entry entry;
  entry.remaining = units;
  entry.since = now_.tick;
  entry.complete_only = plan.partial == PartialRule::wait_complete;
  entry.cohort = guest.cohort;
  entry.visit = guest.visit;
  entry.promise = promise;
  entry.row = guest.row;
  entry.off = off_now(plan.point.value);
  entry.row.backordered = units;
  entry.row.first_promise = entry.promise;

  const bool alone = !guest.further_line;
  if (plan.has_patience && alone) {
    Draws draws({seed_, replication_, plan.who, Purpose::patience, entry.row.number});
    entry.patience = later(now_.tick, std::max<Time>(1, plan.patience.sample_ticks(draws)));
  }
  if (alone) entry.limit = later(now_.tick, plan.seller_limit);
  if (alone) expect_to_bear(k, entry);
  if (alone) expect_to_rise(entry);

  facts(k, entry.cohort).backordered += units;
  facts(plan.point.value).backordered += units;
  history_.note(plan.who, fact, now_.tick, entry.row.number, units);
  if (entry.promise < never) {
    history_.note(plan.who, Fact::promised, now_.tick, entry.row.number, 0, entry.promise);
    if (entry.cohort) told_rows_.push_back({k, entry.row.number, now_.tick, entry.promise, true});
  }
  return entry;
}

/// What he is told who asks for so many units now.
Time World::quoted(std::uint32_t k, Quantity units) {
  return quoted_date(b_.streams[k].promises.quoting, now_.tick, quote(k, units), lateness_for(k));
}

/// The first date at which `units` more, behind everyone of this class and above, can be served as far as the seller
/// knows; `never` when no restock is in sight.
Time World::quote(std::uint32_t k, Quantity units) { return date_of(k, waiting_before(k) + units, units); }

/// The first date at which `need` units, those before this customer's included, can be served; `more` of them are not
/// in the backlog yet. Nobody is before the product is released.
Time World::date_of(std::uint32_t k, Quantity need, Quantity more) {
  return b_.points[b_.streams[k].point.index()].listing.date(date_of_supply(k, need, more));
}

/// As far as what is announced goes.
Time World::date_of_inbound(std::uint32_t k, Quantity need) {
  const std::uint32_t at = b_.streams[k].point.value;
  need += kept_from_customers(k) - std::max<Quantity>(0, points_[at].on_record);
  if (need <= 0) return now_.tick;
  for (const auto& [date, supply] : announced_to(at)) {
    need -= supply;
    if (need <= 0) return std::max(date, now_.tick);
  }
  return never;
}

Time World::date_of_supply(std::uint32_t k, Quantity need, Quantity more) {
  const std::uint32_t at = b_.streams[k].point.value;
  const DraftPoint& plan = b_.points[at];
  const Point& point = points_[at];
  if (const Time date = date_of_inbound(k, need); date < never) return date;
  if (!plan.replenished || retired(at) || refused_everywhere(at)) return never;
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

/// The customer's patience, or the seller's limit, is over: what is still in the queue leaves it. Who stays may be one
/// who comes first from now on.
void World::deadline(std::uint32_t k, std::uint64_t number) {
  const auto found = find_entry(k, number);
  if (!found) return leave_call(k, number);
  Entry& entry = **found;
  if (entry.until == now_.tick) {
    const bool stays = entry.why == Entry::Why::seller && keeps_on(k, entry, date_of_whole(entry));
    if (!stays) return leave(k, *found);
    if (entry.until == now_.tick) return;  // kept on, and silent for too long: he leaves in this instant, too
  }
  if (entry.rises == now_.tick && !entry.risen) rise(entry);
}

/// What is still in the queue leaves it, for the reason that the entry has.
void World::leave(std::uint32_t k, std::list<Entry>::iterator entry) {
  if (entry->together) return leave_together(*entry);
  const Quantity units = entry->remaining;
  take_out(k, entry);
  has_left(b_.streams[k].point.value, units);
}

void World::take_out(std::uint32_t k, std::list<Entry>::iterator entry) {
  const DraftStream& plan = b_.streams[k];
  const std::uint32_t at = plan.point.value;
  Point& point = points_[at];
  const Quantity units = entry->remaining;
  leave_queue(at, *entry, units);
  if (entry->since == now_.tick && !entry->initial && !entry->was_there)
    point.unserved += units;  // not served, and not paid
  entry->remaining = units;
  count_cancelled(k, *entry);
  queue_of(*entry).erase(entry);
}

void World::has_left(std::uint32_t at, Quantity units) {
  Point& point = points_[at];
  if (b_.points[at].on_cancel != CancelRule::keep_supply) {
    point.to_withdraw += units;
    schedule(Kind::withdraw, now_.tick, b_.points[at].review_rank, 0, at);
  }
  if (allocatable(point) > 0) allocate(at);
}

/// What an entry still holds is cancelled, which ends his order.
void World::count_cancelled(std::uint32_t k, Entry& entry) {
  const DraftStream& plan = b_.streams[k];
  const bool seller_cancels = entry.why == Entry::Why::seller || entry.why == Entry::Why::payment;
  const Quantity units = entry.remaining;
  if (entry.why == Entry::Why::slip) promises(k, entry.cohort).cancelled_slip += units;
  if (entry.why == Entry::Why::silence) promises(k, entry.cohort).cancelled_silence += units;
  if (entry.why == Entry::Why::payment) customer_facts(k, entry.cohort).payment_failed += units;
  OrderFacts& f = facts(k, entry.cohort);
  (seller_cancels ? f.cancelled_by_seller : f.cancelled_by_customer) += units;
  facts(plan.point.value).cancelled += units;
  give_back_payment(k, units);
  entry.row.cancelled += units;
  f.queue_time += widen(units, now_.tick - entry.since);
  if (entry.cohort) record_.left[b_.points[plan.point.index()].sketch_group].add(now_.tick - entry.since, units);
  if (entry.cohort) record_.left_for[static_cast<std::size_t>(entry.why)].add(now_.tick - entry.since, units);
  if (entry.promise < never) (now_.tick >= entry.promise ? f.promised : f.cancelled_before_due) += units;
  history_.note(plan.who, seller_cancels ? Fact::cancelled_by_seller : Fact::cancelled_by_customer, now_.tick,
                entry.row.number, units);
  bad_experience(k, &LoyaltyRules::cancelled);
  end_order(entry.row, entry.cohort, seller_cancels ? Outcome::cancelled_by_seller : Outcome::cancelled_by_customer);
}

}  // namespace restock::twin
