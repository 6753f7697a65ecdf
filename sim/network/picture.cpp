#include "network/picture.hpp"

#include "network/complain.hpp"
#include "network/lead.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace restock {
namespace {

constexpr std::size_t few_products = 3;

/// Sites that take part, the lanes they use, and the echelon of each: suppliers 0, then by depth.
struct Plan {
  std::vector<std::uint32_t> lane_from, lane_to, lane_via;  ///< by LaneId; no_rule: no port
  std::vector<std::uint32_t> used;                          ///< lanes, as declared
  std::vector<std::int64_t> column;                         ///< by SiteId; −1: not drawn
  std::vector<std::vector<std::uint32_t>> products;         ///< held, or supplied, by SiteId; some several times
};

/// Each port stands behind the sites that ship by it; then columns without anybody close up.
void place_ports(Plan& plan) {
  for (const std::uint32_t lane : plan.used) {
    const std::uint32_t port = plan.lane_via[lane];
    if (port == no_rule) continue;
    plan.column[port] = std::max(plan.column[port], plan.column[plan.lane_from[lane]] + 1);
  }
  std::set<std::int64_t> taken(plan.column.begin(), plan.column.end());
  taken.erase(-1);
  for (std::int64_t& column : plan.column)
    if (column >= 0) column = std::distance(taken.begin(), taken.find(column));
}

Plan plan_of(const Scenario& scenario, const Network& network) {
  Plan plan;
  std::unordered_map<std::string_view, std::uint32_t> sites;
  for (std::uint32_t i = 0; i < scenario.sites.size(); ++i) sites.emplace(scenario.sites[i].name, i);
  for (const Lane& lane : scenario.lanes) {
    plan.lane_from.push_back(sites.at(lane.from.name));
    plan.lane_to.push_back(sites.at(lane.to.name));
    plan.lane_via.push_back(lane.via ? sites.at(lane.via->name) : no_rule);
  }
  plan.column.assign(scenario.sites.size(), -1);
  plan.products.resize(scenario.sites.size());
  std::vector<bool> used(scenario.lanes.size(), false);
  for (std::size_t i = 0; i < network.points.size(); ++i) {
    const NetworkPoint& point = network.points[i];
    std::int64_t& column = plan.column[point.site.index()];
    column = std::max<std::int64_t>(column, 2 + 2 * network.depth[i]);  // odd columns are for ports
    plan.products[point.site.index()].push_back(point.product.value);
    for (const NetworkLink& link : point.sources.of(network.links)) {
      used[link.lane.index()] = true;
      if (link.from.valid()) continue;
      const std::uint32_t supplier = plan.lane_from[link.lane.index()];
      plan.column[supplier] = 0;
      plan.products[supplier].push_back(point.product.value);
    }
  }
  for (std::uint32_t lane = 0; lane < used.size(); ++lane)
    if (used[lane]) plan.used.push_back(lane);
  place_ports(plan);
  return plan;
}

std::string plural(SiteKind kind, std::size_t count) {
  return std::to_string(count) + " " + kind_name(kind) + (count == 1 ? "" : "s");
}

Box box_of(const Scenario& scenario, const Plan& plan, const std::vector<std::uint32_t>& sites) {
  Box box;
  const Site& first = scenario.sites[sites.front()];
  box.sites = sites;
  box.kind = first.kind;
  box.column = static_cast<std::uint32_t>(plan.column[sites.front()]);
  box.title = sites.size() == 1 ? first.name : plural(first.kind, sites.size());
  std::vector<bool> is_held(scenario.products.size(), false);
  std::vector<std::string> names, held;
  for (const std::uint32_t site : sites) {
    for (const std::uint32_t product : plan.products[site]) is_held[product] = true;
    names.push_back(scenario.sites[site].name);
  }
  if (sites.size() > 1) box.members = some_of(names, 1000);
  for (std::size_t product = 0; product < is_held.size(); ++product)
    if (is_held[product]) held.push_back(scenario.products[product].name);
  if (first.kind == SiteKind::port) {
    const int berths = first.port.berths.value_or(1);
    box.detail = std::to_string(berths) + (berths == 1 ? " berth" : " berths");
    return box;
  }
  box.detail = held.size() <= few_products ? some_of(held) : std::to_string(held.size()) + " products";
  return box;
}

/// Groups of sites, each group one box: every site its own, or those alike together.
std::vector<std::vector<std::uint32_t>> groups_of(const Scenario& scenario, const Plan& plan, std::size_t most_boxes) {
  std::vector<std::uint32_t> drawn;
  for (std::uint32_t i = 0; i < plan.column.size(); ++i)
    if (plan.column[i] >= 0) drawn.push_back(i);
  using Neighbours = std::set<std::uint32_t>;
  std::vector<Neighbours> before(plan.column.size()), after(plan.column.size());
  for (const std::uint32_t lane : plan.used) {
    const auto joined = [&](std::uint32_t from, std::uint32_t to) {
      before[to].insert(from);
      after[from].insert(to);
    };
    const std::uint32_t port = plan.lane_via[lane];
    joined(plan.lane_from[lane], port == no_rule ? plan.lane_to[lane] : port);
    if (port != no_rule) joined(port, plan.lane_to[lane]);
  }
  std::vector<std::vector<std::uint32_t>> groups;
  std::map<std::tuple<std::int64_t, SiteKind, Neighbours, Neighbours>, std::size_t> alike;
  for (const std::uint32_t site : drawn) {
    const auto key = std::tuple{plan.column[site], scenario.sites[site].kind, before[site], after[site]};
    const bool fold = drawn.size() > most_boxes;
    const auto [at, is_new] = fold ? alike.emplace(key, groups.size()) : std::pair{alike.end(), true};
    if (is_new)
      groups.push_back({site});
    else
      groups[at->second].push_back(site);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [&](const auto& a, const auto& b) { return plan.column[a.front()] < plan.column[b.front()]; });
  return groups;
}

}  // namespace

