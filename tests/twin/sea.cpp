// The twin's lanes with a route: sailings, and the sea leg.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

/// Goods leave their sender on a lane with a route.
void World::send(std::uint32_t route, const Load& load) {
  const RoutePlan& plan = b_.routes[route];
  if (plan.timetable) {
    routes_[route].waiting.push_back(load);
    schedule(Kind::sailing, plan.sailings.time_of(sailing_to_catch(route)), route, 0, route);
    return;
  }
  Vessel vessel;
  vessel.route = route;
  vessel.who = b_.links[link_of(load)].who;
  vessel.nth = load.nth;
  vessel.number = lone_vessel_mark | load.id;
  vessel.loads = {load};
  cross(route, vessel, sea_leg(route, vessel.who, load.nth));
}

/// How long a vessel that sails now is at sea.
Time World::sea_leg(std::uint32_t route, std::uint64_t who, std::uint64_t nth) const {
  const RoutePlan& plan = b_.routes[route];
  Draws sea = draws(who, Purpose::transit, nth);
  Draws lateness = draws(who, Purpose::late, nth);
  Time leg = plan.sea.sample_ticks(sea);
  if (plan.late > 0.0 && lateness.uniform() < plan.late) leg = later(leg, plan.late_extra.sample_ticks(lateness));
  return with_delays(EffectKind::sea_delay, route, leg, false);
}

/// It is so long at sea, from now on or from when the lane opens.
void World::cross(std::uint32_t route, Vessel vessel, Time sea) {
  const std::uint32_t port = b_.routes[route].port.value;
  vessel.departed = now_.tick;
  if (routes_[route].closed_since == never) return make_for(port, later(now_.tick, sea), vessel);
  vessel.to_cross = sea;
  at_sea_[{port, vessel.number}] = vessel;
}

void World::make_for(std::uint32_t port, Time arrival, const Vessel& vessel) {
  Vessel& at_sea = at_sea_[{port, vessel.number}];
  at_sea = vessel;
  at_sea.lands = arrival;
  at_sea.to_cross = never;
  if (arrival < never) schedule(Kind::port_arrival, arrival, port, vessel.number, port, vessel.number);
}

void World::close_sea(std::uint32_t route) {
  if (routes_[route].closed_since < never) return;
  routes_[route].closed_since = now_.tick;
  for (auto& [at, vessel] : at_sea_) {
    if (vessel.route != route || !vessel.on_lane) continue;
    if (vessel.lands < never) vessel.to_cross = vessel.lands - now_.tick;
    vessel.lands = never;
  }
  for (Shipment* shipment : sailing_without_port(route)) {
    if (shipment->due < never) shipment->left = shipment->due - now_.tick;
    shipment->due = never;
  }
}

void World::open_sea(std::uint32_t route) {
  const Time since = routes_[route].closed_since;
  if (since == never) return;
  routes_[route].closed_since = never;
  for (auto& [at, vessel] : at_sea_) {
    if (vessel.route != route || !vessel.on_lane) continue;
    for (const Load& load : vessel.loads)
      shipment(load).announced = later(shipment(load).announced, now_.tick - std::max(since, vessel.departed));
    if (vessel.to_cross < never) make_for(at.first, later(now_.tick, vessel.to_cross), vessel);
  }
  for (Shipment* shipment : sailing_without_port(route)) {
    shipment->announced = later(shipment->announced, now_.tick - std::max(since, shipment->dispatched));
    if (shipment->left < never) go(b_.links[shipment->link].to.value, *shipment, shipment->left);
  }
}

std::vector<Shipment*> World::sailing_without_port(std::uint32_t route) {
  std::vector<Shipment*> found;
  if (b_.routes[route].port.valid()) return found;
  for (Point& point : points_)
    for (Shipment& shipment : point.inbound)
      if (!shipment.initial && b_.links[shipment.link].route == RouteId(std::size_t{route}) && shipment.at_sea)
        found.push_back(&shipment);
  return found;
}

