// Wake-ups: a continuous policy acts when demand has brought the position down, so somebody must look in time.
//
// The wake-up is queued at a proven lower bound of that time: the customer of the point's own candidate stream who
// could bring the position to the level if every unit before him were taken. It takes no draw, leaves no trace, and a
// stale one only costs time.
#include "engine/ahead.hpp"
#include "engine/echelon.hpp"
#include "engine/listing.hpp"
#include "engine/neighbours.hpp"
#include "engine/rationing.hpp"
#include "engine/replication.hpp"
#include "engine/sent_back.hpp"
#include "engine/visits.hpp"

#include <algorithm>
#include <variant>
#include <vector>

namespace restock {

namespace {

/// The most candidates one look-ahead goes through; a nearer bound is as correct as a far one.
constexpr int look_ahead_limit = 512;

}  // namespace

bool Replication::below_wake_level(std::uint32_t point) const {
  if (!s_.points[point].continuous || !b_.rules(b_.points[point]).replenished) return false;
  if (echelons::watches(*this, point)) return false;                  // the echelon is looked at as a whole
  if (s_.points[point].sees_old_data || frozen(point)) return false;  // he will see it at a refresh, or at the end
  if (engine::orders_no_more(*this, point)) return false;
  return position(point) <= wake_level(policy_of(point));
}

/// Whoever watches the point is asked: its own policy, and those upstream who watch their echelon.
void Replication::want_review_if_below(std::uint32_t point) {
  want_own_review_if_below(point);
  echelons::ask(*this, point);
}

void Replication::want_own_review_if_below(std::uint32_t point) {
  require_caught_up(point, now_.tick);
  if (!s_.points[point].pending.has(EventKind::review, now_.tick) && below_wake_level(point))
    want(EventKind::review, now_.tick, b_.points[point].review_rank, point);
}

/// Stock has moved: who limits what is on its way may order more.
void Replication::supply_is_free(std::uint32_t point) {
  if (s_.points[point].limits_supply) want_own_review_if_below(point);
}

void Replication::wake_at(std::uint32_t point, Time at, Quantity units) {
  PointState& p = s_.points[point];
  p.wake = at;
  p.wake_units = units;
  schedule(EventKind::wake, at, 0, point, point);
}

/// Time of the candidate with whom `units` are reached, and the units before him; `until` if that is earlier.
Time Replication::look_ahead(std::uint32_t point, Quantity units, Quantity& before, Time until) const {
  const Rows streams = b_.points[point].streams;
  before = 0;
  if (streams.count == 1) {
    Cursor cursor = cursor_of(streams.first);
    for (int looked = 0; cursor.time() < until; ++looked, cursor.advance()) {
      const Quantity size = cursor.size();
      if (before + size >= units || looked == look_ahead_limit) return cursor.time();
      before += size;
    }
    return until;
  }
  std::vector<Cursor> cursors;
  std::vector<Gaps> many(streams.count > s_.gaps.size() ? streams.count : 0);
  for (std::uint32_t k = streams.first; k < streams.end(); ++k)
    cursors.push_back(cursor_of(k, many.empty() ? gaps_of(k) : many[k - streams.first]));
  for (int looked = 0;; ++looked) {
    auto first = std::min_element(cursors.begin(), cursors.end(),
                                  [](const Cursor& a, const Cursor& c) { return a.time() < c.time(); });
    if (first == cursors.end() || first->time() >= until) return until;
    const Quantity size = first->size();
    if (before + size >= units || looked == look_ahead_limit) return first->time();
    before += size;
    first->advance();
  }
}

/// No customer before this time can be short, and so bring a deadline that nobody knows of yet.
Time Replication::next_short(std::uint32_t point) const {
  const PointState& p = s_.points[point];
  // What is there may vanish before he comes, or be kept for others.
  if (p.watches_record || p.held || engine::rations(*this, point))
    return std::min(p.next_arrival, engine::next_visitor(*this, point));
  const Quantity sellable = std::min(p.on_hand, std::max<Quantity>(0, p.on_record - p.backlog));
  Quantity before = 0;
  return sellable > 0 ? look_ahead(point, sellable + 1, before, end_) : p.next_arrival;
}

/// The most units that customers can take off the position: nobody takes what is neither there nor to be had on
/// backorder. And whether one of them may set the record to zero.
Quantity Replication::most_taken(std::uint32_t point, bool& may_drop) const {
  const PointPlan& plan = b_.points[point];
  const PointState& p = s_.points[point];
  const Quantity sellable = std::max({Quantity{0}, p.on_record, p.on_hand});
  // What is on record but not on the shelf is sold once to every class: a class does not see those below it.
  const bool oversells = p.on_record > p.on_hand || p.watches_record;
  Quantity room = oversells && b_.rules(plan).queues > 1 ? unlimited : sellable;
  may_drop = false;
  // What the record is not told of is sold again and again; so is what is another's. (A point that may set it to zero
  // then wakes for each.)
  if (p.posts_late || p.publishes || engine::expects_returns(*this, point) || b_.rules(plan).records.scanning ||
      look_alikes_of(point) != nullptr)
    return unlimited;
  for (std::uint32_t k = plan.streams.first; k < plan.streams.end(); ++k) {
    const StreamRules& stream = b_.rules(b_.streams[k]);
    if (stream.backorders && stream.backlog_cap > p.customer_backlog)
      room = std::max(room, sellable + (stream.backlog_cap - p.customer_backlog));
    may_drop = may_drop || (stream.on_short_pick == ShortPickRule::zero_record && p.on_record > p.on_hand);
  }
  return room;
}

/// Units that customers may demand at least before the policy could act; `unlimited` where
/// nobody watches the position. Not `sure`: something else than customers may bring it down before.
Quantity Replication::own_units_left(std::uint32_t point, bool& sure) const {
  const PointPlan& plan = b_.points[point];
  const PointRules& rules = b_.rules(plan);
  const PointState& p = s_.points[point];
  const bool watches_position = rules.replenished && !p.sees_old_data && !frozen(point) && plan.streams.count > 0 &&
                                p.continuous && !refused(point) && !echelons::watches(*this, point) &&
                                !engine::orders_no_more(*this, point);
  if (!watches_position || p.pending.has(EventKind::review, now_.tick)) return unlimited;
  // Who is to come again was a candidate already.
  Quantity slack = position(point) - wake_level(policy_of(point)) - engine::units_away(*this, point);
  if (rules.records.scanning && rules.records.scanning->twice > 0.0) slack = (slack + 1) / 2;
  bool may_drop = false;
  const Quantity room = most_taken(point, may_drop);
  if (may_drop) {
    // The customer who finds the shelf empty sets the record to zero; those who wait may empty it before he comes.
    sure = false;
    return std::max<Quantity>(1, p.backlog > 0 ? 1 : std::min(slack, p.on_hand + 1));
  }
  return room >= slack ? std::max<Quantity>(1, slack) : unlimited;
}

/// Sees to it that a wake-up is queued where one is needed.
void Replication::arm(std::uint32_t point) {
  PointState& p = s_.points[point];
  // Nobody comes, nothing turns up, and nobody counts on it: what happens here are events.
  if (b_.points[point].streams.empty() && !p.hides_stock && b_.echelons.empty() && !p.deadline_wakes) return;
  // With `serve` named a customer is seen and served at two moments of his instant; others call for counts. Whoever is
  // to wake in this instant still does, though somebody who counts his echelon has looked at him before.
  const bool each = serve_is_named_ || p.each_customer;
  if (each && p.wake == now_.tick) return;
  Time next_deadline = p.deadline_wakes ? std::min(p.next_deadline, next_short(point)) : never;
  next_deadline = std::min({next_deadline, next_search(point), engine::next_reserve(*this, point)});
  if (each) {
    const Time at =
        std::min({p.next_arrival, next_deadline, engine::next_visitor(*this, point), engine::next_back(*this, point)});
    if (at < end_ && p.wake != at) wake_at(point, at, p.wake_units);
    return;
  }
  if (p.wake <= std::min({next_deadline, p.next_arrival, engine::next_visitor(*this, point)})) return;
  bool sure = true;
  const Quantity units =
      std::min(own_units_left(point, sure), std::max<Quantity>(1, echelons::units_left(*this, point)));
  // Where those who will come again could use up all that is left, each of them is looked at.
  const Time visitor = units <= 1 ? engine::next_visitor(*this, point) : never;
  // A wake-up that nobody's units can bring forward stays.
  if (units < unlimited && sure && p.wake < never && p.wake <= std::min(next_deadline, visitor) &&
      units > p.wake_units - p.demanded)
    return;
  if (p.runs_ahead && units < unlimited && engine::run_ahead(*this, point, units)) return;
  Time at = never;
  Quantity before = unlimited;  // nobody has counted the units before a wake-up that is there for a deadline only
  if (units < unlimited) at = std::min(look_ahead(point, units, before, end_), visitor);
  at = std::min(at, next_deadline);
  if (at < end_) wake_at(point, at, p.demanded + before);
}

/// A deadline here can have an effect outside, so it is met at its own instant.
void Replication::arm_deadline(std::uint32_t point) {
  PointState& p = s_.points[point];
  const Time at = std::min(p.next_deadline, next_short(point));
  if (at >= end_ || p.wake <= at) return;
  wake_at(point, at, unlimited);  // nobody has counted the units before it: no bound on the position
}

void Replication::on_wake(std::uint32_t point) {
  PointState& p = s_.points[point];
  if (p.wake != now_.tick) return;  // stale
  p.wake = never;
  touch(point);  // whoever brings the position down in this tick asks for the review, before anyone leaves
  echelons::after_wake(*this, point);
  engine::ask_givers(*this);
  if (!p.pending.has(EventKind::review, now_.tick)) arm(point);
}

}  // namespace restock
