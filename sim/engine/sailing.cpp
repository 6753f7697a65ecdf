// Lanes with a route: goods wait for a sailing, cross the sea, and what they are announced for follows the milestones.
#include "engine/replication.hpp"

#include <algorithm>

namespace restock {

const PortPlan* Replication::port_of(const RoutePlan& route) const {
  return route.port.valid() ? &b_.ports[route.port.index()] : nullptr;
}

/// The first sailing that goods dispatched now can catch.
std::int64_t Replication::next_sailing(std::uint32_t route) const {
  return std::max(b_.routes[route].sailings.at_or_after(now_.tick), s_.seas.routes[route].last_sailing + 1);
}

/// From departure to receipt, as it is told now.
Time Replication::announced_way(std::uint32_t route, Quantity units) const {
  const RoutePlan& plan = b_.routes[route];
  return planned_after_departure(plan, delayed_at_sea(route, plan.planned_sea, true), port_of(plan), units);
}

/// When goods dispatched now are announced for.
Time Replication::announced_by(std::uint32_t route, Quantity units) const {
  const RoutePlan& plan = b_.routes[route];
  const Time departure = plan.timetable ? plan.sailings.time_of(next_sailing(route)) : now_.tick;
  return later(departure, announced_way(route, units));
}

/// A new date for a shipment: customers of its receiver see it from now on.
void Replication::announce(const Cargo& cargo, Time date) {
  const std::uint32_t point = s_.shipments[cargo.shipment].point;
  if (s_.shipments[cargo.shipment].announced == date) return;
  touch(point);
  Shipment& shipment = s_.shipments[cargo.shipment];
  inbound_take(point, shipment.announced, Supply::shipment, cargo.shipment, shipment.units);
  shipment.announced = date;
  inbound_add(point, shipment.announced, Supply::shipment, cargo.shipment, shipment.units);
}

/// All on board leave the yard `after` from now.
void Replication::announce(std::uint32_t vessel, Time after) {
  const Time inland = b_.routes[s_.seas.vessels[vessel].route].planned_inland;
  const Time date = later(later(now_.tick, after), inland);
  for (const Cargo& cargo : s_.seas.vessels[vessel].cargo) announce(cargo, date);
}

/// A shipment of a lane with a route has left its sender.
void Replication::send(const Cargo& cargo) {
  const LinkPlan& link = b_.links[cargo.link];
  const RouteId id = b_.terms(link).route;
  const RoutePlan& route = b_.routes[id.index()];
  if (route.timetable) {
    s_.seas.routes[id.index()].waiting.push_back(cargo);
    schedule_sailing(id.value);
    return;
  }
  Vessel vessel;
  vessel.route = id.value;
  vessel.port = route.port.value;
  vessel.who = link.who;
  vessel.nth = cargo.nth;
  vessel.number = lone_vessel_mark | of_link(cargo.link, cargo.number);
  vessel.units = s_.shipments[cargo.shipment].units;
  vessel.cargo.push_back(cargo);
  put_to_sea(id.value, s_.seas.vessels.make(vessel), vessel.number, sea_leg(id.value, link.who, cargo.nth));
}

void Replication::schedule_sailing(std::uint32_t route) {
  RouteState& state = s_.seas.routes[route];
  if (state.sails) return;
  state.sails = true;
  schedule(EventKind::sailing, b_.routes[route].sailings.time_of(next_sailing(route)), route, 0, route);
}

/// The vessel takes what waits, in order of dispatch, as far as it has room; the rest rolls to the next one.
void Replication::on_sailing(std::uint32_t index) {
  RouteState& state = s_.seas.routes[index];
  const RoutePlan& route = b_.routes[index];
  const std::int64_t sailing = next_sailing(index);
  state.sails = false;
  state.last_sailing = sailing;
  Draws blank(luck_.at(route.who, Purpose::sailing_missed, sailing_address(sailing)));
  const bool blanked = count_in_force(s_.disruptions.of_route[index], EffectKind::sailings_blanked) > 0;
  const bool missed = blanked || (route.sailings.missed > 0.0 && blank.uniform() < route.sailings.missed);
  Vessel vessel;
  Quantity room = missed ? 0 : route.sailings.capacity;
  std::size_t next = 0;
  for (; next < state.waiting.size() && room > 0; ++next) {
    const Quantity units = std::min(room, s_.shipments[state.waiting[next].shipment].units);
    vessel.cargo.push_back(take_part(state.waiting[next], units));
    vessel.units += units;
    room -= units;
    if (state.waiting[next].shipment != vessel.cargo.back().shipment) break;  // its rest waits on
  }
  state.waiting.erase(state.waiting.begin(), state.waiting.begin() + static_cast<std::ptrdiff_t>(next));
  if (vessel.units > 0) set_sail(index, sailing, vessel);
  for (const Cargo& cargo : state.waiting) {
    const Quantity units = s_.shipments[cargo.shipment].units;
    s_.link_facts[cargo.link].rolled += units;
    history_.note(b_.links[cargo.link].who, Fact::rolled, now_.tick, cargo.number, units);
    announce(cargo, announced_by(index, units));
  }
  if (!state.waiting.empty()) schedule_sailing(index);
}

/// `units` of a shipment that waits: all of it, or a part. The part keeps its number; the rest becomes a shipment of
/// its own, with the next number of its link, in its place in the queue.
Cargo Replication::take_part(Cargo& waiting, Quantity units) {
  const Cargo part = waiting;
  const Shipment whole = s_.shipments[part.shipment];
  if (whole.units == units) return part;
  Shipment rest = whole;
  rest.units = whole.units - units;
  touch(whole.point);
  inbound_take(whole.point, whole.announced, Supply::shipment, part.shipment, rest.units);
  s_.shipments[part.shipment].units = units;
  waiting.shipment = s_.shipments.make(rest);
  waiting.number = s_.links[part.link].shipments++;
  inbound_add(whole.point, whole.announced, Supply::shipment, waiting.shipment, rest.units);
  return part;
}

void Replication::set_sail(std::uint32_t index, std::int64_t sailing, Vessel& vessel) {
  const RoutePlan& route = b_.routes[index];
  history_.note(route.who, Fact::sailed, now_.tick, sailing_address(sailing), vessel.units);
  const Time sea = sea_leg(index, route.who, sailing_address(sailing));
  const Time date = later(now_.tick, announced_way(index, vessel.units));
  for (const Cargo& cargo : vessel.cargo) announce(cargo, date);
  if (!route.port.valid()) {
    for (const Cargo& cargo : vessel.cargo) put_to_sea(index, cargo.shipment, cargo.number, sea);
    return;
  }
  vessel.route = index;
  vessel.port = route.port.value;
  vessel.who = route.who;
  vessel.nth = sailing_address(sailing);
  vessel.number = sailing_mark | of_link(index, static_cast<std::uint32_t>(sailing));
  put_to_sea(index, s_.seas.vessels.make(vessel), vessel.number, sea);
}

}  // namespace restock
