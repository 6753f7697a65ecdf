// Barriers: the window opens and closes, samples are taken, the record made.
#include "engine/expiry.hpp"
#include "engine/forecasting.hpp"
#include "engine/level_setting.hpp"
#include "engine/replication.hpp"
#include "engine/shelf.hpp"
#include "engine/sourcing.hpp"
#include "engine/visits.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace restock {

void Replication::pull_all(Time limit) {
  for (std::uint32_t point = 0; point < s_.points.size(); ++point) pull(point, limit);
}

void Replication::on_barrier() {
  const Time at = now_.tick;
  pull_all(at);
  if (at == 0) open_window();
  if (at == b_.length && stage_ == Stage::window) close_window();
  flush_rows();
  constexpr Time flush_every = 30 * day;
  Time next = never;
  if (at < 0) {
    next = 0;
  } else if (stage_ == Stage::window) {
    next = sink_ != nullptr ? std::min(b_.length, at + flush_every) : b_.length;
  } else if (sink_ != nullptr) {
    next = at + flush_every;
  }
  next_barrier_ = next <= end_ ? next : never;
  schedule(EventKind::barrier, next_barrier_, 0, 0, 0);
}

void Replication::open_window() {
  stage_ = Stage::window;
  // Levels enter the integrals as (level at the end) × length + Σ −change × time, so nothing is carried from before.
  s_.order_facts.assign(s_.order_facts.size(), {});
  s_.stock_facts.assign(s_.stock_facts.size(), {});
  s_.link_facts.assign(s_.link_facts.size(), {});
  s_.error_facts.assign(s_.error_facts.size(), {});
  s_.loss_facts.assign(s_.loss_facts.size(), {});
  s_.shelf_facts.assign(s_.shelf_facts.size(), {});
  s_.extra_facts.assign(s_.extra_facts.size(), {});
  s_.promise_facts.assign(s_.promise_facts.size(), {});
  s_.customer_facts.assign(s_.customer_facts.size(), {});
  for (CauseState& cause : s_.disruptions.causes) cause.facts = {};
  for (InformationState& info : s_.side.information) info.facts = {};
  for (ForecastState& forecast : s_.side.forecasts) forecast.facts = {};
  for (LevelState& level : s_.side.levels) level.facts = {};
  for (std::uint32_t i = 0; i < s_.points.size(); ++i) {
    const PointState& p = s_.points[i];
    s_.stock_facts[i].opening_on_hand = p.on_hand;
    s_.stock_facts[i].on_order_growth = -to_come(i);
    if (p.bucket_end <= 0) roll_bucket(i, 0);
  }
  open_ports();
  if (b_.series_every < never) schedule(EventKind::sample, next_sample_ = 0, 0, 0, 0);
}

void Replication::close_window() {
  const Time length = b_.length;
  for (std::uint32_t i = 0; i < s_.points.size(); ++i) roll_bucket(i, length);
  // What happens while the run drains is counted too, but not here.
  if (b_.drain > 0) {
    closed_points_ = s_.stock_facts;
    closed_links_ = s_.link_facts;
    closed_errors_ = s_.error_facts;
    closed_losses_ = s_.loss_facts;
    closed_extra_ = s_.extra_facts;
  }
  for (std::uint32_t i = 0; i < s_.points.size(); ++i) close_point(i);
  for (std::uint32_t i = 0; i < s_.links.size(); ++i)
    closed_links()[i].in_transit += widen(s_.links[i].in_transit, length);
  engine::close_shelves(*this);
  close_ports();
  close_causes();
  engine::close_levels(*this);
  stage_ = Stage::drain;
}

/// Levels enter the integrals for the length of the window.
void Replication::close_point(std::uint32_t point) {
  const Time length = b_.length;
  const PointState& p = s_.points[point];
  StockFacts& facts = closed_points()[point];
  StockIntegrals& sums = facts.integrals;
  sums.on_hand += widen(p.on_hand, length);
  sums.on_record += widen(p.on_record, length);
  sums.on_order += widen(p.on_order, length);
  sums.backlog += widen(p.backlog, length);
  sums.customer_backlog += widen(p.customer_backlog, length);
  sums.record_error += widen(p.on_record > p.on_hand ? p.on_record - p.on_hand : p.on_hand - p.on_record, length);
  if (p.on_hand > 0) sums.ready += length;
  if (p.on_record > 0 && p.on_hand == 0) sums.phantom += length;
  if (p.hides_stock) closed_errors()[point].misplaced += widen(s_.side.hidden[point].count(), length);
  if (!s_.extra_facts.empty()) engine::close_extra(*this, point, closed_extra(point));
  facts.closing_on_hand = p.on_hand;
  facts.on_order_growth += to_come(point);
  report_open_orders(p);
  const Rows streams = b_.points[point].streams;
  for (std::uint32_t k = streams.first; k < streams.end(); ++k) facts.shipped_to_customers += s_.order_facts[k].filled;
  if (s_.extra_facts.empty()) return;
  const ExtraFacts& extra = closed_extra(point);
  facts.shipped_to_customers += extra.sold_to_others - extra.bought_elsewhere;
}

/// Replenishment orders that are open when the window closes are reported as they are then.
void Replication::report_open_orders(const PointState& p) {
  if (sink_ == nullptr) return;
  for (std::uint32_t slot = p.oldest_order; slot != none; slot = s_.orders[slot].next) {
    const Order& order = s_.orders[slot];
    if (!order.in_window) continue;
    s_.closed_replenishments.push_back({order.point, order.link, order.placed, never, order.units, order.received,
                                        order.units - order.outstanding - order.received - order.lost, order.lost});
  }
}

