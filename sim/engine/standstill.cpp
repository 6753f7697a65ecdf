// What stands still while a lane is closed or production is stopped, and goes on where it stood.
//
// While it stands, dates are kept as if it went on at once, so that going on is one addition. An event queued for the
// old date finds that it is not due: dates only ever grow, so it cannot be mistaken for the right one.
#include "engine/replication.hpp"

#include <algorithm>

namespace restock {

void Replication::stop_lane(std::uint32_t link) {
  LaneState& lane = s_.disruptions.lanes[link];
  if (lane.stopped == never) lane.stopped = now_.tick;
}

/// The announced dates of what stood still are put off by as long as it stood.
void Replication::resume_lane(std::uint32_t link) {
  LaneState& lane = s_.disruptions.lanes[link];
  if (lane.stopped == never) return;  // another effect of the same cause has opened it
  const Time stood = now_.tick - lane.stopped;
  const Time stopped = lane.stopped;
  lane.stopped = never;
  if (!b_.terms(b_.links[link]).crossing) {
    Time& last = s_.side.last_arrival[link];
    if (last > stopped) last = later(last, stood);
  }
  for (Moving& moving : lane.moving) {
    Shipment& shipment = s_.shipments[moving.shipment];
    moving.due = later(moving.due, stood);
    const Time announced = later(shipment.announced, now_.tick - std::max(stopped, moving.dispatched));
    if (shipment.units > 0) {
      touch(shipment.point);
      inbound_take(shipment.point, shipment.announced, Supply::shipment, moving.shipment, shipment.units);
      inbound_add(shipment.point, announced, Supply::shipment, moving.shipment, shipment.units);
    }
    shipment.announced = announced;
    if (moving.due < never)
      schedule(EventKind::receipt, moving.due, b_.points[shipment.point].dispatch_rank, of_link(link, moving.number),
               moving.shipment);
  }
}

/// From when the clock of a lane counts for what is dispatched now.
Time Replication::lane_clock(std::uint32_t link) const {
  if (b_.effects.empty()) return now_.tick;
  const Time stopped = s_.disruptions.lanes[link].stopped;
  return stopped == never ? now_.tick : stopped;
}

bool Replication::closable(std::uint32_t link) const {
  if (b_.effects.empty()) return false;
  return std::ranges::any_of(s_.disruptions.of_link[link],
                             [&](std::uint32_t e) { return b_.effects[e].kind == EffectKind::lane_closed; });
}

/// Whether the shipment arrives now; if so it leaves the lane.
bool Replication::arrives_now(std::uint32_t slot) {
  const std::uint32_t link = s_.shipments[slot].link;
  if (link == none || s_.shipments[slot].expedited) return true;
  if (const RouteId route = b_.terms(b_.links[link]).route; route.valid())
    return b_.routes[route.index()].port.valid() || has_crossed(route.value, slot);
  if (!closable(link)) return true;
  LaneState& lane = s_.disruptions.lanes[link];
  const auto moving = std::ranges::find(lane.moving, slot, &Moving::shipment);
  if (lane.stopped != never || moving->due != now_.tick) return false;
  lane.moving.erase(moving);
  return true;
}

void Replication::stop_production(std::uint32_t resource, bool progress_is_lost) {
  ProductionState& production = s_.disruptions.production[resource];
  if (production.stopped == never) production.stopped = now_.tick;
  if (!progress_is_lost) return;
  for (Running& running : production.running)
    if (running.on_line) running.due = later(production.stopped, running.line_time);
}

void Replication::resume_production(std::uint32_t resource) {
  ProductionState& production = s_.disruptions.production[resource];
  if (production.stopped == never) return;
  const Time stood = now_.tick - production.stopped;
  production.stopped = never;
  for (Running& running : production.running) {
    running.due = later(running.due, stood);
    want_progress(running);
  }
  if (b_.resources[resource].lines > 0) fill_lines(resource);
}

/// A job begins a stretch of work: on a line, or after it.
void Replication::start_work(std::uint32_t slot, Time span, bool on_line) {
  const Job& job = s_.jobs[slot];
  const bool can_stop = !b_.effects.empty() && !s_.disruptions.of_resource[job.resource].empty();
  if (!can_stop) {
    want_progress({slot, later(now_.tick, span), span, on_line});
    return;
  }
  ProductionState& production = s_.disruptions.production[job.resource];
  const Time clock = production.stopped == never ? now_.tick : production.stopped;
  production.running.push_back({slot, later(clock, span), span, on_line});
  if (production.stopped == never) want_progress(production.running.back());
}

void Replication::want_progress(const Running& running) {
  const Job& job = s_.jobs[running.job];
  schedule(running.on_line ? EventKind::production_done : EventKind::made, running.due, job.resource,
           running.on_line ? job.number : made_mark | job.number, running.job);
}

/// Whether a stretch of work is over now; if so the job is no longer at it.
bool Replication::work_is_over(std::uint32_t slot) {
  if (b_.effects.empty()) return true;
  ProductionState& production = s_.disruptions.production[s_.jobs[slot].resource];
  const auto running = std::ranges::find(production.running, slot, &Running::job);
  if (running == production.running.end()) return true;  // these lines cannot stop
  if (production.stopped != never || running->due != now_.tick) return false;
  production.running.erase(running);
  return true;
}

}  // namespace restock
