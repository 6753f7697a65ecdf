// Who calls units from whom, and where customers go before they are lost.
#include "network/draft.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace restock {

namespace {

/// Stock points of one product are pulled as one where they call each other, and one by one is slow.
constexpr std::size_t most_neighbours = 64;

std::string path_of(const TransshipmentRule& rule) { return "transshipment." + rule.name; }

/// Whoever calls has customers to call for.
void check_callers(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  for (std::size_t r = 0; r < scenario.transshipment.size(); ++r) {
    const DraftScope& scope = draft.transshipment[r];
    const bool any = std::ranges::any_of(network.points, [&](const NetworkPoint& point) {
      return !point.streams.empty() && scope.sites->has(point.site.value) && scope.products->has(point.product.value);
    });
    const TransshipmentRule& rule = scenario.transshipment[r];
    if (!any)
      draft.complain.error(rule.where, path_of(rule), "called_for_nobody",
                           "no customers order at the stock points that this rule selects",
                           "`at` names the sites that call, `from` those that give");
  }
}

/// The stock points at some sites and of some products (null: at its own, of its own) but itself.
std::vector<PointId> options_of(const Network& network, PointId point, const NameSet* sites, const NameSet* products) {
  const NetworkPoint& own = network.points[point.index()];
  const std::vector<std::uint32_t> here{own.site.value};
  const std::vector<std::uint32_t> this_one{own.product.value};
  std::vector<PointId> options;
  for (const std::uint32_t site : sites != nullptr ? sites->ids : here)
    for (const std::uint32_t product : products != nullptr ? products->ids : this_one)
      if (const PointId other = network.find(SiteId(site), ProductId(product)); other.valid() && other != point)
        options.push_back(other);
  return options;
}

}  // namespace

void find_neighbours(Draft& draft, Network& network) {
  check_callers(draft, network);
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

void find_second_choices(Draft& draft, Network& network) {
  const Scenario& scenario = *draft.scenario;
  std::vector<std::pair<const NameSet*, const NameSet*>> of_entry(scenario.demand.size());  // null: his own
  for (std::size_t e = 0; e < scenario.demand.size(); ++e) {
    const DemandEntry& entry = scenario.demand[e];
    if (!entry.customers.second_choice) continue;
    const SecondChoice& choice = *entry.customers.second_choice;
    const std::string path = "demand." + entry.name + ".second_choice";
    auto& [sites, products] = of_entry[e];
    if (choice.at) sites = draft.select.stocking(*choice.at, entry.where, path + ".at");
    if (choice.product) products = draft.select.carried(*choice.product, {}, entry.where, path + ".product");
    if ((choice.at && sites == nullptr) || (choice.product && products == nullptr)) return;
  }
  Gathered nothing_else;
  for (std::uint32_t k = 0; k < network.streams.size(); ++k) {
    const std::size_t e = network.streams[k].entry.index();
    const DemandEntry& entry = scenario.demand[e];
    if (!entry.customers.second_choice || network.streams[k].bargains) continue;
    const NetworkPoint& own = network.points[network.streams[k].point.index()];
    NetworkSecondChoice choice{k, options_of(network, network.streams[k].point, of_entry[e].first, of_entry[e].second)};
    if (choice.options.empty())
      nothing_else.add(entry.where, "demand." + entry.name + ".second_choice",
                       draft.name(pair_of(own.site.value, own.product.value)),
                       "name sites or products for which there is demand, or that feed it");
    network.second_choices.push_back(std::move(choice));
  }
  nothing_else.report(draft.complain, Severity::error, "no_second_choice",
                      "has customers with a second choice, and nothing that they name is held in stock");
}

}  // namespace restock
