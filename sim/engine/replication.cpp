// The loop: events in the order of the instant key, and what each kind does.
#include "engine/replication.hpp"
#include "engine/expediting.hpp"
#include "engine/expiry.hpp"
#include "engine/forecasting.hpp"
#include "engine/level_setting.hpp"
#include "engine/listing.hpp"
#include "engine/markdown.hpp"
#include "engine/neighbours.hpp"
#include "engine/promises.hpp"

#include "engine/run.hpp"

#include <string>
#include <utility>

namespace restock {

Record run_replication(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication, State& state,
                       LedgerSink* sink, Watch* watch) {
  return Replication(blueprint, state, Luck{seed, replication}, sink, watch).run();
}

/// Phases follow the order of the day; steps named before demand are half 0, the others half 2.
void Replication::order_the_day() {
  const auto place = [&](EventKind kind, std::uint64_t phase, std::uint64_t half) {
    phase_[static_cast<std::size_t>(kind)] = phase;
    half_[static_cast<std::size_t>(kind)] = half;
  };
  constexpr std::pair<EventKind, std::uint64_t> modifiers[]{
      {EventKind::barrier, 0},      {EventKind::look, 1},   {EventKind::spell_end, 2}, {EventKind::spell_begin, 2},
      {EventKind::port_changes, 3}, {EventKind::expiry, 4}, {EventKind::forecast, 5},  {EventKind::promises, 6},
      {EventKind::markdown, 7},     {EventKind::release, 8}};
  for (const auto& [kind, modifier_phase] : modifiers) place(kind, modifier_phase, 0);
  std::uint64_t phase = 9;
  std::uint64_t half = 0;
  bool count_is_named = false;
  for (const DayStep step : b_.order_of_day) {
    switch (step) {
      case DayStep::receive:
        place(EventKind::yard_out, phase++, half);
        place(EventKind::berth_done, phase++, half);
        place(EventKind::convoy, phase, half);
        place(EventKind::port_arrival, phase++, half);
        place(EventKind::port_leave, phase++, half);
        place(EventKind::production_done, phase, half);
        place(EventKind::made, phase++, half);
        place(EventKind::call_arrives, phase, half);
        place(EventKind::receipt, phase++, half);
        place(EventKind::posting, phase++, half);
        break;
      case DayStep::review:
        place(EventKind::withdraw, phase++, half);
        place(EventKind::review, phase++, half);
        place(EventKind::supply_cancelled, phase, half);
        place(EventKind::order_received, phase++, half);
        place(EventKind::dispatch, phase++, half);
        place(EventKind::sailing, phase++, half);
        place(EventKind::expedite, phase++, half);
        review_before_demand_ = half == 0;
        review_before_serve_ = !serve_is_named_;
        break;
      case DayStep::serve:
        place(EventKind::serve, phase++, half);
        serve_is_named_ = true;
        break;
      case DayStep::count:
        place(EventKind::count, phase++, half);
        count_is_named = true;
        break;
      case DayStep::demand:
        place(EventKind::wake, phase++, 1);
        half = 2;
        break;
    }
  }
  if (!count_is_named) place(EventKind::count, phase++, half);
  place(EventKind::sample, phase, 3);
}

void Replication::schedule(EventKind kind, Time tick, std::uint32_t rank, std::uint64_t number, std::uint32_t id) {
  if (tick >= never) return;
  const auto index = static_cast<std::size_t>(kind);
  std::uint64_t half = half_[index];
  std::uint64_t round = 0;
  if (tick == now_.tick) {
    const std::uint64_t now_half = Step::half(now_.step);
    if (half < now_half) half = 2;
    if (half == now_half) {
      round = Step::round(now_.step);
      const std::uint64_t mine = Step::phase_and_rank(Step::pack(0, 0, phase_[index], rank));
      const std::uint64_t current = Step::phase_and_rank(now_.step);
      if (mine < current || (mine == current && number <= now_.number)) ++round;
    }
  }
  if (round > Step::max_round)
    throw ContractBroken("an instant does not end: more than 10,000 rounds at tick " + std::to_string(tick) +
                         "; check zero lead times around stock point " + std::to_string(id));
  s_.calendar.push({tick, Step::pack(half, round, phase_[index], rank), number, id, kind});
}

/// An event of which a point has at most one per instant.
void Replication::want(EventKind kind, Time tick, std::uint32_t rank, std::uint32_t point) {
  Pending& pending = s_.points[point].pending;
  if (pending.has(kind, tick)) return;
  pending.add(kind, tick);
  schedule(kind, tick, rank, 0, point);
}

void Replication::handle(const Event& event) {
  switch (event.kind) {
    case EventKind::barrier:
      return on_barrier();
    case EventKind::spell_end:
      return on_spell_end(event.id);
    case EventKind::spell_begin:
      return on_spell_begin(event.id);
    case EventKind::withdraw:
      return on_withdraw(event.id);
    case EventKind::review:
      return on_review(event.id);
    case EventKind::order_received:
      return on_order_received(event.id);
    case EventKind::supply_cancelled:
      return on_supply_cancelled(event.id);
    case EventKind::dispatch:
      return on_dispatch(event.id);
    case EventKind::production_done:
      return on_production_done(event.id);
    case EventKind::made:
      return on_made(event.id);
    case EventKind::receipt:
      return on_receipt(event.id);
    case EventKind::posting:
      return on_posting(event.id, event.number == 0);
    case EventKind::serve:
      return on_serve(event.id);
    case EventKind::count:
      return on_count(event.id, event.number != 0);
    case EventKind::wake:
      return on_wake(event.id);
    case EventKind::sample:
      return on_sample();
    case EventKind::yard_out:
      return on_yard_out(event.id);
    case EventKind::berth_done:
      return on_berth_done(event.id);
    case EventKind::convoy:
      return on_convoy(event.id);
    case EventKind::port_arrival:
      return on_port_arrival(event.id);
    case EventKind::port_leave:
      return on_port_leave(event.id);
    case EventKind::sailing:
      return on_sailing(event.id);
    case EventKind::port_changes:
      return on_port_changes(event.id);
    case EventKind::look:
      return on_look(event.id);
    case EventKind::expedite:
      return engine::on_expedite(*this, event.id);
    case EventKind::expiry:
      return engine::on_expiry(*this, event.id, event.number != 0);
    case EventKind::forecast:
      return event.number == 0 ? engine::on_bucket_end(*this, event.id) : engine::on_level_review(*this, event.id);
    case EventKind::promises:
      return engine::on_promises(*this, event.id);
    case EventKind::call_arrives:
      return engine::on_call_arrives(*this, event.id);
    case EventKind::markdown:
      return engine::on_markdown(*this, event.id);
    case EventKind::release:
      return engine::on_release(*this, event.id);
  }
}

Record Replication::run() {
  order_the_day();
  now_ = {};
  now_.tick = -b_.warmup;
  next_barrier_ = now_.tick;
  reset();
  start_points();
  start_ports();
  s_.calendar.push({now_.tick, 0, 0, 0, EventKind::barrier});  // before anything that start_points queued
  while (!s_.calendar.empty()) {
    const Event event = s_.calendar.top();
    if (event.tick > end_ || (event.tick == end_ && event.kind != EventKind::barrier)) break;
    if (stage_ == Stage::drain && cohort_open_ == 0) break;
    s_.calendar.pop();
    now_ = event;
    ++events_;
    handle(event);
  }
  if (stage_ != Stage::drain || cohort_open_ > 0) {
    now_.tick = end_;
    now_.step = 0;
    pull_all(end_);
    if (stage_ != Stage::drain) close_window();
  }
  order_facts_at_end();
  check_books();
  return make_record();
}

}  // namespace restock
