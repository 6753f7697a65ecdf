// What thresholds are on: the stock points or ports whose sum is looked at.
#include "network/draft.hpp"

#include <string>
#include <variant>

namespace restock {
namespace {

void watch_ports(Draft& draft, const Threshold& threshold, Where where, const std::string& path, NetworkCause& cause) {
  NameSet sites;
  if (!draft.select.choose(draft.select.sites(), threshold.at, where, path + ".at", sites)) return;
  for (const std::uint32_t site : sites.ids)
    if (draft.scenario->sites[site].kind == SiteKind::port) cause.watched.push_back(site);
  if (cause.watched.empty())
    draft.complain.error(where, path + ".at", "not_a_port", "no port is selected, whose queue could be looked at",
                         "name a site of kind port");
}

void watch_points(Draft& draft, const Network& network, const Threshold& threshold, Where where,
                  const std::string& path, NetworkCause& cause) {
  const NameSet* sites = draft.select.stocking(threshold.at, where, path + ".at");
  const NameSet* products = draft.select.carried(threshold.product, "", where, path + ".product");
  if (sites == nullptr || products == nullptr) return;
  for (std::uint32_t i = 0; i < network.points.size(); ++i)
    if (sites->has(network.points[i].site.value) && products->has(network.points[i].product.value))
      cause.watched.push_back(i);
  if (cause.watched.empty())
    draft.complain.error(where, path, "matches_nothing", "there is no stock point at these sites with these products",
                         "name a site and a product that somebody orders there");
}

}  // namespace

void resolve_watches(Draft& draft, Network& network) {
  const Scenario& scenario = *draft.scenario;
  for (std::size_t i = 0; i < scenario.disruptions.size(); ++i) {
    const Disruption& cause = scenario.disruptions[i];
    const auto* threshold = std::get_if<Threshold>(&cause.when);
    if (threshold == nullptr) continue;
    const Where where = threshold->at.where.line > 0 ? threshold->at.where : cause.where;
    const std::string path = "disruptions." + cause.name + ".when";
    if (threshold->of == Watched::port_queue)
      watch_ports(draft, *threshold, where, path, network.causes[i]);
    else
      watch_points(draft, network, *threshold, where, path, network.causes[i]);
  }
}

}  // namespace restock
