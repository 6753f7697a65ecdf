// Sites of kind port become ports, lanes with a port or a timetable routes.
#include "compile/parts.hpp"
#include "core/hash.hpp"
#include "network/lead.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace restock {
namespace {

TimeLaw prepared(const std::optional<TimeLaw>& written) {
  TimeLaw law = written.value_or(TimeLaw{});
  prepare(law.law);
  return law;
}

Traffic traffic_of(const Site& site, const BackgroundTraffic& written) {
  Traffic traffic;
  traffic.any = true;
  if (const auto* poisson = std::get_if<PoissonArrivals>(&written.arrivals))
    traffic.gap.law = Exponential{Measure{1.0 / poisson->rate.per_tick}};
  else
    traffic.gap = std::get<RenewalArrivals>(written.arrivals).gap;
  prepare(traffic.gap.law);
  traffic.convoy = written.convoy;
  prepare(traffic.convoy.law);
  traffic.handling = prepared(written.handling ? written.handling : site.port.handling);
  traffic.planned_handling = to_ticks(mean_background_handling(site, written));
  return traffic;
}

PortPlan port_of(const Site& site) {
  const PortRules& written = site.port;
  PortPlan plan;
  plan.who = hash_name("port/" + site.name);
  plan.berths = static_cast<std::uint32_t>(written.berths.value_or(1));
  plan.handling = prepared(written.handling);
  if (written.crane_rate) {
    plan.by_crane = true;
    plan.ticks_per_unit = 1.0 / written.crane_rate->per_tick;
    plan.overhead = written.call_overhead.ticks;
  } else {
    plan.planned_handling = announced_handling(site, 0);
  }
  plan.anchorage = written.anchorage.value_or(unlimited);
  plan.has_patience = written.patience.has_value();
  plan.patience = prepared(written.patience);
  if (written.yard) {
    plan.yard = written.yard->capacity;
    plan.dwell = prepared(written.yard->dwell);
    plan.customs = prepared(written.yard->customs);
  }
  plan.planned_yard = announced_yard(site);
  if (written.background) plan.traffic = traffic_of(site, *written.background);
  return plan;
}

RoutePlan route_of(const Lane& lane) {
  RoutePlan plan;
  plan.who = hash_name("route/" + lane_name(lane));
  plan.sea = prepared(lane.transit);
  plan.inland = prepared(lane.inland);
  if (lane.late) {
    plan.late = lane.late->probability.value;
    plan.late_extra = prepared(lane.late->extra);
  }
  plan.planned_sea = announced_transit(lane);
  plan.planned_inland = plan.inland.mean_ticks();
  if (lane.sailings) {
    plan.timetable = true;
    const SailingSchedule& written = *lane.sailings;
    plan.sailings = {written.every.ticks, written.first.ticks % written.every.ticks, written.capacity,
                     written.missed.value};
  }
  return plan;
}

}  // namespace

Seaways compile_seaways(const Scenario& scenario) {
  Seaways seaways;
  std::unordered_map<std::string_view, PortId> ports;
  for (std::size_t i = 0; i < scenario.sites.size(); ++i) {
    if (scenario.sites[i].kind != SiteKind::port) continue;
    ports.emplace(scenario.sites[i].name, PortId(seaways.ports.size()));
    seaways.ports.push_back(port_of(scenario.sites[i]));
    seaways.port_site.emplace_back(i);
  }
  for (std::size_t i = 0; i < seaways.ports.size(); ++i) {
    const std::optional<RerouteRule>& written = scenario.sites[seaways.port_site[i].index()].port.reroute;
    if (!written) continue;
    seaways.ports[i].reroute = {ports.at(written->to.name), written->queue.value_or(unlimited),
                                written->expected_wait ? written->expected_wait->ticks : never, written->extra.ticks};
  }
  for (const Lane& lane : scenario.lanes) {
    seaways.of_lane.emplace_back();
    if (!lane.has_route()) continue;
    seaways.of_lane.back() = RouteId(seaways.routes.size());
    seaways.routes.push_back(route_of(lane));
    if (lane.via) seaways.routes.back().port = ports.at(lane.via->name);
  }
  return seaways;
}

}  // namespace restock
