// The steps of building a network, in the order in which they are taken.
#include "network/draft.hpp"
#include "network/moving.hpp"
#include "network/network.hpp"

#include <algorithm>
#include <variant>

namespace restock {

std::optional<Network> build_network(const Scenario& scenario, Issues& issues) {
  Draft draft(scenario, issues);
  resolve_names(draft);
  Network network;
  resolve_calendars(draft, network);
  resolve_causes(draft, network);
  if (draft.complain.errors() > 0) return std::nullopt;  // with names missing, all that follows would mislead
  find_points(draft, network);
  resolve_watches(draft, network);
  check_causes(draft, network);
  connect_points(draft, network);
  check_routes(draft, network);
  resolve_frozen_information(draft, network);
  check_policies(draft, network);
  find_joint_orders(draft, network);
  check_information(draft, network);
  check_forecasts(draft, network);
  check_set_levels(draft, network);
  check_shelves(draft, network);
  check_allocation(draft, network);
  check_sourcing(draft, network);
  check_expediting(draft, network);
  check_packing(draft, network);
  find_neighbours(draft, network);
  find_second_choices(draft, network);
  check_expiry(draft, network);
  check_markdown(draft, network);
  order_points(draft, network);
  if (draft.complain.errors() == 0) find_echelons(draft, network);
  address_draws(draft, network);
  check_moving_demand(draft, network);
  if (draft.complain.errors() > 0) return std::nullopt;
  warn_about(draft, network);
  warn_about_capacity(draft, network);
  warn_about_ports(draft, network);
  return network;
}

PointId Network::find(SiteId site, ProductId product) const {
  const Rows rows = site_points[site.index()];
  const auto first = points.begin() + rows.first;
  const auto last = points.begin() + rows.end();
  const auto at = std::lower_bound(first, last, product,
                                   [](const NetworkPoint& p, ProductId wanted) { return p.product < wanted; });
  return at != last && at->product == product ? PointId(static_cast<std::size_t>(at - points.begin())) : PointId();
}

const DemandLift& lift_effect(const Scenario& scenario, const Network& network, std::uint32_t lift) {
  const NetworkLift& at = network.lifts[lift];
  return std::get<DemandLift>(scenario.disruptions[at.cause].effects[at.effect]);
}

std::string lane_name(const Lane& lane) { return lane.name.empty() ? lane.from.name + "->" + lane.to.name : lane.name; }

std::string point_name(const Scenario& scenario, const Network& network, PointId point) {
  const NetworkPoint& at = network.points[point.index()];
  return scenario.sites[at.site.index()].name + "/" + scenario.products[at.product.index()].name;
}

}  // namespace restock
