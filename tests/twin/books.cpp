// The twin's books: levels and their integrals, flows, rows, and what must balance at the end.
#include "twin/world.hpp"

#include "core/contract.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace restock::twin {

namespace {

/// On order and not come in.
Quantity to_come(const Point& point) {
  Quantity units = point.on_order;
  for (const Unposted& receipt : point.unposted) units -= receipt.units;
  return units;
}

}  // namespace

/// Counts the levels from when they were last counted until now, as far as that lies in the window.
void World::settle(std::uint32_t at) {
  Point& p = points_[at];
  const Time from = std::max<Time>(p.settled, 0);
  const Time to = std::min(now_.tick, b_.length);
  p.settled = now_.tick;
  if (to <= from) return;
  const Time dt = to - from;
  StockIntegrals& sums = record_.points[at].integrals;
  sums.on_hand += widen(p.on_hand, dt);
  sums.on_record += widen(p.on_record, dt);
  sums.on_order += widen(p.on_order, dt);
  sums.backlog += widen(p.backlog, dt);
  sums.customer_backlog += widen(p.customer_backlog, dt);
  sums.record_error += widen(std::abs(p.on_record - p.on_hand), dt);
  if (b_.points[at].shelf) {
    record_.shelves[at].shelves = 1;
    record_.shelves[at].shelf += widen(p.shelf, dt);
    if (p.shelf > 0) record_.shelves[at].ready += dt;
  }
  if (!record_.errors.empty()) record_.errors[at].misplaced += widen(static_cast<Quantity>(p.misplaced.size()), dt);
  if (b_.points[at].expiry) record_.extra[at].perishable = 1;
  if (b_.points[at].markdown) record_.extra[at].markdown.points = 1;
  if (p.step >= 0) record_.extra[at].markdown.reduced += dt;
  if (!record_.extra.empty())
    record_.extra[at].excess += widen(std::max<Quantity>(0, p.on_hand - b_.points[at].cover_target), dt);
  if (p.on_hand > 0) sums.ready += dt;
  if (p.on_record > 0 && p.on_hand == 0) sums.phantom += dt;
}

void World::settle_link(std::uint32_t id) {
  Link& link = links_[id];
  const Time from = std::max<Time>(link.settled, 0);
  const Time to = std::min(now_.tick, b_.length);
  link.settled = now_.tick;
  if (to > from) record_.links[id].in_transit += widen(link.in_transit, to - from);
}

void World::change(std::uint32_t at, Quantity Point::*level, Quantity by) {
  settle(at);
  if (level == &Point::on_hand) expose(at);
  if (level == &Point::on_hand) by > 0 ? new_lot(at, by) : issue(at, -by);
  points_[at].*level += by;
  if (level != &Point::on_hand || by == 0) return;
  expect_loss(at);
  expect_misplacement(at);
  shelf_follows(at);
}

/// Units demanded at a point, by customers or by sites.
void World::count_demand(std::uint32_t at, Quantity units) {
  points_[at].asked += units;
  if (!in_window()) return;
  const auto bucket = static_cast<std::size_t>(now_.tick / b_.bucket);
  if (bucket < points_[at].demanded_in_bucket.size()) points_[at].demanded_in_bucket[bucket] += units;
}

/// Units join a queue; they are short if they are still there when the instant ends.
void World::join(std::uint32_t at, std::uint8_t queue, const Entry& entry) {
  change(at, &Point::backlog, entry.remaining);
  if (entry.of == Entry::Of::customer) change(at, &Point::customer_backlog, entry.remaining);
  if (!entry.was_there) points_[at].unserved += entry.remaining;
  queued_at_.insert(at);
  points_[at].queues[Point::place_of(queue)].push_back(entry);
}

void World::leave_queue(std::uint32_t at, Entry& entry, Quantity units) {
  if (entry.since == now_.tick && !entry.initial && !entry.was_there) points_[at].unserved -= units;
  entry.remaining -= units;
  change(at, &Point::backlog, -units);
  if (entry.of == Entry::Of::customer) change(at, &Point::customer_backlog, -units);
}

/// `in_time`: units that were shipped by their promise.
void World::end_order(OrderRow row, bool cohort, Outcome outcome, Quantity in_time) {
  if (!cohort) return;
  count_whole(row, in_time);
  row.outcome = outcome;
  row.ended = now_.tick;
  rows_.push_back(row);
  --cohort_open_;
  cohort_closed_at_ = now_.tick;
}

/// From receipt to receipt, or from review to review; the first one begins at the first of them.
void World::complete_cycle(std::uint32_t at) {
  Point& point = points_[at];
  if (point.in_cycle) {
    facts(at).cycles += 1;
    if (!point.was_short) facts(at).cycles_without_shortage += 1;
  }
  point.in_cycle = true;
  point.was_short = false;
}

/// The number, in draws, of the next occasion of its kind today.
std::uint64_t World::next_of_day(std::array<std::int64_t, 2>& counter) const {
  const std::int64_t today = bucket_of(now_.tick, day);
  if (counter[0] != today) counter = {today, 0};
  return day_number(now_.tick, static_cast<std::uint32_t>(counter[1]++));
}

/// An order that was placed in the window, as it is when it is done or when the window closes.
void World::write_row(std::uint32_t at, const Order& order, Time completed) {
  if (order.placed < 0 || order.placed >= b_.length) return;
  supply_rows_.emplace_back(order.number, ReplenishmentRow{at, order.link, order.placed, completed, order.units,
                                                           order.received, order.withdrawn, order.lost});
}

