// The twin's service of a customer: what he sees, what he is sold, what he is offered, how he is lost.
#include "twin/world.hpp"

#include <algorithm>
#include <cstdlib>

namespace restock::twin {

void World::serve_customer(Guest guest) {
  const std::uint32_t k = guest.row.stream;
  const DraftStream& plan = b_.streams[k];
  const std::uint32_t at = plan.point.value;
  if (guest.visit == 0) count_order(guest);
  if (now_.tick >= b_.points[at].discontinued || !listed(at)) {
    lose(guest, guest.units, product_gone, true);
    end_order(guest.row, guest.cohort, product_gone.outcome);
    return review_if_low(at);
  }

  const bool wait_complete = plan.partial == PartialRule::wait_complete;
  const auto sold_of = [&](Quantity seen) { return guest.units <= seen ? guest.units : (wait_complete ? 0 : seen); };
  const Quantity sold = sold_of(sellable_to(k));
  if (plan.sees == Sees::record && plan.publish_every == 0 && in_window() && !record_.extra.empty() && !held(at))
    record_.extra[at].held_back += sold_of(std::max<Quantity>(0, points_[at].on_record - waiting_before(k))) - sold;
  const Quantity picked = wait_complete && seen_by(plan) < sold ? 0 : std::min(sold, seen_by(plan));
  const Quantity missing = sold - picked;
  const Quantity deficit = guest.units - sold;
  Outcome outcome = guest.visit == 0 ? Outcome::filled : Outcome::sold_later;
  sold_by_channel(k, sold);
  if (picked > 0) pick(guest, picked);
  const Quantity forced = missing > 0 ? oversell(guest, missing) : 0;
  if (forced < missing) outcome = Outcome::cancelled_by_seller;

  if (!held(at) && forced + deficit > 0 && call_neighbours(guest, forced, deficit, outcome)) return review_if_low(at);

  Quantity accepted = deficit;
  if (const auto loss = deficit > 0 ? refuse(guest, forced + deficit) : std::nullopt) {
    accepted = 0;
    if (second_choice(guest, deficit)) {
      good_experience(k);
    } else if (forced == 0 && !retired(at) && turn_away(guest, deficit, *loss)) {
      return review_if_low(at);
    } else {
      const Loss how = retired(at) ? product_gone : *loss;
      lose(guest, deficit, how, true);
      outcome = how.outcome;
    }
  }
  if (forced + accepted == 0)
    end_order(guest.row, guest.cohort, outcome);
  else if (cannot_pay(guest.row))
    decline_payment(guest, forced + accepted);
  else
    join_queue(guest, forced + accepted);
  review_if_low(at);
}

/// Somebody's first visit is an order, and demand.
void World::count_order(const Guest& guest) {
  OrderFacts& f = facts(guest.row.stream, guest.cohort);
  if (!b_.streams[guest.row.stream].is_line()) ++f.orders;
  f.demand += guest.units;
  count_demand(b_.streams[guest.row.stream].point.value, guest.units);
}

/// Units in the queue of his class and above.
Quantity World::waiting_before(std::uint32_t k) const {
  Quantity units = 0;
  for (std::size_t q = 0; q <= Point::place_of(b_.streams[k].queue); ++q)
    for (const Entry& entry : points_[b_.streams[k].point.index()].queues[q]) units += entry.remaining;
  return units;
}

Quantity World::sellable_to(std::uint32_t k) const {
  const DraftStream& plan = b_.streams[k];
  if (held(plan.point.value)) return 0;
  if (plan.publish_every > 0) return on_offer(k);
  if (plan.sees == Sees::shelf) return seen_by(plan);
  return std::max<Quantity>(0, points_[plan.point.index()].on_record - waiting_before(k) - kept_from_customers(k));
}

void World::pick(Guest& guest, Quantity units) {
  const std::uint32_t k = guest.row.stream;
  const DraftStream& plan = b_.streams[k];
  const std::uint32_t at = plan.point.value;
  const Quantity own = units - taken_from_look_alikes(k, guest.row.number, units);
  if (plan.sees == Sees::shelf) take_off_shelf(at, own);
  hand_over(at, own, read_at_till(k, guest.row.number, units));
  draw_on_reserve(k, own);
  pack(at, own);
  count_sold(guest, units);
  facts(at).shipped_to_customers += units;
  history_.note(plan.who, guest.visit == 0 ? Fact::filled : Fact::sold_later, now_.tick, guest.row.number, units);
  sold_reduced(at, k, guest.row.number, units, off_now(at));
  takes_home(k, guest.row.number, units, off_now(at));
  good_experience(k);
}

/// Units that he gets at once, wherever they are from.
void World::count_sold(Guest& guest, Quantity units) {
  OrderFacts& f = facts(guest.row.stream, guest.cohort);
  (guest.visit == 0 ? guest.row.filled : guest.row.sold_later) += units;
  (guest.visit == 0 ? f.filled : f.sold_later) += units;
}

/// Units that were sold and are not there: how many of them he waits for.
Quantity World::oversell(Guest& guest, Quantity units) {
  const std::uint32_t k = guest.row.stream;
  const DraftStream& plan = b_.streams[k];
  const std::uint32_t at = plan.point.value;
  Point& point = points_[at];
  OrderFacts& f = facts(k, guest.cohort);
  guest.row.oversold += units;
  f.oversold += units;
  history_.note(plan.who, Fact::oversold, now_.tick, guest.row.number, units);
  if (plan.on_short_pick == ShortPickRule::zero_record) {
    post_sales(at);
    post_receipts(at, never);
    const Quantity correction = point.findable() - point.on_record;
    change(at, &Point::on_record, correction);
    facts(at).record_adjusted += std::abs(correction);
  }
  if (plan.on_short_pick == ShortPickRule::count) call_for_count(at);
  if (plan.on_oversold != OversoldRule::cancel) return units;
  guest.row.cancelled += units;
  f.cancelled_by_seller += units;
  f.oversold_cancelled += units;
  facts(at).cancelled += units;
  point.was_short = true;
  history_.note(plan.who, Fact::cancelled_by_seller, now_.tick, guest.row.number, units);
  bad_experience(k, &LoyaltyRules::cancelled);
  return 0;
}

/// How he would be lost who has not been sold all; nothing: he waits for it.
std::optional<Loss> World::refuse(const Guest& guest, Quantity units) {
  const std::uint32_t k = guest.row.stream;
  const DraftStream& plan = b_.streams[k];
  const std::uint32_t at = plan.point.value;
  const Quantity ahead_of_him = points_[at].customer_backlog;
  const PromiseRules& offered = plan.promises;
  if (!plan.backorders || retired(at) || ahead_of_him + units > plan.backlog_cap || units > offered.offer_units)
    return out_of_stock;
  const bool text =
      std::holds_alternative<FixedQuote>(offered.quoting) || std::holds_alternative<NoQuote>(offered.quoting);
  if (quote(k, units) >= never && !plan.offer_without_date && !text) return out_of_stock;
  const Time date = quoted(k, units);
  if (offered.offer_within < never && (date >= never || date - now_.tick > offered.offer_within)) return out_of_stock;
  if (accepts(k, guest.row.number, date, ahead_of_him)) return std::nullopt;
  return declined;
}

/// Units are lost, of somebody who is served or who has waited for a notice in vain.
void World::lose(Guest& guest, Quantity units, const Loss& loss, bool served) {
  const std::uint32_t k = guest.row.stream;
  const DraftStream& plan = b_.streams[k];
  const std::uint32_t at = plan.point.value;
  Point& point = points_[at];
  const bool product_is_gone = loss.fact == product_gone.fact;
  guest.row.lost += units;
  facts(k, guest.cohort).*loss.count += units;
  facts(at).lost += units;
  point.refused += units;
  history_.note(plan.who, loss.fact, now_.tick, guest.row.number, units);
  if (!product_is_gone) bad_experience(k, &LoyaltyRules::lost);
  if (!served) return;
  point.was_short = true;
  if (product_is_gone) return;
  errors(at).lost_while_misplaced += std::min(units, static_cast<Quantity>(point.misplaced.size()));
  if (plan.sees == Sees::shelf && b_.points[at].shelf && in_window())
    record_.shelves[at].lost_with_stock += std::min(units, point.back());
}

}  // namespace restock::twin
