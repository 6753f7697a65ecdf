// Step 1 of build_network: every name becomes a number.
#include "network/draft.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace restock {
namespace {

void resolve_lanes(Draft& draft) {
  const Scenario& scenario = *draft.scenario;
  draft.lanes_into.resize(scenario.sites.size());
  std::unordered_map<std::string, std::size_t> names;
  for (std::size_t i = 0; i < scenario.lanes.size(); ++i) {
    const Lane& lane = scenario.lanes[i];
    const std::string name = lane_name(lane);
    const std::string path = "lanes." + name;
    DraftLane& drawn = draft.lanes.emplace_back();
    if (!names.emplace(name, i).second)
      draft.complain.error(lane.where, path, "duplicate_name", "there are two lanes named " + name,
                           "give each a name of its own: draws are addressed by it");
    drawn.from = draft.select.site(lane.from, path + ".from");
    drawn.to = draft.select.site(lane.to, path + ".to");
    drawn.products = draft.select.carried(lane.product, lane.class_name, lane.where, path + ".product");
    if (drawn.from == nothing || drawn.to == nothing) continue;
    if (drawn.from == drawn.to)
      draft.complain.error(lane.to.where, path + ".to", "lane_to_itself", "the lane ends where it starts");
    if (scenario.sites[drawn.to].kind == SiteKind::supplier)
      draft.complain.error(lane.to.where, path + ".to", "lane_into_supplier",
                           lane.to.name + " is a supplier and cannot receive",
                           "a site that is supplied is a plant, warehouse or store");
    resolve_port(draft, lane, drawn, path);
    draft.lanes_into[drawn.to].push_back(static_cast<std::uint32_t>(i));
  }
}

void resolve_recipes(Draft& draft) {
  const Scenario& scenario = *draft.scenario;
  draft.makes.resize(scenario.sites.size());
  for (std::size_t s = 0; s < scenario.sites.size(); ++s) {
    for (const Recipe& recipe : scenario.sites[s].makes) {
      const std::string path = "sites." + scenario.sites[s].name + ".makes." + recipe.product.name;
      DraftRecipe made;
      made.product = draft.select.product(recipe.product, path);
      if (made.product != nothing && draft.recipe(pair_of(static_cast<std::uint32_t>(s), made.product)) != nullptr)
        draft.complain.error(recipe.product.where, path, "duplicate_recipe",
                             recipe.product.name + " has two recipes at this plant");
      for (const Component& component : recipe.components) {
        const std::uint32_t product = draft.select.product(component.product, path + "." + component.product.name);
        if (product == nothing) continue;
        const auto is_it = [&](const auto& other) { return other.first == product; };
        if (std::any_of(made.components.begin(), made.components.end(), is_it))
          draft.complain.error(component.product.where, path, "duplicate_component",
                               component.product.name + " is listed twice", "add the units up");
        if (component.units < 1)
          draft.complain.error(component.product.where, path + "." + component.product.name, "out_of_range",
                               "units of a component must be at least 1");
        made.components.emplace_back(product, component.units);
      }
      if (made.product != nothing) draft.makes[s].push_back(std::move(made));
    }
  }
}

/// Of a "row of the table": "1 row of the table is", "3 rows of the table are".
std::string some_are(std::size_t number, std::string thing) {
  if (number != 1) thing.insert(thing.find(' '), "s");
  return std::to_string(number) + ' ' + thing + (number == 1 ? " is" : " are");
}

/// The site or product that lines of a trace or rows of a table belong to; where the file has no such column there must
/// be just one.
std::uint32_t named_in_file(Draft& draft, const NameIndex& index, const std::string& name, const NameSet& covered,
                            Where where, const std::string& path, const std::string& without_column) {
  if (!name.empty()) {
    const std::uint32_t found = index.find(name);
    if (found == nothing)
      draft.complain.error(where, path, "unknown_" + index.kind(), "there is no " + index.kind() + " named " + name,
                           index.hint(name));
    return found;
  }
  if (covered.ids.size() == 1) return covered.ids.front();
  draft.complain.error(where, path, without_column,
                       "the file has no column " + index.kind() + ", but the entry covers " +
                           std::to_string(covered.ids.size()) + " " + index.kind() + "s",
                       "add the column, or write one demand entry for each " + index.kind());
  return nothing;
}

void resolve_trace(Draft& draft, std::uint32_t number, const NameSet& sites, const NameSet& products) {
  const DemandEntry& entry = draft.scenario->demand[number];
  const std::string path = "demand." + entry.name;
  const Time begins = -draft.scenario->warmup.ticks;
  std::size_t streams = 0, left_out = 0, early = 0;
  for (std::size_t g = 0; g < entry.trace.size(); ++g) {
    const TraceGroup& group = entry.trace[g];
    const auto number_of = [&](const NameIndex& index, const std::string& name, const NameSet& covered) {
      return named_in_file(draft, index, name, covered, group.where, path + ".arrivals", "trace_without_column");
    };
    const std::uint32_t site = number_of(draft.select.sites(), group.site, sites);
    const std::uint32_t product = number_of(draft.select.products(), group.product, products);
    if (site == nothing || product == nothing) continue;
    if (!sites.has(site) || !products.has(product)) {
      left_out += group.lines.size();
      continue;
    }
    ++streams;
    for (const TraceLine& line : group.lines) early += line.at < begins ? 1 : 0;
    draft.streams.push_back({pair_of(site, product), number, static_cast<std::uint32_t>(g)});
  }
  if (streams == 0)
    draft.complain.error(entry.where, path + ".arrivals", "matches_nothing",
                         "no line of the trace is of a site and product of this entry");
  else if (left_out > 0)
    draft.complain.warning(entry.where, path + ".arrivals", "trace_lines_left_out",
                           some_are(left_out, "line of the trace") + " of sites or products outside this entry");
  if (early > 0 && !(draft.scenario->inputs && draft.scenario->inputs->blocks))  // it is drawn from, then
    draft.complain.warning(entry.where, path + ".arrivals", "trace_before_clock",
                           some_are(early, "line of the trace") + " from before the clock starts and left out",
                           "the clock starts at start - warmup");
  if (!entry.size.is_one_unit())
    draft.complain.error(entry.where, path + ".size", "size_of_trace", "a trace states the size of every order itself",
                         "leave size out");
}

/// By the names of a table of volumes.
std::vector<std::uint32_t> numbers_of(Draft& draft, const NameIndex& index, const std::vector<Volumes::Name>& names,
                                      const NameSet& covered, const std::string& path) {
  std::vector<std::uint32_t> numbers;
  for (const Volumes::Name& name : names)
    numbers.push_back(named_in_file(draft, index, name.text, covered, name.where, path, "volumes_without_column"));
  return numbers;
}

void resolve_volumes(Draft& draft, std::uint32_t number, const NameSet& sites, const NameSet& products) {
  const DemandEntry& entry = draft.scenario->demand[number];
  const std::string path = "demand." + entry.name + ".volumes";
  const auto site_at = numbers_of(draft, draft.select.sites(), entry.volumes.sites, sites, path);
  const auto product_at = numbers_of(draft, draft.select.products(), entry.volumes.products, products, path);
  const std::size_t before = draft.streams.size();
  std::size_t left_out = 0;
  draft.streams.reserve(before + entry.volumes.rows.size());  // there may be ten million
  for (std::uint32_t r = 0; r < entry.volumes.rows.size(); ++r) {
    const Volumes::Row& row = entry.volumes.rows[r];
    const std::uint32_t site = site_at[row.site], product = product_at[row.product];
    if (site == nothing || product == nothing) continue;
    if (!sites.has(site) || !products.has(product)) {
      ++left_out;
      continue;
    }
    if (!(row.volume > 0.0)) continue;
    draft.streams.push_back({pair_of(site, product), number, r});
  }
  if (draft.streams.size() == before)
    draft.complain.error(entry.where, path, "matches_nothing",
                         "no row of the table is of a site and product of this entry and above 0");
  else if (left_out > 0)
    draft.complain.warning(entry.where, path, "volumes_left_out",
                           some_are(left_out, "row of the table") + " of sites or products outside this entry");
}

/// What else is in the orders of each stream so far.
void resolve_baskets(Draft& draft) {
  const Scenario& scenario = *draft.scenario;
  const std::size_t streams = draft.streams.size();
  for (std::size_t s = 0; s < streams; ++s) {
    const DraftStream stream = draft.streams[s];
    const DemandEntry& entry = scenario.demand[stream.entry];
    if (!entry.basket) continue;
    if (entry.basket->ship == BasketRule::complete &&
        std::ranges::find(scenario.order_of_day, DayStep::serve) != scenario.order_of_day.end()) {
      draft.complain.error(entry.where, "demand." + entry.name + ".basket", "complete_with_serve",
                           "orders that ship complete are served as they come, and order_of_day names `serve`",
                           "leave `serve` out of order_of_day, or ship as_available");
      return;
    }
    for (std::uint32_t line = 0; line < entry.basket->lines.size(); ++line) {
      const Reference& product = entry.basket->lines[line].product;
      const std::string path = "demand." + entry.name + ".basket.lines";
      const NameSet* named = draft.select.carried(Selector{{product.name}, product.where}, {}, product.where, path);
      if (named == nullptr) return;
      if (named->ids.size() != 1) {
        draft.complain.error(product.where, path, "line_of_several", product.name + " names several products",
                             "give each a line of its own");
        return;
      }
      const Pair pair = pair_of(site_of(stream.pair), named->ids.front());
      if (pair == stream.pair) {
        draft.complain.error(product.where, path, "basket_of_itself",
                             "the order for " + draft.name(pair) + " has a line of the same product",
                             "state the size of the order instead, or name in `product` what the entry is for");
        return;
      }
      for (std::uint32_t before = 0; before < line; ++before)
        if (entry.basket->lines[before].product.name == product.name) {
          draft.complain.error(product.where, path, "line_twice", "two lines are of " + product.name,
                               "make one of them, with a size");
          return;
        }
      // A line has the volume of the order, and none of its trace.
      draft.streams.push_back(
          {pair, stream.entry, entry.volumes.rows.empty() ? no_rule : stream.row, line, stream.pair});
    }
  }
}

void resolve_demand(Draft& draft) {
  const Scenario& scenario = *draft.scenario;
  std::unordered_map<std::string_view, const DemandEntry*> names;
  for (std::uint32_t i = 0; i < scenario.demand.size(); ++i) {
    const DemandEntry& entry = scenario.demand[i];
    const std::string path = "demand." + entry.name;
    if (!names.emplace(entry.name, &entry).second)
      draft.complain.error(entry.where, path, "duplicate_name", "there are two demand entries named " + entry.name,
                           "give each a name of its own: draws are addressed by it");
    const NameSet* sites = draft.select.stocking(entry.at, entry.where, path + ".at");
    const NameSet* products = draft.select.carried(entry.product, entry.class_name, entry.where, path + ".product");
    if (sites == nullptr || products == nullptr) continue;
    if (std::holds_alternative<TraceArrivals>(entry.arrivals)) {
      resolve_trace(draft, i, *sites, *products);
      continue;
    }
    if (!entry.volume_file.empty()) {
      resolve_volumes(draft, i, *sites, *products);
      continue;
    }
    draft.streams.reserve(draft.streams.size() + sites->ids.size() * products->ids.size());
    for (const std::uint32_t site : sites->ids)
      for (const std::uint32_t product : products->ids) draft.streams.push_back({pair_of(site, product), i, no_rule});
  }
  resolve_baskets(draft);
  const auto in_order = [](const DraftStream& a, const DraftStream& b) {
    return std::tuple(a.pair, a.entry, a.line + 1, a.of) < std::tuple(b.pair, b.entry, b.line + 1, b.of);
  };
  std::sort(draft.streams.begin(), draft.streams.end(), in_order);
  for (std::size_t i = 1; i < draft.streams.size(); ++i) {
    const DraftStream& stream = draft.streams[i];
    if (in_order(draft.streams[i - 1], stream)) continue;
    const DemandEntry& entry = scenario.demand[stream.entry];
    if (entry.volume_file.empty())
      draft.complain.error(entry.where, "demand." + entry.name + ".arrivals", "trace_twice",
                           "the trace has two groups of lines for " + draft.name(stream.pair));
    else
      draft.complain.error(entry.where, "demand." + entry.name + ".volumes", "volume_twice",
                           "the table has two rows for " + draft.name(stream.pair), "keep one of the two");
  }
}

template <class Rule>
void resolve_scopes(Draft& draft, const std::vector<Rule>& rules, const std::string& section,
                    std::vector<DraftScope>& scopes) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Rule& rule = rules[i];
    const std::string path = section + "." + (rule.name.empty() ? std::to_string(i) : rule.name);
    scopes.push_back({draft.select.stocking(rule.at, rule.where, path + ".at"),
                      draft.select.carried(rule.product, rule.class_name, rule.where, path + ".product")});
  }
}

}  // namespace

