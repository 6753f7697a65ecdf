// Step 6 of build_network: what runs but is surely not meant.
#include "network/draft.hpp"

namespace restock {
namespace {

void warn_about_lanes(Draft& draft) {
  const Scenario& scenario = *draft.scenario;
  for (std::size_t i = 0; i < draft.lanes.size(); ++i) {
    const DraftLane& lane = draft.lanes[i];
    const Lane& written = scenario.lanes[i];
    if (lane.used || (written.share && written.share->value <= 0.0)) continue;
    const std::string path = "lanes." + lane_name(written);
    if (lane.wanted)
      draft.complain.warning(
          written.where, path, "lane_never_used",
          "no order takes this lane: an earlier lane into " + written.to.name + " or a rule's `from` takes them all",
          "give every lane into " + written.to.name + " a share, or remove this one");
    else
      draft.complain.warning(written.where, path, "lane_carries_nothing",
                             "no product that the lane carries has to be brought to " + written.to.name);
  }
}

void warn_about_sites(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  std::vector<bool> ships(scenario.sites.size(), false);
  for (const NetworkLink& link : network.links) ships[draft.lanes[link.lane.index()].from] = true;
  for (std::size_t i = 0; i < scenario.sites.size(); ++i) {
    const Site& site = scenario.sites[i];
    if (ships[i] || !network.site_points[i].empty() || site.kind == SiteKind::port) continue;
    draft.complain.warning(site.where, "sites." + site.name, "idle_site",
                           site.kind == SiteKind::supplier
                               ? site.name + " supplies nothing"
                               : site.name + " holds nothing: nothing is demanded there or needed further down");
  }
}

void warn_about_products(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  std::vector<bool> held(scenario.products.size(), false);
  for (const NetworkPoint& point : network.points) held[point.product.index()] = true;
  std::vector<std::string> idle;
  Where where;
  for (std::size_t i = 0; i < held.size(); ++i) {
    if (held[i]) continue;
    if (idle.empty()) where = scenario.products[i].where;
    idle.push_back(scenario.products[i].name);
  }
  if (idle.empty()) return;
  draft.complain.warning(where, "products." + idle.front(), "idle_product",
                         "neither demanded nor needed anywhere: " + some_of(idle));
}

}  // namespace

void warn_about(Draft& draft, const Network& network) {
  warn_about_lanes(draft);
  warn_about_sites(draft, network);
  warn_about_products(draft, network);
}

}  // namespace restock