void Replication::on_sample() {
  pull_all(now_.tick + 1);
  const std::size_t base = series_.size();
  series_.resize(base + b_.series_groups);
  for (std::uint32_t i = 0; i < s_.points.size(); ++i) {
    Sample& sample = series_[base + b_.points[i].series_group];
    const PointState& p = s_.points[i];
    sample.on_hand += p.on_hand;
    sample.on_record += p.on_record;
    sample.on_order += p.on_order;
    sample.backlog += p.backlog;
    sample.forecast += engine::forecast_per_day(*this, i);
    const LevelValues levels = levels_of(policy_of(i));
    sample.reorder_point += levels.s;
    sample.order_up_to += levels.S;
    sample.order_quantity += levels.Q;
  }
  for (const PortState& port : s_.seas.ports) port_series_.push_back(port.waiting);
  for (const CauseState& cause : s_.disruptions.causes) cause_series_.push_back(cause.level);
  const Time next = later(now_.tick, b_.series_every);
  next_sample_ = next < b_.length ? next : never;
  schedule(EventKind::sample, next_sample_, 0, 0, 0);
}

/// Units queued in an earlier instant stayed unserved in it: the point was short then.
void Replication::settle_shortage(PointState& p, Time at) {
  if (p.short_at >= at) return;
  if (p.short_units > 0) p.was_short = true;
  p.short_at = never;
  p.short_units = 0;
}

void Replication::note_shortage(PointState& p, Quantity units, Time at) {
  settle_shortage(p, at);
  p.short_at = at;
  p.short_units += units;
}

/// Continuous points complete a cycle at a receipt, periodic ones at a review.
void Replication::complete_cycle(std::uint32_t point, bool at_receipt) {
  PointState& p = s_.points[point];
  if (p.continuous != at_receipt) return;
  settle_shortage(p, now_.tick);
  if (p.in_cycle) {
    StockFacts& facts = s_.stock_facts[point];
    ++facts.cycles;
    if (!p.was_short) ++facts.cycles_without_shortage;
  }
  p.in_cycle = true;
  p.was_short = false;
}

/// What is still open when the run ends: queue time so far, promises that fell due, open ledger rows.
void Replication::order_facts_at_end() {
  for (std::uint32_t point = 0; point < s_.points.size(); ++point) {
    const PointState& p = s_.points[point];
    for (unsigned q = 0; q < queues_of(point); ++q) {
      for (std::uint32_t slot = s_.queues[p.first_queue + q].head; slot != none; slot = s_.entries[slot].next) {
        if (s_.entries[slot].stream != none) stays_open(slot);
      }
    }
  }
  for (const CallerState& caller : s_.side.calls.callers)
    for (const std::uint32_t call : caller.under_way)
      if (const std::uint32_t slot = s_.side.calls.calls[call].entry; slot != none) stays_open(slot);
  engine::visits_at_end(*this);
  flush_rows();
}

/// Somebody still waits.
void Replication::stays_open(std::uint32_t slot) {
  const Entry& entry = s_.entries[slot];
  OrderFacts& facts = facts_of(entry);
  facts.queue_time += widen(entry.remaining, now_.tick - entry.arrived);
  if (entry.promise <= now_.tick) facts.promised += entry.remaining;
  if (entry.row != none) close_row(entry.row, Outcome::open, never);
}

namespace {

/// What was ordered and demanded in each bucket, as sums and as they were.
void add_totals(State& s, Record& record) {
  for (std::size_t i = 0; i < s.total_ordered.size(); ++i) {
    record.ordered.add(s.total_ordered[i]);
    record.demanded.add(s.total_demanded[i]);
  }
  record.ordered_series = std::move(s.total_ordered);
  record.demanded_series = std::move(s.total_demanded);
}

}  // namespace

Record Replication::make_record() {
  Record record;
  record.streams = std::move(s_.order_facts);
  record.points = std::move(closed_points());
  record.links = std::move(closed_links());
  record.errors = std::move(closed_errors());
  record.losses = std::move(closed_losses());
  record.shelves = std::move(closed_shelves());
  record.extra = std::move(b_.drain > 0 ? closed_extra_ : s_.extra_facts);
  record.promises = std::move(s_.promise_facts);
  record.customer_facts = std::move(s_.customer_facts);
  record.ports = std::move(closed_ports_);
  record.port_waits = std::move(port_waits_);
  record.port_series = std::move(port_series_);
  record.cause_series = std::move(cause_series_);
  for (const InformationState& info : s_.side.information) record.information.push_back(info.facts);
  record.forecasts.assign(s_.side.forecast_of.size(), {});
  for (std::size_t i = 0; i < b_.forecasts.size(); ++i)
    record.forecasts[b_.forecasts[i].point.index()] = s_.side.forecasts[i].facts;
  record.levels.assign(s_.side.level_of.size(), {});
  for (std::size_t i = 0; i < b_.level_plans.size(); ++i)
    record.levels[b_.level_plans[i].point.index()] = s_.side.levels[i].facts;
  for (const CauseState& cause : s_.disruptions.causes) record.causes.push_back(cause.facts);
  add_totals(s_, record);
  record.waits = std::move(waits_);
  record.late = std::move(late_);
  record.early = std::move(early_);
  record.left = std::move(left_);
  record.left_for = std::move(left_for_);
  record.segment_waits = std::move(segment_waits_);
  record.series = std::move(series_);
  record.fingerprint = history_.sum();
  record.customers = customers_;
  record.events = events_;
  record.ended = cohort_open_ == 0 ? std::max(b_.length, std::min(end_, last_end_ + 1)) : end_;
  return record;
}

}  // namespace restock
