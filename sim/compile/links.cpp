// Lanes become links and makers become resources: laws are prepared once for each lane and site, then copied.
#include "compile/parts.hpp"
#include "core/hash.hpp"
#include "network/lead.hpp"

#include <string_view>
#include <unordered_map>

namespace restock {

Makers compile_makers(const Scenario& scenario) {
  Makers makers;
  makers.of_site.resize(scenario.sites.size());
  for (std::size_t i = 0; i < scenario.sites.size(); ++i) {
    const Site& site = scenario.sites[i];
    const bool queues = site.capacity || site.time_per_unit;
    if (!queues && !site.production_time) continue;
    makers.of_site[i] = ResourceId(makers.plans.size());
    ResourcePlan& plan = makers.plans.emplace_back();
    plan.who = hash_name("resource/" + site.name);
    plan.lines = queues ? static_cast<std::uint32_t>(site.production_lines) : 0;
    if (site.capacity) plan.time_per_unit.law = Constant{Measure{1.0 / site.capacity->per_tick}};
    if (site.time_per_unit) plan.time_per_unit = *site.time_per_unit;
    if (site.production_time) plan.production_time = *site.production_time;
    prepare(plan.time_per_unit.law);
    prepare(plan.production_time.law);
    plan.planned = announced_production(site);
  }
  return makers;
}

namespace {

LinkPlan plan_of(const Lane& lane) {
  LinkPlan plan;
  plan.transit = lane.transit;
  prepare(plan.transit.law);
  plan.planned_transit = announced_transit(lane);
  plan.order_delay = lane.order_delay.ticks;
  plan.crossing = lane.crossing;
  plan.partial = lane.partial;
  return plan;
}

}  // namespace

void compile_links(const Scenario& scenario, const Network& network, const Classes& classes, const Makers& makers,
                   Blueprint& blueprint) {
  std::unordered_map<std::string_view, std::size_t> sites;
  for (std::size_t i = 0; i < scenario.sites.size(); ++i) sites.emplace(scenario.sites[i].name, i);
  std::vector<LinkPlan> plans;
  std::vector<ResourceId> resources;
  for (const Lane& lane : scenario.lanes) {
    plans.push_back(plan_of(lane));
    resources.push_back(makers.of_site[sites.at(lane.from.name)]);
  }
  blueprint.links.reserve(network.links.size());
  for (const NetworkLink& link : network.links) {
    LinkPlan& plan = blueprint.links.emplace_back(plans[link.lane.index()]);
    plan.to = link.to;
    plan.from = link.from;
    plan.who = link.who;
    plan.share_upto = link.share_upto;
    Time making = 0;
    if (link.from.valid()) {
      plan.queue = classes.queue(link.from, scenario.lanes[link.lane.index()].priority);
    } else if (resources[link.lane.index()].valid()) {
      plan.resource = resources[link.lane.index()];
      making = makers.plans[plan.resource.index()].planned;
    }
    plan.planned_lead = later(later(plan.order_delay, making), plan.planned_transit);
  }
}

}  // namespace restock
