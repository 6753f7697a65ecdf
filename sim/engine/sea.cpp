// The sea leg of lanes with a route: how long it takes, and what stands still while the lane is closed.
//
// As on closed lanes without a route (standstill.cpp), dates are kept as if it went on at once; they only ever grow, so
// an event queued for an old date finds that it is not due.
#include "engine/replication.hpp"

#include <algorithm>

namespace restock {

/// Drawn when a vessel leaves; with what delays it now.
Time Replication::sea_leg(std::uint32_t route, std::uint64_t who, std::uint64_t nth) const {
  const RoutePlan& plan = b_.routes[route];
  Draws draws(luck_.at(who, Purpose::transit, nth));
  Time sea = plan.sea.sample_ticks(draws);
  if (plan.late > 0.0) {
    Draws lateness(luck_.at(who, Purpose::late, nth));
    if (lateness.uniform() < plan.late) sea = later(sea, plan.late_extra.sample_ticks(lateness));
  }
  return delayed_at_sea(route, sea, false);
}

bool Replication::can_close_at_sea(std::uint32_t route) const {
  return std::ranges::any_of(s_.disruptions.of_route[route],
                             [&](std::uint32_t e) { return b_.effects[e].kind == EffectKind::sea_closed; });
}

/// A vessel (a shipment, where the route has no port) begins its sea leg, or will when the lane opens.
void Replication::put_to_sea(std::uint32_t route, std::uint32_t slot, std::uint64_t number, Time sea) {
  RouteState& state = s_.seas.routes[route];
  const Time clock = state.stopped == never ? now_.tick : state.stopped;
  const AtSea leg{slot, number, later(clock, sea), now_.tick};
  if (can_close_at_sea(route)) state.at_sea.push_back(leg);
  if (state.stopped == never) want_landfall(route, leg);
}

void Replication::want_landfall(std::uint32_t route, const AtSea& leg) {
  const PortId port = b_.routes[route].port;
  if (port.valid()) {
    schedule(EventKind::port_arrival, leg.due, port.value, leg.number, leg.slot);
    return;
  }
  const Shipment& shipment = s_.shipments[leg.slot];
  schedule(EventKind::receipt, leg.due, b_.points[shipment.point].dispatch_rank, of_link(shipment.link, leg.number),
           leg.slot);
}

/// Whether the sea leg is over now; if so nothing can stop it any more.
bool Replication::has_crossed(std::uint32_t route, std::uint32_t slot) {
  RouteState& state = s_.seas.routes[route];
  const auto leg = std::ranges::find(state.at_sea, slot, &AtSea::slot);
  if (leg == state.at_sea.end()) return true;
  if (state.stopped != never || leg->due != now_.tick) return false;
  state.at_sea.erase(leg);
  return true;
}

void Replication::on_port_arrival(std::uint32_t slot) {
  if (has_crossed(s_.seas.vessels[slot].route, slot)) arrive(slot);
}

void Replication::stop_at_sea(std::uint32_t route) {
  Time& stopped = s_.seas.routes[route].stopped;
  if (stopped == never) stopped = now_.tick;
}

/// The announced dates of what stood still are put off by as long as it stood.
void Replication::resume_at_sea(std::uint32_t route) {
  RouteState& state = s_.seas.routes[route];
  if (state.stopped == never) return;
  const Time stopped = state.stopped;
  state.stopped = never;
  for (AtSea& leg : state.at_sea) {
    leg.due = later(leg.due, now_.tick - stopped);
    const Time stood = now_.tick - std::max(stopped, leg.departed);
    if (b_.routes[route].port.valid()) {
      for (const Cargo& cargo : s_.seas.vessels[leg.slot].cargo) put_off(cargo, stood);
    } else {
      put_off({leg.slot}, stood);
    }
    want_landfall(route, leg);
  }
}

void Replication::put_off(const Cargo& cargo, Time span) {
  announce(cargo, later(s_.shipments[cargo.shipment].announced, span));
}

}  // namespace restock
