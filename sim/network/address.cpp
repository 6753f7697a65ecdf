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

/// Two entities with one address would share their luck. With 64 bits that happens by slashes in names, not by chance.
template <class NameOf>
void refuse_collisions(Draft& draft, std::vector<std::pair<std::uint64_t, std::uint32_t>>& addresses, NameOf name_of) {
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

}  // namespace

void address_draws(Draft& draft, Network& network) {
  const Scenario& scenario = *draft.scenario;
  std::string text;
  const auto address = [&](std::initializer_list<std::string_view> parts) {
    text.clear();
    for (const std::string_view part : parts) (text += text.empty() ? "" : "/") += part;
    return hash_name(text);
  };
  const auto site_name = [&](const NetworkPoint& p) -> std::string_view { return scenario.sites[p.site.index()].name; };
  const auto product_name = [&](const NetworkPoint& p) -> std::string_view {
    return scenario.products[p.product.index()].name;
  };
  std::vector<std::pair<std::uint64_t, std::uint32_t>> all;
  for (std::uint32_t i = 0; i < network.points.size(); ++i) {
    NetworkPoint& point = network.points[i];
    point.who = address({"point", site_name(point), product_name(point)});
    all.emplace_back(point.who, i);
  }
  refuse_collisions(draft, all, [&](std::uint32_t i) {
    const Site& site = scenario.sites[network.points[i].site.index()];
    return std::pair{site.where, "sites." + point_name(scenario, network, PointId(i))};
  });
  all.clear();
  for (std::uint32_t i = 0; i < network.streams.size(); ++i) {
    NetworkStream& stream = network.streams[i];
    const NetworkPoint& point = network.points[stream.point.index()];
    const DemandEntry& entry = scenario.demand[stream.entry.index()];
    if (stream.lift != no_rule)
      stream.who = address({"lift", entry.name, scenario.disruptions[network.lifts[stream.lift].cause].name,
                            std::to_string(network.lifts[stream.lift].nth), site_name(point), product_name(point)});
    else if (stream.surge == no_rule)
      stream.who = address({"stream", entry.name, site_name(point), product_name(point)});
    else
      stream.who =
          address({"surge", entry.name, entry.surges[stream.surge].called, site_name(point), product_name(point)});
    all.emplace_back(stream.who, i);
  }
  refuse_collisions(draft, all, [&](std::uint32_t i) {
    const DemandEntry& entry = scenario.demand[network.streams[i].entry.index()];
    return std::pair{entry.where, "demand." + entry.name};
  });
  all.clear();
  for (std::uint32_t i = 0; i < network.links.size(); ++i) {
    NetworkLink& link = network.links[i];
    link.who =
        address({"lane", lane_name(scenario.lanes[link.lane.index()]), product_name(network.points[link.to.index()])});
    all.emplace_back(link.who, i);
  }
  refuse_collisions(draft, all, [&](std::uint32_t i) {
    const Lane& lane = scenario.lanes[network.links[i].lane.index()];
    return std::pair{lane.where, "lanes." + lane_name(lane)};
  });
}

}  // namespace restock
