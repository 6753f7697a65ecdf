// The twin's clock: what is on at the start, the order of the instant, the loop.
#include "twin/world.hpp"

#include "core/contract.hpp"

#include <algorithm>
#include <tuple>

namespace restock {

TwinResult run_twin(const Draft& blueprint, std::uint64_t seed, std::uint64_t replication) {
  Draft laid_out = blueprint;
  give_segments(laid_out.layout, laid_out.streams.size());
  return twin::World(laid_out, seed, replication).run();
}

namespace twin {

void World::start() {
  const Time begin = -b_.warmup;
  now_ = {begin, -1, 0, 0, 0, 0};
  start_causes();
  start_forecasts();
  start_levels();
  for (std::uint32_t p = 0; p < points_.size(); ++p) {
    const DraftPoint& plan = b_.points[p];
    Point& point = points_[p];
    point.on_hand = plan.initial_on_hand;
    point.on_record = plan.initial_on_record;
    point.settled = begin;
    point.queues.resize(plan.queues + std::size_t{1});
    point.ordered_in_bucket.resize(static_cast<std::size_t>(b_.length / b_.bucket));
    point.demanded_in_bucket.resize(point.ordered_in_bucket.size());
    if (plan.initial_backlog > 0) {
      const DraftStream& stream = b_.streams[plan.streams.first];
      Entry entry;
      entry.remaining = plan.initial_backlog;
      entry.since = begin;
      entry.complete_only = stream.partial == PartialRule::wait_complete;
      entry.initial = true;
      entry.row.stream = plan.streams.first;
      entry.row.number = ~std::uint64_t{0};
      entry.row.ordered = begin;
      entry.row.units = entry.row.backordered = plan.initial_backlog;
      point.queues[Point::place_of(stream.queue)].push_back(entry);
      point.backlog = point.customer_backlog = plan.initial_backlog;
      history_.note(stream.who, Fact::queued, begin, entry.row.number, plan.initial_backlog);
    }
    for (std::uint32_t i = plan.pipeline.first; i < plan.pipeline.end(); ++i) {
      const InitialSupply& supply = b_.pipeline[i];
      const std::uint64_t id = of_link(0xffffffffU, i);
      point.on_order += supply.units;
      point.inbound.push_back({id, 0, 0, supply.units, supply.arrives, true});
      schedule(Kind::receipt, std::max(supply.arrives, begin), plan.dispatch_rank, id, p, id);
    }
    point.held = plan.listing.released > begin;
    if (point.held) schedule(Kind::on_sale, plan.listing.released, plan.dispatch_rank, 0, p);
    start_records(p);
    start_shelf(p);
    start_expiry(p);
    start_markdown(p);
    if (plan.expediting) schedule(Kind::expedite, plan.expediting->look(begin), plan.review_rank, 0, p);
    if (plan.replenished && !continuous(p)) {
      std::visit(
          [&](const auto& policy) {
            if constexpr (requires { policy.calendar; }) point.next_review = next_review(p, policy.calendar, begin);
          },
          plan.policy);
      schedule(Kind::review, point.next_review, plan.review_rank, acts, p);
    }
    if (late(p)) start_information(p);
  }
  for (std::uint32_t p = 0; p < points_.size(); ++p) {
    start_reserves(p);
    if (points_[p].backlog > 0 && serve_named_) schedule(Kind::serve, begin, b_.points[p].dispatch_rank, 0, p);
    if (points_[p].backlog > 0 && !serve_named_) allocate(p);
    for (std::uint32_t k = b_.points[p].streams.first; k < b_.points[p].streams.end(); ++k)
      if (b_.streams[k].publish_every > 0 && channel(k) == k) make_copy(k, begin);
    review_if_low(p);
  }
  for (Link& link : links_) link.settled = begin;
  start_ports();
  start_promises();
  for (std::uint32_t k = 0; k < streams_.size(); ++k) {
    if (b_.modulation(b_.streams[k]) != nullptr) write_down_customers(k);
    next_customer(k, begin);
  }
  if (b_.series_every < never && b_.series_every > 0)
    for (Time at = 0; at < b_.length; at += b_.series_every) schedule(Kind::sample, at, 0, 0, 0);
}

TwinResult World::run() {
  start();
  while (!calendar_.empty()) {
    const Time tick = calendar_.first().tick;
    if (tick != now_.tick) end_instant();
    if (tick >= 0) open_window();
    if (tick >= b_.length) {
      close_window();
      if (cohort_open_ == 0 && tick > cohort_closed_at_) break;
      if (tick >= later(b_.length, b_.drain)) break;
    }
    const auto [key, event] = calendar_.take();
    now_ = key;
    ++record_.events;
    handle(event);
  }
  open_window();
  close_window();
  finish();
  return {record_, rows_, told_rows_, [&] {
            std::vector<ReplenishmentRow> rows;
            for (const auto& [number, row] : supply_rows_) rows.push_back(row);
            return rows;
          }()};
}

void World::handle(const Event& event) {
  switch (event.kind) {
    case Kind::reserve:
      return reserve(event.who);
    case Kind::copy:
      return make_copy(event.who, later(now_.tick, b_.streams[event.who].publish_delay));
    case Kind::customer:
      return arrive(event.who, event.which);
    case Kind::visit:
      return come_again(event.who, event.which);
    case Kind::off_the_list:
      return wait_no_longer(event.who, event.which);
    case Kind::sent_back:
      return take_back_goods(event.who, event.which);
    case Kind::deadline:
      return deadline(event.who, event.which);
    case Kind::shelf_move:
      return shelf_move(event.who, event.which);
    case Kind::shelf_round:
      return shelf_round(event.who);
    case Kind::loss:
      return loss(event.who, event.which);
    case Kind::theft:
      return theft(event.who, event.which);
    case Kind::misplacement:
      return misplacement(event.who, event.which);
    case Kind::find:
      return find(event.who, event.which);
    case Kind::line_done:
      return line_done(event.who, event.which);
    case Kind::made:
      return made(event.who, event.which);
    case Kind::receipt:
      return receive(event.who, event.which);
    case Kind::call_arrives:
      return call_arrives(event.who, event.which);
    case Kind::posting:
      return posting(event.who, event.which == 0);
    case Kind::spell_end:
      return spell_end(event.who);
    case Kind::spell_begin:
      return spell_begin(event.who);
    case Kind::supply_cancelled:
      return supply_cancelled(event.who, event.which);
    case Kind::withdraw:
      return withdraw(event.who);
    case Kind::snapshot:
      return snapshot(event.who);
    case Kind::refresh:
      return refresh(event.who);
    case Kind::review:
      return review(event.who);
    case Kind::order_received:
      return order_received(event.who, event.which);
    case Kind::dispatch:
      return dispatch(event.who);
    case Kind::serve:
      return serve(event.who);
    case Kind::count:
      return count(event.who, event.which);
    case Kind::sample:
      return sample();
    case Kind::yard_out:
      return yard_out(event.who, event.which);
    case Kind::berth_done:
      return berth_done(event.who, event.which);
    case Kind::convoy:
      return convoy(event.who, event.which);
    case Kind::port_arrival:
      return port_arrival(event.who, event.which);
    case Kind::port_leave:
      return port_leave(event.who, event.which);
    case Kind::sailing:
      return sail(event.who);
    case Kind::port_changes:
      return port_changes(event.who);
    case Kind::look:
      return look(event.who);
    case Kind::expedite:
      return expedite(event.who);
    case Kind::expiry:
      return expiry(event.who, event.which == 1);
    case Kind::promises:
      return look_at_promises(event.who);
    case Kind::markdown:
      return markdown(event.who);
    case Kind::on_sale:
      return release(event.who);
    case Kind::bucket_end:
      return bucket_end(event.who);
    case Kind::level_review:
      return level_review(event.who);
  }
}

/// What joined a queue in this instant and is still there was short.
void World::end_instant() {
  for (const std::uint32_t p : queued_at_) {
    if (points_[p].unserved > 0) points_[p].was_short = true;
    points_[p].unserved = 0;
  }
  queued_at_.clear();
}

void World::sample() {
  std::vector<Sample> groups(b_.series_groups);
  for (std::size_t p = 0; p < points_.size(); ++p) {
    Sample& group = groups[b_.points[p].series_group];
    group.on_hand += points_[p].on_hand;
    group.on_record += points_[p].on_record;
    group.on_order += points_[p].on_order;
    group.backlog += points_[p].backlog;
    const auto at = static_cast<std::uint32_t>(p);
    group.forecast += thousandths(foreseen_per_day(at));
    const LevelValues levels = levels_of(policy(at));
    group.reorder_point += levels.s;
    group.order_up_to += levels.S;
    group.order_quantity += levels.Q;
  }
  for (const Cause& cause : causes_) record_.cause_series.push_back(cause.level);
  for (const Port& port : ports_) record_.port_series.push_back(static_cast<Quantity>(port.anchorage.size()));
  record_.series.insert(record_.series.end(), groups.begin(), groups.end());
}

}  // namespace twin
}  // namespace restock
