// Ports in build_network: what lanes call at, where vessels may be sent on to, and whether the berths can do the work.
#include "input/scalars.hpp"
#include "network/draft.hpp"
#include "network/lead.hpp"
#include "network/load.hpp"

#include <algorithm>

namespace restock {
namespace {

bool is_port(const Draft& draft, std::uint32_t site) { return draft.scenario->sites[site].kind == SiteKind::port; }

void refuse_end(Draft& draft, const Reference& end, const std::string& path) {
  draft.complain.error(end.where, path, "port_is_no_end",
                       end.name + " is a port: goods pass through it and do not stay",
                       "let the lane lead to the receiver and write `via: " + end.name + "`");
}

}  // namespace

void resolve_port(Draft& draft, const Lane& lane, DraftLane& drawn, const std::string& path) {
  if (is_port(draft, drawn.from)) refuse_end(draft, lane.from, path + ".from");
  if (is_port(draft, drawn.to)) refuse_end(draft, lane.to, path + ".to");
  if (!lane.via) return;
  drawn.via = draft.select.site(*lane.via, path + ".via");
  if (drawn.via != nothing && !is_port(draft, drawn.via))
    draft.complain.error(lane.via->where, path + ".via", "via_is_no_port", lane.via->name + " is not a port",
                         "only a site of kind port has berths to call at");
}

void resolve_reroutes(Draft& draft) {
  const Scenario& scenario = *draft.scenario;
  std::vector<std::uint32_t> next(scenario.sites.size(), nothing);
  for (std::size_t i = 0; i < scenario.sites.size(); ++i) {
    const Site& site = scenario.sites[i];
    if (!site.port.reroute) continue;
    const Reference& to = site.port.reroute->to;
    const std::string path = "sites." + site.name + ".reroute.to";
    next[i] = draft.select.site(to, path);
    if (next[i] == nothing || is_port(draft, next[i])) continue;
    draft.complain.error(to.where, path, "reroute_to_no_port", to.name + " is not a port",
                         "vessels can only be sent on to a port");
    next[i] = nothing;
  }
  for (std::size_t i = 0; i < next.size(); ++i) {
    std::uint32_t at = next[i];
    for (std::size_t steps = 0; at != nothing && at != i && steps < next.size(); ++steps) at = next[at];
    const Site& site = scenario.sites[i];
    if (at != i || !site.port.reroute) continue;
    draft.complain.error(site.port.reroute->to.where, "sites." + site.name + ".reroute.to", "reroute_in_circles",
                         "vessels sent on from " + site.name + " would come back to it",
                         "let one of these ports keep its vessels");
    return;
  }
}

/// Goods on a vessel cannot be called back.
void check_routes(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  Gathered called_back;
  for (const NetworkLink& link : network.links) {
    const NetworkPoint& point = network.points[link.to.index()];
    if (point.replenishment == no_rule || !scenario.lanes[link.lane.index()].has_route()) continue;
    const ReplenishmentRule& rule = scenario.replenishment[point.replenishment];
    if (rule.on_cancel != CancelRule::even_in_transit) continue;
    called_back.add(rule.where, "replenishment." + rule.name + ".on_cancel",
                    draft.name(pair_of(point.site.value, point.product.value)),
                    "choose cancel_supply, which withdraws what has not been dispatched");
  }
  called_back.report(draft.complain, Severity::error, "even_in_transit_by_sea",
                     "on_cancel even_in_transit cannot call back goods of a lane with via or sailings");
}

namespace {

double traffic_per_tick(const BackgroundTraffic& traffic) {
  const auto* poisson = std::get_if<PoissonArrivals>(&traffic.arrivals);
  const double rate =
      poisson != nullptr ? poisson->rate.per_tick : 1.0 / mean_of(std::get<RenewalArrivals>(traffic.arrivals).gap.law);
  return rate * mean_of(traffic.convoy.law);
}

/// Berth time per tick that is known beforehand: other people's ships, sailings, and units under cranes. How many
/// shipments a lane without timetable makes is not.
std::vector<double> berths_needed(const Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  std::vector<double> work(scenario.sites.size(), 0.0);
  for (std::size_t i = 0; i < work.size(); ++i) {
    const PortRules& port = scenario.sites[i].port;
    if (port.background)
      work[i] += traffic_per_tick(*port.background) * mean_background_handling(scenario.sites[i], *port.background);
  }
  for (std::size_t i = 0; i < draft.lanes.size(); ++i) {
    const DraftLane& lane = draft.lanes[i];
    const auto& sailings = scenario.lanes[i].sailings;
    if (lane.via == nothing || !lane.used || !sailings) continue;
    work[lane.via] += static_cast<double>(announced_handling(scenario.sites[lane.via], 0)) /
                      static_cast<double>(sailings->every.ticks);
  }
  const MeanLoad load = mean_load(scenario, network);
  for (std::size_t p = 0; p < network.points.size(); ++p) {
    double before = 0.0;
    for (const NetworkLink& link : network.points[p].sources.of(network.links)) {
      const double part = load.points[p] * (link.share_upto - before);
      before = link.share_upto;
      const std::uint32_t via = draft.lanes[link.lane.index()].via;
      if (via == nothing) continue;
      if (const auto& rate = scenario.sites[via].port.crane_rate) work[via] += part / rate->per_tick;
    }
  }
  return work;
}

}  // namespace

void warn_about_ports(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  const auto is_port_site = [](const Site& site) { return site.kind == SiteKind::port; };
  if (std::none_of(scenario.sites.begin(), scenario.sites.end(), is_port_site)) return;
  std::vector<bool> called_at(scenario.sites.size(), false);
  for (const DraftLane& lane : draft.lanes)
    if (lane.via != nothing && lane.used) called_at[lane.via] = true;
  for (const Site& site : scenario.sites)
    if (site.port.reroute) called_at[draft.select.sites().find(site.port.reroute->to.name)] = true;
  const std::vector<double> work = berths_needed(draft, network);
  for (std::size_t i = 0; i < scenario.sites.size(); ++i) {
    const Site& site = scenario.sites[i];
    if (site.kind != SiteKind::port) continue;
    if (!called_at[i] && !site.port.background)
      draft.complain.warning(site.where, "sites." + site.name, "idle_site", "no vessel calls at " + site.name);
    const double berths = site.port.berths.value_or(1);
    if (work[i] < berths || (site.port.anchorage && site.port.background)) continue;
    draft.complain.warning(
        site.where, "sites." + site.name + ".berths", "berths_overloaded",
        "vessels need " + number_text(work[i]) + " berths on average, and there are " + number_text(berths),
        "the queue will grow without end: add berths, or shorten the time at berth");
  }
}

}  // namespace restock
