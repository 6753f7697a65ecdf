// Step 5 of build_network: where the random draws of streams, points and links live. An address depends on names only,
// so adding a site, a lane or an alternative leaves everyone else's draws as they were.
#include "core/hash.hpp"
#include "network/draft.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace restock {
namespace {

using Addresses = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

/// Two entities with one address would share their luck. With 64 bits that happens by slashes in names, not by chance.
template <class NameOf>
void refuse_collisions(Draft& draft, Addresses& addresses, NameOf name_of) {
  std::sort(addresses.begin(), addresses.end());
  for (std::size_t i = 1; i < addresses.size(); ++i) {
    if (addresses[i].first != addresses[i - 1].first) continue;
    const auto [where, path] = name_of(addresses[i].second);
    draft.complain.error(where, path, "address_collision",
                         "shares the address of its random draws with " + name_of(addresses[i - 1].second).second,
                         "rename one of them; a slash in a name is the usual cause");
    return;
  }
}

/// The hash of names with slashes between them.
std::uint64_t address(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) (text += text.empty() ? "" : "/") += part;
  return hash_name(text);
}

std::string_view site_name(const Scenario& scenario, const NetworkPoint& point) {
  return scenario.sites[point.site.index()].name;
}

std::string_view product_name(const Scenario& scenario, const NetworkPoint& point) {
  return scenario.products[point.product.index()].name;
}

void address_points(Draft& draft, Network& network) {
  const Scenario& scenario = *draft.scenario;
  Addresses all;
  for (std::uint32_t i = 0; i < network.points.size(); ++i) {
    NetworkPoint& point = network.points[i];
    point.who = address({"point", site_name(scenario, point), product_name(scenario, point)});
    all.emplace_back(point.who, i);
  }
  refuse_collisions(draft, all, [&](std::uint32_t i) {
    const Site& site = scenario.sites[network.points[i].site.index()];
    return std::pair{site.where, "sites." + point_name(scenario, network, PointId(i))};
  });
}

/// By the product of the order that it is in, and by what brought its customer.
std::uint64_t address_of_line(const Scenario& scenario, const Network& network, const NetworkStream& stream,
                              const DemandEntry& entry, std::string_view site) {
  const NetworkPoint& order = network.points[network.streams[stream.of].point.index()];
  const std::string_view product = product_name(scenario, order);
  const std::string line = std::to_string(stream.line);
  if (stream.lift != no_rule) {
    const NetworkLift& lift = network.lifts[stream.lift];
    const std::string& cause = scenario.disruptions[lift.cause].name;
    return address({"lift line", entry.name, cause, std::to_string(lift.nth), site, product, line});
  }
  if (stream.surge != no_rule)
    return address({"surge line", entry.name, entry.surges[stream.surge].called, site, product, line});
  return address({"line", entry.name, site, product, line});
}

std::uint64_t address_of(const Scenario& scenario, const Network& network, const NetworkStream& stream) {
  const NetworkPoint& point = network.points[stream.point.index()];
  const std::string_view site = site_name(scenario, point);
  const std::string_view product = product_name(scenario, point);
  const DemandEntry& entry = scenario.demand[stream.entry.index()];
  if (stream.line != no_rule) return address_of_line(scenario, network, stream, entry, site);
  if (stream.lift != no_rule) {
    const NetworkLift& lift = network.lifts[stream.lift];
    return address(
        {"lift", entry.name, scenario.disruptions[lift.cause].name, std::to_string(lift.nth), site, product});
  }
  if (stream.surge != no_rule) return address({"surge", entry.name, entry.surges[stream.surge].called, site, product});
  if (stream.bargains) return address({"bargains", entry.name, site, product});
  return address({"stream", entry.name, site, product});
}

void address_streams(Draft& draft, Network& network) {
  const Scenario& scenario = *draft.scenario;
  Addresses all;
  for (std::uint32_t i = 0; i < network.streams.size(); ++i) {
    network.streams[i].who = address_of(scenario, network, network.streams[i]);
    all.emplace_back(network.streams[i].who, i);
  }
  refuse_collisions(draft, all, [&](std::uint32_t i) {
    const DemandEntry& entry = scenario.demand[network.streams[i].entry.index()];
    return std::pair{entry.where, "demand." + entry.name};
  });
}

void address_links(Draft& draft, Network& network) {
  const Scenario& scenario = *draft.scenario;
  Addresses all;
  for (std::uint32_t i = 0; i < network.links.size(); ++i) {
    NetworkLink& link = network.links[i];
    const std::string lane = lane_name(scenario.lanes[link.lane.index()]);
    link.who = address({"lane", lane, product_name(scenario, network.points[link.to.index()])});
    all.emplace_back(link.who, i);
  }
  refuse_collisions(draft, all, [&](std::uint32_t i) {
    const Lane& lane = scenario.lanes[network.links[i].lane.index()];
    return std::pair{lane.where, "lanes." + lane_name(lane)};
  });
}

}  // namespace

void address_draws(Draft& draft, Network& network) {
  address_points(draft, network);
  address_streams(draft, network);
  address_links(draft, network);
}

}  // namespace restock