std::string kind_name(SiteKind kind) {
  switch (kind) {
    case SiteKind::supplier:
      return "supplier";
    case SiteKind::plant:
      return "plant";
    case SiteKind::warehouse:
      return "warehouse";
    case SiteKind::port:
      return "port";
    case SiteKind::store:
      break;
  }
  return "store";
}

std::string Arrow::label() const {
  const std::string from_time = in_days(static_cast<double>(least)), to_time = in_days(static_cast<double>(most));
  return from_time == to_time ? from_time : from_time + " to " + to_time;
}

Picture picture_of(const Scenario& scenario, const Network& network, std::size_t most_boxes) {
  const Plan plan = plan_of(scenario, network);
  Picture picture;
  std::vector<std::uint32_t> box_of_site(scenario.sites.size(), no_rule);
  for (const auto& group : groups_of(scenario, plan, most_boxes)) {
    for (const std::uint32_t site : group) box_of_site[site] = static_cast<std::uint32_t>(picture.boxes.size());
    picture.boxes.push_back(box_of(scenario, plan, group));
    picture.columns = std::max(picture.columns, picture.boxes.back().column + 1);
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, Arrow> arrows;
  for (const std::uint32_t lane : plan.used) {
    const auto draw = [&](std::uint32_t from_site, std::uint32_t to_site, Time takes) {
      const std::uint32_t from = box_of_site[from_site], to = box_of_site[to_site];
      Arrow& arrow = arrows.try_emplace({from, to}, Arrow{from, to, takes, takes, 0}).first->second;
      arrow.least = std::min(arrow.least, takes);
      arrow.most = std::max(arrow.most, takes);
      ++arrow.lanes;
    };
    const Lane& written = scenario.lanes[lane];
    const std::uint32_t port = plan.lane_via[lane];
    draw(plan.lane_from[lane], port == no_rule ? plan.lane_to[lane] : port, to_ticks(mean_of(written.transit.law)));
    if (port != no_rule) draw(port, plan.lane_to[lane], written.inland ? to_ticks(mean_of(written.inland->law)) : 0);
  }
  for (const auto& [ends, arrow] : arrows) picture.arrows.push_back(arrow);
  return picture;
}

}  // namespace restock