void resolve_names(Draft& draft) {
  const Scenario& scenario = *draft.scenario;
  resolve_lanes(draft);
  resolve_reroutes(draft);
  resolve_recipes(draft);
  resolve_demand(draft);
  resolve_scopes(draft, scenario.demand_shocks, "demand_shocks", draft.demand_shocks);
  resolve_scopes(draft, scenario.replenishment, "replenishment", draft.replenishment);
  resolve_scopes(draft, scenario.costs, "costs", draft.costs);
  resolve_scopes(draft, scenario.initial, "initial", draft.initial);
  resolve_scopes(draft, scenario.records, "records", draft.records);
  resolve_scopes(draft, scenario.shelves, "shelves", draft.shelves);
  resolve_scopes(draft, scenario.allocation, "allocation", draft.allocation);
  resolve_scopes(draft, scenario.expediting, "expediting", draft.expediting);
  resolve_scopes(draft, scenario.transshipment, "transshipment", draft.transshipment);
  resolve_scopes(draft, scenario.expiry, "expiry", draft.expiry);
  resolve_scopes(draft, scenario.markdown, "markdown", draft.markdown);
  resolve_scopes(draft, scenario.information, "information", draft.information);
  resolve_scopes(draft, scenario.forecast, "forecast", draft.forecast);
  for (const ReplenishmentRule& rule : scenario.replenishment) {
    DraftOrdering& ordering = draft.ordering.emplace_back();
    if (rule.from) ordering.from = draft.select.site(*rule.from, "replenishment." + rule.name + ".from");
    ordering.looks_at_all = !goes_by_share(rule.source) || orders_from_two(rule.policy);
  }
}

}  // namespace restock
