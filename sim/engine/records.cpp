// Stock that vanishes unseen, and counts that set the record right.
#include "engine/expiry.hpp"
#include "engine/rationing.hpp"
#include "engine/replication.hpp"
#include "engine/sent_back.hpp"
#include "engine/shelf.hpp"
#include "engine/visits.hpp"

#include <algorithm>
#include <cstdlib>

namespace restock {

Address Replication::address_of(std::uint32_t point, Purpose why, std::uint64_t nth) const {
  return luck_.at(b_.points[point].who, why, nth);
}

/// Whether a point's record goes wrong or is counted at all, and whether its customers may do something outside that
/// nobody can foresee: call for a count, or set a record to zero that is wrong by losses yet to come.
void Replication::set_records(std::uint32_t point, Sends sends) {
  const PointPlan& plan = b_.points[point];
  const RecordRules& rules = b_.rules(plan).records;
  PointState& p = s_.points[point];
  bool calls = rules.calls_for_counts();
  bool zeroes = false;
  bool reserves = false;
  for (std::uint32_t k = plan.streams.first; k < plan.streams.end(); ++k) {
    const ShortPickRule rule = b_.rules(b_.streams[k]).on_short_pick;
    calls = calls || rule == ShortPickRule::count;
    zeroes = zeroes || rule == ShortPickRule::zero_record;
    p.publishes = p.publishes || publishes(k);
    reserves = reserves || b_.rules(b_.streams[k]).reserve.has_value();
  }
  p.hides_stock = rules.misplaced.has_value();
  p.posts_late = rules.posts_late();
  const bool comes_back = engine::expects_returns(*this, point);
  const bool drifts = rules.loses() || comes_back || p.hides_stock || p.posts_late || p.publishes || reserves ||
                      rules.scanning || group_of(point) != nullptr;
  p.watches_record = drifts || engine::expects_visits(*this, point) || rules.calls_for_counts() ||
                     engine::has_cover_target(*this, point);
  const bool gives = group_of(point) != nullptr && group_of(point)->calls;  // or takes
  // What comes back may be owed to another site, free what limits supply, or be news to somebody.
  const bool tells = engine::tells_of_stock(*this, point);
  const bool passes_on = comes_back && (sends != Sends::nothing || limits_supply(b_.rules(plan).policy) || tells);
  p.each_customer = calls || (zeroes && drifts) || gives || passes_on;
  p.deadline_wakes = p.deadline_wakes || calls || gives || tells || (zeroes && (p.posts_late || p.publishes));
  if (!p.watches_record && !rules.counts) return;
  RecordState& record = s_.side.records[point];
  if (rules.shrinkage > 0.0) record.shrinkage.start(now_.tick, p.on_hand, next_exposure(point, record));
  if (p.hides_stock) set_hidden(point);
  if (rules.posting.sales_every > 0) plan_sales_posting(point, now_.tick);
  if (rules.theft) record.next_theft = rules.theft->after(now_.tick, 0, address_of(point, Purpose::theft_gap, 0));
  if (rules.counts) plan_count(point, now_.tick - 1);
}

Wide Replication::next_exposure(std::uint32_t point, RecordState& record) const {
  Draws draws(address_of(point, Purpose::shrinkage, record.losses++));
  return exposure_to_loss(b_.rules(b_.points[point]).records.shrinkage, draws);
}

/// Units have come or gone at a point that watches its record.
void Replication::stock_moved(std::uint32_t point, Quantity old_hand, Quantity old_record, Time at) {
  const PointState& p = s_.points[point];
  if (p.on_hand != old_hand) {
    const Quantity there = findable(point);
    findable_changed(point, there - (p.on_hand - old_hand), there, at);
    if (engine::has_cover_target(*this, point)) engine::count_excess(*this, point, old_hand, p.on_hand, at);
  }
  if (p.on_hand < old_hand && p.on_record < old_record) record_fell(point, old_record, at);
}

/// Like `pull_customers`, where stock moves or vanishes in between.
void Replication::pull_with_losses(std::uint32_t point, Time limit) {
  if (const PulledGroup* group = group_of(point)) return pull_together(*group, limit);
  pulling_ = true;
  for (Time first = next_within(point); first < limit; first = next_within(point)) live_through(point, first);
  pulling_ = false;
  if (s_.points[point].deadline_wakes) arm_deadline(point);
}

/// When something happens next within a point.
Time Replication::next_within(std::uint32_t point) const {
  const PointState& p = s_.points[point];
  return std::min({engine::next_move(*this, point), engine::next_reserve(*this, point), next_copy(point),
                   p.next_arrival, p.next_deadline, s_.side.records[point].next_loss(), next_search(point),
                   engine::next_visitor(*this, point), engine::next_back(*this, point)});
}

/// What happens then: at one tick moves to the shelf, then reserves, copies, customers, those who come again, what they
/// send back, deadlines, losses, then what is misplaced and what is found.
void Replication::live_through(std::uint32_t point, Time at) {
  PointState& p = s_.points[point];
  if (engine::next_move(*this, point) == at) {
    engine::move_or_look(*this, point, at);
  } else if (engine::next_reserve(*this, point) == at) {
    engine::set_next_reserve(*this, point, at);
  } else if (next_copy(point) == at) {
    publish_next(point, at);
  } else if (p.next_arrival == at) {
    next_customer(point, at);
  } else if (engine::next_visitor(*this, point) == at) {
    engine::meet_visitor(*this, point, at);
  } else if (engine::next_back(*this, point) == at) {
    engine::take_back(*this, point, at);
  } else if (p.next_deadline == at) {
    meet_deadline(p);
  } else if (s_.side.records[point].next_loss() == at) {
    lose_stock(point, at);
  } else {
    hide_or_find(point, at);
  }
}

/// Whether the unit that shrinks away now is one of the shelf: each unit is as likely as any other.
bool Replication::shrinks_on_shelf(std::uint32_t point) const {
  if (!s_.points[point].two_places) return false;
  Draws draws(address_of(point, Purpose::shrinkage, s_.side.records[point].losses - 1));
  draws.next();  // the word its time was made of
  return draws.uniform() * static_cast<double>(findable(point)) < static_cast<double>(engine::on_shelf(*this, point));
}

/// Shrinkage takes a unit, or else a thief some; nobody records it.
void Replication::lose_stock(std::uint32_t point, Time at) {
  const RecordRules& rules = b_.rules(b_.points[point]).records;
  RecordState& record = s_.side.records[point];
  Quantity wanted = 1;
  const bool by_theft = record.shrinkage.next() != at;
  if (by_theft) {
    Draws draws(address_of(point, Purpose::theft_size, record.thefts));
    wanted = sample_quantity(rules.theft->size.law, draws);
    ++record.thefts;
    record.next_theft = rules.theft->after(at, record.thefts, address_of(point, Purpose::theft_gap, record.thefts));
  }
  const Quantity units = std::min(wanted, findable(point));
  if (units > 0) {
    if (by_theft || shrinks_on_shelf(point)) engine::take_off_shelf(*this, point, units, at);
    move_stock(point, -units, 0, at);
    s_.stock_facts[point].shrunk += units;
    history_.note(b_.points[point].who, Fact::shrunk, at, 0, units);
  }
  if (!by_theft) record.shrinkage.fall(findable(point), next_exposure(point, record), at);
}

/// What was shipped has been taken off the record.
void Replication::record_fell(std::uint32_t point, Quantity before, Time at) {
  const RecordRules& rules = b_.rules(b_.points[point]).records;
  const Quantity now = s_.points[point].on_record;
  if ((rules.count_on_zero && before > 0 && now <= 0) || (rules.count_below_zero && before >= 0 && now < 0))
    call_for_count(point, at);
}

void Replication::call_for_count(std::uint32_t point, Time at) {
  want(EventKind::count, at, b_.points[point].dispatch_rank, point);
}

void Replication::plan_count(std::uint32_t point, Time last) {
  RecordState& record = s_.side.records[point];
  const std::uint64_t number = record.planned_counts++;
  const Address address = address_of(point, Purpose::count_time, number);
  const Counts& counts = *b_.rules(b_.points[point]).records.counts;
  const Time at = std::visit([&](const auto& plan) { return plan.after(last, number, address); }, counts);
  if (at < end_) schedule(EventKind::count, at, b_.points[point].dispatch_rank, 1, point);
}

/// The record becomes what the count finds; then it is acted upon as upon any change of the record.
void Replication::on_count(std::uint32_t point, bool by_plan) {
  PointState& p = s_.points[point];
  if (!by_plan) p.pending.remove(EventKind::count, now_.tick);
  touch(point);
  if (by_plan) plan_count(point, now_.tick);
  post_everything(point, now_.tick);
  StockFacts& facts = s_.stock_facts[point];
  const std::uint32_t index = s_.side.counts[point].next(now_.tick);
  Draws draws(address_of(point, Purpose::count_result, day_number(now_.tick, index)));
  if (p.hides_stock) find_by_count(point, draws);
  const Quantity found = b_.rules(b_.points[point]).records.reading.of(findable(point), draws);
  ++facts.counts;
  history_.note(b_.points[point].who, Fact::counted, now_.tick, 0, found);
  if (found != p.on_record) {
    facts.record_adjusted += std::abs(p.on_record - found);
    move_stock(point, 0, found - p.on_record, now_.tick);
  }
  record_acted_upon(point);
}

/// The record is not what it was: whoever acts upon it does.
void Replication::record_acted_upon(std::uint32_t point) {
  if (serve_is_named_) {
    want(EventKind::serve, now_.tick, b_.points[point].dispatch_rank, point);
  } else {
    allocate(point, now_.tick);
  }
  want_review_if_below(point);
  arm(point);
}

}  // namespace restock
