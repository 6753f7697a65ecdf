#include "network/lead.hpp"

#include "network/complain.hpp"

#include <algorithm>
#include <unordered_map>
#include <variant>

namespace restock {

double mean_of(const Distribution& law) {
  Distribution copy = law;
  prepare(copy);
  return mean(copy);
}

Time announced_transit(const Lane& lane) {
  if (const auto* fixed = std::get_if<PlannedFixed>(&lane.planned)) return fixed->time.ticks;
  const auto* at = std::get_if<PlannedQuantile>(&lane.planned);
  if (at == nullptr) return to_ticks(mean_of(lane.transit.law));
  Distribution copy = lane.transit.law;
  prepare(copy);
  return to_ticks(quantile(copy, at->p.value));
}

Time announced_handling(const Site& port, Quantity units) {
  if (!port.port.crane_rate) return port.port.handling ? to_ticks(mean_of(port.port.handling->law)) : 0;
  return later(port.port.call_overhead.ticks, to_ticks(static_cast<double>(units) / port.port.crane_rate->per_tick));
}

double mean_background_handling(const Site& port, const BackgroundTraffic& traffic) {
  const std::optional<TimeLaw>& law = traffic.handling ? traffic.handling : port.port.handling;
  return law ? mean_of(law->law) : 0.0;
}

Time announced_yard(const Site& port) {
  if (!port.port.yard) return 0;
  const auto mean_ticks = [](const std::optional<TimeLaw>& law) { return law ? to_ticks(mean_of(law->law)) : 0; };
  return later(mean_ticks(port.port.yard->dwell), mean_ticks(port.port.yard->customs));
}

Time announced_way(const Lane& lane, const Site* port) {
  Time way = announced_transit(lane);
  if (lane.sailings) way = later(way, lane.sailings->every.ticks / 2);
  if (port == nullptr) return way;
  way = later(later(way, announced_handling(*port, 1)), announced_yard(*port));
  return lane.inland ? later(way, to_ticks(mean_of(lane.inland->law))) : way;
}

double mean_time_per_unit(const Site& site) {
  if (site.capacity) return 1.0 / site.capacity->per_tick;
  return site.time_per_unit ? mean_of(site.time_per_unit->law) : 0.0;
}

Time announced_production(const Site& site) {
  const double after = site.production_time ? mean_of(site.production_time->law) : 0.0;
  return to_ticks(after + mean_time_per_unit(site));
}

namespace {

struct Leads {
  std::vector<Time> total;
  std::vector<std::uint32_t> feeder;  ///< the stock point that the longest way comes from, or no_rule
  std::vector<std::uint32_t> maker;   ///< the site that it begins at or is made at when there is no feeder
};

/// Announced times, once for each lane and site rather than for each link.
struct Announced {
  std::vector<Time> lane, site;
  Announced(const Scenario& scenario) {
    const auto port_of = [&](const Lane& each) -> const Site* {
      if (!each.via) return nullptr;
      const auto named = [&](const Site& one) { return one.name == each.via->name; };
      return &*std::find_if(scenario.sites.begin(), scenario.sites.end(), named);
    };
    for (const Lane& each : scenario.lanes)
      lane.push_back(later(each.order_delay.ticks, announced_way(each, port_of(each))));
    for (const Site& each : scenario.sites) site.push_back(announced_production(each));
  }
};

Leads leads_of(const Scenario& scenario, const Network& network) {
  const Announced announced(scenario);
  Leads leads;
  leads.total.assign(network.points.size(), 0);
  leads.feeder.assign(network.points.size(), no_rule);
  leads.maker.assign(network.points.size(), no_rule);
  std::unordered_map<std::string, std::uint32_t> sites;
  for (std::uint32_t i = 0; i < scenario.sites.size(); ++i) sites.emplace(scenario.sites[i].name, i);
  for (const PointId id : network.upstream_first) {
    const NetworkPoint& point = network.points[id.index()];
    const auto offer = [&](Time total, std::uint32_t feeder, std::uint32_t maker) {
      if (leads.maker[id.index()] != no_rule && total <= leads.total[id.index()]) return;
      leads.total[id.index()] = total;
      leads.feeder[id.index()] = feeder;
      leads.maker[id.index()] = maker;
    };
    if (point.made_here) {
      const Time making = announced.site[point.site.index()];
      offer(making, no_rule, point.site.value);
      for (const NetworkComponent& component : point.components.of(network.components))
        offer(later(making, leads.total[component.point.index()]), component.point.value, point.site.value);
    }
    for (const NetworkLink& link : point.sources.of(network.links)) {
      const std::uint32_t from = sites.at(scenario.lanes[link.lane.index()].from.name);
      const Time moving = announced.lane[link.lane.index()];
      const Time before = link.from.valid() ? leads.total[link.from.index()] : announced.site[from];
      offer(later(moving, before), link.from.valid() ? link.from.value : no_rule, from);
    }
  }
  return leads;
}

}  // namespace

std::vector<Time> longest_leads(const Scenario& scenario, const Network& network) {
  return leads_of(scenario, network).total;
}

LongestLead longest_lead(const Scenario& scenario, const Network& network) {
  const Leads leads = leads_of(scenario, network);
  LongestLead longest;
  std::uint32_t at = no_rule;
  for (std::uint32_t i = 0; i < network.points.size(); ++i)
    if (leads.maker[i] != no_rule && (at == no_rule || leads.total[i] > leads.total[at])) at = i;
  if (at == no_rule) return longest;
  longest.total = leads.total[at];
  longest.product = scenario.products[network.points[at].product.index()].name;
  while (at != no_rule) {
    const std::string& site = scenario.sites[network.points[at].site.index()].name;
    if (longest.sites.empty() || longest.sites.back() != site) longest.sites.push_back(site);
    if (leads.feeder[at] == no_rule && leads.maker[at] != no_rule) {
      const std::string& maker = scenario.sites[leads.maker[at]].name;
      if (longest.sites.back() != maker) longest.sites.push_back(maker);
    }
    at = leads.feeder[at];
  }
  std::reverse(longest.sites.begin(), longest.sites.end());
  return longest;
}

std::string LongestLead::text() const {
  if (sites.empty()) return "nothing is ever ordered";
  std::string way;
  for (const std::string& site : sites) way += (way.empty() ? "" : " → ") + site;
  return in_days(static_cast<double>(total)) + ": " + way + " (" + product + ")";
}

}  // namespace restock
