// Who calls units from whom.
#include "network/draft.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace restock {

namespace {

/// Stock points of one product are pulled as one where they call each other, and one by one is slow.
constexpr std::size_t most_neighbours = 64;

std::string path_of(const TransshipmentRule& rule) { return "transshipment." + rule.name; }

}  // namespace

void find_neighbours(Draft& draft, Network& network) {
  const Scenario& scenario = *draft.scenario;
  std::vector<const NameSet*> sites(network.transshipment.size(), nullptr);  // by terms
  Gathered alone;
  Gathered too_many;
  for (std::uint32_t p = 0; p < network.points.size(); ++p) {
    const NetworkPoint& point = network.points[p];
    const TransshipmentTerms& terms = network.transshipment[point.transshipment];
    if (!terms.from) continue;
    const TransshipmentRule& rule = last_rule(scenario.transshipment, draft.transshipment, point);
    const NameSet*& from = sites[point.transshipment];
    if (from == nullptr) from = draft.select.stocking(*terms.from, rule.where, path_of(rule) + ".from");
    if (from == nullptr) return;
    NetworkCaller caller{PointId{p}, {}};
    for (const std::uint32_t site : from->ids)
      if (const PointId giver = network.find(SiteId(site), point.product); giver.valid() && giver != caller.point)
        caller.givers.push_back(giver);
    const std::string name = draft.name(pair_of(point.site.value, point.product.value));
    if (point.streams.empty()) continue;  // nobody asks here
    if (caller.givers.empty())
      alone.add(rule.where, path_of(rule), name, "name in `from` other sites that hold the product");
    if (caller.givers.size() > most_neighbours)
      too_many.add(rule.where, path_of(rule), name, "make several rules, each of sites that are near to each other");
    network.callers.push_back(std::move(caller));
  }
  alone.report(draft.complain, Severity::error, "nobody_to_call", "calls units, and no other site has any");
  too_many.report(draft.complain, Severity::warning, "many_neighbours",
                  "calls units from more than 64 sites: this is slow");
}

}  // namespace restock
