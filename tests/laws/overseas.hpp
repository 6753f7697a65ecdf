// Small blueprints with a lane over the sea, for what is traced by hand.
#pragma once

#include "catch.hpp"
#include "laws/agree.hpp"
#include "twin/models.hpp"

#include <utility>

namespace restock::laws {

using namespace models;

/// A store that orders at each demand what was demanded, over a lane with a route.
inline Draft overseas(std::vector<TraceLine> lines) {
  Draft b = one_store(BaseStock{0}, 0, TraceArrivals{}, constant_time(4 * day));
  b.length = 60 * day;
  replay(b, std::move(lines));
  RoutePlan route;
  route.who = hash_name("route");
  route.sea = constant_time(4 * day);
  route.inland = constant_time(1 * day);
  route.planned_sea = 4 * day;
  route.planned_inland = 1 * day;
  b.routes.push_back(route);
  b.links[0].route = RouteId(std::size_t{0});
  b.links[0].planned_lead = b.links[0].planned_transit = 8 * day;
  return b;
}

inline Draft over_a_port(std::vector<TraceLine> lines) {
  Draft b = overseas(std::move(lines));
  PortPlan port;
  port.who = hash_name("port");
  port.handling = constant_time(2 * day);
  port.planned_handling = 2 * day;
  port.dwell = constant_time(1 * day);
  port.customs = constant_time(0);
  port.planned_yard = 1 * day;
  b.ports.push_back(port);
  b.layout.port_site.emplace_back(std::size_t{0});
  b.layout.port_berths.push_back(1);
  b.routes[0].port = PortId(std::size_t{0});
  return b;
}

/// What engine and twin agree on.
inline TwinResult history_of(const Draft& b) {
  State state;
  CHECK(disagreement(b, 1, 0, state) == "");
  return run_twin(b, 1, 0);
}

}  // namespace restock::laws