void World::open_window() {
  if (opened_) return;
  opened_ = true;
  for (std::size_t p = 0; p < points_.size(); ++p) record_.points[p].opening_on_hand = points_[p].on_hand;
  for (std::size_t p = 0; p < points_.size(); ++p) record_.points[p].on_order_growth = -to_come(points_[p]);
  for (std::size_t p = 0; p < ports_.size(); ++p)
    record_.ports[p].opening_queue = static_cast<Quantity>(ports_[p].anchorage.size());
}

void World::close_window() {
  if (closed_) return;
  for (std::uint32_t c = 0; c < causes_.size(); ++c) count_active(c, b_.length);
  closed_ = true;
  now_ = {b_.length, -1, 0, 0, 0, 0};
  for (std::uint32_t p = 0; p < points_.size(); ++p) {
    settle(p);
    record_.points[p].closing_on_hand = points_[p].on_hand;
    record_.points[p].on_order_growth += to_come(points_[p]);
    for (const auto& [number, order] : points_[p].orders) write_row(p, order, never);
  }
  for (const LevelPlan& plan : b_.level_plans) {
    if (!b_.level_rules[plan.rules.index()].any()) continue;
    const std::uint32_t at = plan.point.value;
    const Levels& levels = levels_.at(at);
    const LevelValues values = levels_of(levels.policy);
    record_.levels[at] = {1, values.s, values.S, values.Q, levels.changes};
  }
  for (std::uint32_t l = 0; l < links_.size(); ++l) settle_link(l);
  for (std::uint32_t p = 0; p < ports_.size(); ++p) {
    settle_port(p);
    record_.ports[p].closing_queue = static_cast<Quantity>(ports_[p].anchorage.size());
  }
}

void World::finish() {
  end_ = cohort_open_ == 0 ? std::max(b_.length, cohort_closed_at_ + 1) : later(b_.length, b_.drain);
  record_.ended = end_;
  record_.fingerprint = history_.sum();

  const auto still_waits = [&](const Entry& entry) {
    if (!entry.cohort) return;
    OrderFacts& f = record_.streams[entry.row.stream];
    f.queue_time += widen(entry.remaining, end_ - entry.since);
    if (entry.promise <= end_) f.promised += entry.remaining;
    OrderRow row = entry.row;
    row.outcome = Outcome::open;
    rows_.push_back(row);
  };
  for (const Point& point : points_) {
    for (const std::list<Entry>& queue : point.queues) std::for_each(queue.begin(), queue.end(), still_waits);
    for (const auto& [number, call] : point.called)
      if (!call.left) still_waits(call.entry);
  }
  close_visits();
  for (OrderRow& row : rows_) row.causes = active_in(row.ordered, row.ended);
  std::sort(rows_.begin(), rows_.end(), [](const OrderRow& a, const OrderRow& b) {
    return std::tie(a.ended, a.stream, a.number) < std::tie(b.ended, b.stream, b.number);
  });

  std::sort(told_rows_.begin(), told_rows_.end(), [](const PromiseRow& a, const PromiseRow& b) {
    return std::tie(a.told, a.stream, a.number) < std::tie(b.told, b.stream, b.number);
  });
  for (auto& [number, row] : supply_rows_) row.causes = active_in(row.placed, std::min(row.completed, b_.length - 1));
  std::sort(supply_rows_.begin(), supply_rows_.end(), [](const auto& a, const auto& b) {
    return std::tie(a.second.placed, a.second.point, a.first) < std::tie(b.second.placed, b.second.point, b.first);
  });

  const auto buckets = static_cast<std::size_t>(b_.length / b_.bucket);
  for (std::size_t i = 0; i < buckets; ++i) {
    Quantity ordered = 0;
    Quantity demanded = 0;
    for (std::size_t p = 0; p < points_.size(); ++p) {
      record_.points[p].ordered.add(points_[p].ordered_in_bucket[i]);
      record_.points[p].demanded.add(points_[p].demanded_in_bucket[i]);
      ordered += points_[p].ordered_in_bucket[i];
      demanded += points_[p].demanded_in_bucket[i];
    }
    record_.ordered.add(ordered);
    record_.demanded.add(demanded);
  }
  check_books();
}

void World::check_books() const {
  for (const Point& point : points_) {
    Quantity waiting = 0;
    for (const std::list<Entry>& queue : point.queues)
      for (const Entry& entry : queue) waiting += entry.remaining;
    require(waiting == point.backlog, "twin: the backlog is not what waits in the queues");
    Quantity coming = 0;
    for (const auto& [number, order] : point.orders) coming += order.undispatched;
    for (const Shipment& shipment : point.inbound) coming += shipment.units;
    for (const Unposted& receipt : point.unposted) coming += receipt.units;
    require(coming == point.on_order, "twin: on order is not what is on its way");
    require(point.back() >= 0 && point.shelf >= 0, "twin: shelf and back room hold what can be found");
    require(point.findable() >= 0 && point.waiting == 0, "twin: stock below zero or customers not served");
  }
  for (std::size_t p = 0; p < record_.points.size(); ++p) {
    const StockFacts& f = record_.points[p];
    const ExtraFacts extra = record_.extra.empty() ? ExtraFacts{} : record_.extra[p];
    const Quantity swapped = record_.errors.empty() ? 0 : record_.errors[p].kept - record_.errors[p].strayed;
    const Quantity scrapped = record_.losses.empty() ? 0 : record_.losses[p].scrapped;
    require(f.opening_on_hand + f.received + swapped + extra.brought + extra.to_stock ==
                f.closing_on_hand + f.shipped_to_customers + f.shipped_downstream + f.shrunk + scrapped +
                    extra.expired + extra.written_off + extra.given,
            "twin: units appeared or vanished");
  }
  for (const OrderFacts& f : record_.streams) require(f.open_at_end() >= 0, "twin: more units ended than were ordered");
}

}  // namespace restock::twin