std::int64_t World::sailing_to_catch(std::uint32_t route) const {
  const std::int64_t next = b_.routes[route].sailings.at_or_after(now_.tick);
  return next > routes_[route].gone ? next : routes_[route].gone + 1;
}

/// Announced from the departure: sea, and with a port its handling, yard and the way inland.
Time World::announced_after_departure(const RoutePlan& plan, Quantity units) const {
  const auto route = static_cast<std::uint32_t>(&plan - b_.routes.data());
  const Time sea = with_delays(EffectKind::sea_delay, route, plan.planned_sea, true);
  return plan.port.valid() ? later(sea, announced_from_berth(plan, plan.port.value, units)) : sea;
}

Time World::announced_at_dispatch(std::uint32_t route, Quantity units) const {
  const RoutePlan& plan = b_.routes[route];
  const Time departure = plan.timetable ? plan.sailings.time_of(sailing_to_catch(route)) : now_.tick;
  return later(departure, announced_after_departure(plan, units));
}

void World::sail(std::uint32_t route) {
  const RoutePlan& plan = b_.routes[route];
  Route& lane = routes_[route];
  const std::int64_t number = plan.sailings.at_or_after(now_.tick);
  lane.gone = number;
  Draws blank = draws(plan.who, Purpose::sailing_missed, sailing_address(number));
  Quantity room = plan.sailings.missed > 0.0 && blank.uniform() < plan.sailings.missed ? 0 : plan.sailings.capacity;
  if (level_of(EffectKind::sailings_blanked, route) > 0) room = 0;
  Vessel vessel;
  vessel.route = route;
  vessel.who = plan.who;
  vessel.nth = sailing_address(number);
  vessel.number = sailing_mark | of_link(route, static_cast<std::uint32_t>(number));
  while (room > 0 && !lane.waiting.empty()) {
    Load& first = lane.waiting.front();
    vessel.loads.push_back(first);
    const Quantity units = shipment(first).units;
    if (units > room)
      first = split(first, room);
    else
      lane.waiting.pop_front();
    room -= std::min(room, units);
  }
  if (!vessel.loads.empty()) depart(route, number, vessel);
  for (const Load& load : lane.waiting) {
    const Quantity units = shipment(load).units;
    if (in_window()) record_.links[link_of(load)].rolled += units;
    history_.note(b_.links[link_of(load)].who, Fact::rolled, now_.tick, load.id & 0xffffffffU, units);
    shipment(load).announced = announced_at_dispatch(route, units);
  }
  if (!lane.waiting.empty()) schedule(Kind::sailing, plan.sailings.time_of(sailing_to_catch(route)), route, 0, route);
}

/// Leaves `units` in the shipment; what is more becomes a shipment of its own.
Load World::split(const Load& load, Quantity units) {
  Shipment& whole = shipment(load);
  Shipment rest = whole;
  rest.id = of_link(link_of(load), links_[link_of(load)].shipments++);
  rest.units = whole.units - units;
  whole.units = units;
  points_[load.point].inbound.push_back(rest);
  return {load.point, rest.id, load.nth};
}

void World::depart(std::uint32_t route, std::int64_t number, const Vessel& vessel) {
  const RoutePlan& plan = b_.routes[route];
  const Quantity units = units_on(vessel);
  history_.note(plan.who, Fact::sailed, now_.tick, sailing_address(number), units);
  for (const Load& load : vessel.loads)
    shipment(load).announced = later(now_.tick, announced_after_departure(plan, units));
  const Time sea = sea_leg(route, plan.who, sailing_address(number));
  if (plan.port.valid()) return cross(route, vessel, sea);
  for (const Load& load : vessel.loads) {
    Shipment& goods = shipment(load);
    goods.at_sea = true;
    goods.dispatched = now_.tick;
    goods.left = sea;
    if (routes_[route].closed_since == never) go(load.point, goods, sea);
  }
}

}  // namespace restock::twin
