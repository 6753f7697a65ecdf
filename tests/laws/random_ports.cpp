#include "laws/random_ports.hpp"

#include "core/hash.hpp"
#include "laws/picks.hpp"

#include <algorithm>
#include <string>

namespace restock {

using namespace laws;

namespace {

Traffic random_traffic(Time grain) {
  Traffic traffic;
  traffic.any = true;
  traffic.gap = random_time(grain, 6);
  if (traffic.gap.mean_ticks() < grain) {  // no endless convoys in one instant
    traffic.gap.law = one_of<Distribution>(
        {Constant{measure(grain)}, Empirical{{measure(0), measure(2 * grain)}, {}}, Exponential{measure(2 * grain)}});
    prepare(traffic.gap.law);
  }
  traffic.convoy.law = one_of<Distribution>({Constant{measure(1)}, DiscreteUniform{measure(0), measure(3)}});
  prepare(traffic.convoy.law);
  traffic.handling = random_time(grain, 4);
  traffic.planned_handling = grain * pick(0, 4);
  return traffic;
}

PortPlan random_port(std::size_t number, Time grain) {
  PortPlan port;
  port.who = hash_name("port " + std::to_string(number));
  port.berths = index(1, 3);
  port.handling = random_time(grain, 5);
  port.planned_handling = grain * pick(0, 5);
  if (chance(30)) {
    port.by_crane = true;
    port.ticks_per_unit = static_cast<double>(grain) * one_of<double>({0.5, 1.0, 0.0});
    port.overhead = grain * pick(0, 2);
  }
  if (chance(40)) port.anchorage = pick(0, 3);
  port.has_patience = chance(40);
  if (port.has_patience) port.patience = random_time(grain, 4);
  if (chance(40)) port.yard = pick(1, 8);
  if (chance(60)) port.dwell = random_time(grain, 3);
  if (chance(30)) port.customs = random_time(grain, 2);
  prepare(port.dwell.law);
  prepare(port.customs.law);
  port.planned_yard = grain * pick(0, 3);
  if (chance(60)) port.traffic = random_traffic(grain);
  return port;
}

RoutePlan random_route(std::size_t number, std::size_t ports, Time grain) {
  RoutePlan route;
  route.who = hash_name("route " + std::to_string(number));
  if (chance(75)) route.port = PortId(static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(ports) - 1)));
  route.timetable = !route.port.valid() || chance(50);
  route.sailings = {grain * pick(1, 6), 0, chance(60) ? pick(1, 7) : unlimited, chance(40) ? 0.4 : 0.0};
  route.sailings.first = std::min(route.sailings.every - 1, grain * pick(0, 5));
  route.sea = random_time(grain, 5);
  route.inland = random_time(grain, 3);
  route.planned_sea = grain * pick(0, 5);
  if (chance(25)) {
    route.late = 0.4;
    route.late_extra = random_time(grain, 3);
  }
  route.planned_inland = grain * pick(0, 3);
  return route;
}

}  // namespace

void add_random_ports(Draft& b, Time grain) {
  if (!chance(40)) return;
  const auto ports = static_cast<std::size_t>(pick(1, 3));
  for (std::size_t p = 0; p < ports; ++p) {
    b.ports.push_back(random_port(p, grain));
    if (p > 0 && chance(50))
      b.ports[p].reroute = {PortId(static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(p) - 1))),
                            chance(60) ? pick(0, 3) : unlimited, chance(40) ? grain * pick(0, 4) : never,
                            grain * pick(0, 3)};
    b.layout.port_site.emplace_back(std::size_t{0});
    b.layout.port_berths.push_back(b.ports[p].berths);
  }
  if (chance(50)) {  // the other way round: vessels go to ports with a higher number too
    std::reverse(b.ports.begin(), b.ports.end());
    std::reverse(b.layout.port_berths.begin(), b.layout.port_berths.end());
    for (PortPlan& port : b.ports)
      if (port.reroute.to.valid()) port.reroute.to = PortId(ports - 1 - port.reroute.to.index());
  }
  const auto routes = static_cast<std::size_t>(pick(1, 3));
  for (std::size_t r = 0; r < routes; ++r) b.routes.push_back(random_route(r, ports, grain));
  for (DraftLink& link : b.links) {
    if (!chance(60)) continue;
    link.route = RouteId(static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(routes) - 1)));
    link.crossing = true;
    DraftPoint& receiver = b.points[link.to.index()];
    if (receiver.on_cancel == CancelRule::even_in_transit) receiver.on_cancel = CancelRule::cancel_supply;
  }
}

}  // namespace restock
