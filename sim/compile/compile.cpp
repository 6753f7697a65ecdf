#include "compile/compile.hpp"

#include "compile/parts.hpp"
#include "engine/components.hpp"
#include "network/levels.hpp"

namespace restock {

Compiled compile(const Scenario& scenario, const Network& network, Detail detail, const FrozenOutlooks* frozen) {
  Compiled compiled;
  Blueprint& blueprint = compiled.blueprint;
  blueprint.warmup = scenario.warmup.ticks;
  blueprint.length = scenario.length.ticks;
  blueprint.drain = scenario.drain.ticks;
  blueprint.bucket = scenario.bucket.ticks;
  blueprint.series_every = scenario.series ? scenario.series->ticks : never;
  blueprint.order_of_day = scenario.order_of_day;
  const Classes classes(scenario, network);
  Makers makers = compile_makers(scenario);
  compile_streams(scenario, network, classes, blueprint);
  Seaways seaways = compile_seaways(scenario);
  compile_calendars(scenario, blueprint);
  compile_links(scenario, network, classes, makers, seaways, blueprint);
  compile_layout(scenario, network, blueprint.layout);
  const LevelsByPoint levels = compile_levels(scenario, network, frozen, blueprint);
  compile_points(scenario, network, classes, makers, levels, detail, blueprint);
  compile_forecasts(scenario, network, blueprint);
  compiled.labels = compile_labels(scenario, network);
  compile_causes(scenario, network, makers, seaways, blueprint, compiled.labels.causes);
  blueprint.resources = std::move(makers.plans);
  blueprint.layout.port_site = std::move(seaways.port_site);
  for (const PortPlan& port : seaways.ports) blueprint.layout.port_berths.push_back(port.berths);
  blueprint.ports = std::move(seaways.ports);
  blueprint.routes = std::move(seaways.routes);
  find_components(blueprint);
  return compiled;
}

Labels compile_labels(const Scenario& scenario, const Network& network) {
  Labels labels;
  for (const Site& site : scenario.sites) labels.sites.push_back(site.name);
  for (const Product& product : scenario.products) labels.products.push_back(product.name);
  for (const DemandEntry& entry : scenario.demand) labels.segments.push_back(entry.name);
  for (const DemandEntry& entry : scenario.demand)
    for (const Named<Surge>& surge : entry.surges)
      if (brings_customers(surge.what)) labels.segments.push_back(entry.name + "/" + surge.called);
  for (const auto& [entry, lift] : network.lift_segments)
    labels.segments.push_back(scenario.demand[entry.index()].name + "/" +
                              scenario.disruptions[network.lifts[lift].cause].name);
  for (const SegmentId entry : network.bargain_segments)
    labels.segments.push_back(scenario.demand[entry.index()].name + "/markdown");
  for (const Lane& lane : scenario.lanes) labels.lanes.push_back(lane_name(lane));
  labels.link_lane.reserve(network.links.size());
  labels.link_product.reserve(network.links.size());
  for (const NetworkLink& link : network.links) {
    labels.link_lane.push_back(link.lane);
    labels.link_product.push_back(network.points[link.to.index()].product);
  }
  return labels;
}

}  // namespace restock
