// Lanes become links and makers become resources: laws are prepared once for each lane and site.
#include "compile/parts.hpp"
#include "compile/shared.hpp"
#include "core/hash.hpp"
#include "network/lead.hpp"

#include <string_view>
#include <tuple>
#include <unordered_map>

namespace restock {

Makers compile_makers(const Scenario& scenario) {
  Makers makers;
  makers.of_site.resize(scenario.sites.size());
  for (std::size_t i = 0; i < scenario.sites.size(); ++i) {
    const Site& site = scenario.sites[i];
    const bool queues = site.capacity || site.time_per_unit;
    if (!queues && !site.production_time && !site.yield) continue;
    makers.of_site[i] = ResourceId(makers.plans.size());
    ResourcePlan& plan = makers.plans.emplace_back();
    plan.who = hash_name("resource/" + site.name);
    plan.lines = queues ? static_cast<std::uint32_t>(site.production_lines) : 0;
    if (site.capacity) plan.time_per_unit.law = Constant{Measure{1.0 / site.capacity->per_tick}};
    if (site.time_per_unit) plan.time_per_unit = *site.time_per_unit;
    if (site.production_time) plan.production_time = *site.production_time;
    if (site.yield) plan.yield = *site.yield;
    prepare(plan.yield.law);
    prepare(plan.time_per_unit.law);
    prepare(plan.production_time.law);
    plan.planned = announced_production(site);
  }
  return makers;
}

namespace {

LinkTerms terms_of(const Lane& lane, const Site* port, ResourceId resource, const Makers& makers) {
  LinkTerms terms;
  terms.transit = lane.transit;
  prepare(terms.transit.law);
  terms.planned_transit = announced_way(lane, port);
  if (lane.late && !lane.has_route()) {
    terms.late = lane.late->probability.value;
    terms.late_extra = lane.late->extra;
    prepare(terms.late_extra.law);
  }
  if (lane.shortfall) {
    terms.short_chance = lane.shortfall->probability.value;
    terms.short_fill = lane.shortfall->fill;
    terms.short_cancelled = lane.shortfall->rest == RestRule::cancelled;
    prepare(terms.short_fill.law);
  }
  terms.freight = lane.freight.amount;
  terms.freight_per_shipment = lane.freight_per_shipment.amount;
  terms.order_delay = lane.order_delay.ticks;
  terms.crossing = lane.crossing;
  terms.partial = lane.partial;
  terms.parcels = lane.parcels;
  terms.resource = resource;
  const Time making = resource.valid() ? makers.plans[resource.index()].planned : 0;
  terms.planned_lead = later(later(terms.order_delay, making), terms.planned_transit);
  return terms;
}

}  // namespace

void compile_links(const Scenario& scenario, const Network& network, const Classes& classes, const Makers& makers,
                   const Seaways& seaways, Blueprint& blueprint) {
  std::unordered_map<std::string_view, std::size_t> sites;
  for (std::size_t i = 0; i < scenario.sites.size(); ++i) sites.emplace(scenario.sites[i].name, i);
  Shared<LinkTermsId, std::tuple<LaneId, bool, std::uint8_t, double>, LinkTerms> shared(blueprint.link_terms);
  blueprint.links.reserve(network.links.size());
  for (const NetworkLink& link : network.links) {
    const Lane& lane = scenario.lanes[link.lane.index()];
    const bool internal = link.from.valid();
    const std::uint8_t queue = internal ? classes.queue(link.from, lane.priority) : std::uint8_t{0};
    LinkPlan& plan = blueprint.links.emplace_back();
    plan.to = link.to;
    plan.from = link.from;
    plan.who = link.who;
    plan.terms = shared.id_of({link.lane, internal, queue, link.share_upto}, [&] {
      const Site* port = lane.via ? &scenario.sites[sites.at(lane.via->name)] : nullptr;
      LinkTerms terms =
          terms_of(lane, port, internal ? ResourceId{} : makers.of_site[sites.at(lane.from.name)], makers);
      if (internal) terms.critical_level = lane.critical_level;
      terms.route = seaways.of_lane[link.lane.index()];
      terms.queue = queue;
      terms.share_upto = link.share_upto;
      terms.calendar = network.lane_calendar[link.lane.index()];
      terms.sender_calendar = network.site_calendar[sites.at(lane.from.name)];
      terms.receiver_calendar = network.site_calendar[sites.at(lane.to.name)];
      return terms;
    });
  }
}

}  // namespace restock
