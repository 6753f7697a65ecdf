// Step 2 of build_network: the stock points that demand calls into being, and the rules that hold there.
#include "network/draft.hpp"
#include "network/merge.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>

namespace restock {

ShareFault choose_sources(const Draft& draft, Pair pair, DraftOrdering ordering, std::vector<DraftSource>& sources) {
  const std::uint32_t from = ordering.from;
  sources.clear();
  double sum = 0.0;
  std::size_t shared = 0;
  for (const std::uint32_t lane : draft.lanes_into[site_of(pair)]) {
    if (from != nothing && draft.lanes[lane].from != from) continue;
    if (!draft.lanes[lane].products->has(product_of(pair))) continue;
    const auto& share = draft.scenario->lanes[lane].share;
    shared += share ? 1 : 0;
    sum += share ? share->value : 0.0;
    sources.push_back({lane, sum});
  }
  if (sources.empty()) return ShareFault::none;
  if (ordering.looks_at_all) {
    for (DraftSource& source : sources) source.share_upto = 1.0;
    return ShareFault::none;
  }
  if (shared == 0 || (from != nothing && sources.size() == 1)) {  // the first written lane takes all
    sources = {{sources.front().lane, 1.0}};
    return ShareFault::none;
  }
  if (shared < sources.size()) return ShareFault::some_missing;
  // Ordering from one of several sites leaves a part of the shares, which then count in proportion.
  if (!(sum > 0.0) || (from == nothing && std::abs(sum - 1.0) > 1e-6)) return ShareFault::wrong_sum;
  std::erase_if(sources, [&](const DraftSource& s) { return draft.scenario->lanes[s.lane].share->value <= 0.0; });
  for (DraftSource& source : sources) source.share_upto /= sum;
  sources.back().share_upto = 1.0;
  return ShareFault::none;
}

namespace {

/// All pairs that hold stock: those with demand, and what they are fed from. `sources_of` gives the lanes of a pair.
template <class SourcesOf>
std::vector<Pair> reach_upstream(const Draft& draft, SourcesOf sources_of) {
  std::vector<Pair> found;               // sorted: there may be ten million
  std::vector<Pair> frontier, upstream;  // those found last, and what feeds them
  for (const DraftStream& stream : draft.streams)
    if (upstream.empty() || upstream.back() != stream.pair) upstream.push_back(stream.pair);
  std::vector<DraftSource> sources;
  while (!upstream.empty()) {
    std::sort(upstream.begin(), upstream.end());
    upstream.erase(std::unique(upstream.begin(), upstream.end()), upstream.end());
    frontier.clear();
    std::ranges::set_difference(upstream, found, std::back_inserter(frontier));
    const auto middle = static_cast<std::ptrdiff_t>(found.size());
    found.insert(found.end(), frontier.begin(), frontier.end());
    std::inplace_merge(found.begin(), found.begin() + middle, found.end());
    upstream.clear();
    const auto feeds = [&](Pair pair) {
      if (upstream.empty() || upstream.back() != pair) upstream.push_back(pair);
    };
    for (const Pair pair : frontier) {
      if (const DraftRecipe* recipe = draft.recipe(pair)) {
        for (const auto& component : recipe->components) feeds(pair_of(site_of(pair), component.first));
        continue;
      }
      sources_of(pair, sources);
      for (const DraftSource& source : sources) {
        const std::uint32_t sender = draft.lanes[source.lane].from;
        if (draft.scenario->sites[sender].kind != SiteKind::supplier) feeds(pair_of(sender, product_of(pair)));
      }
    }
  }
  return found;
}

/// Every lane that carries the product, whether it will take orders or not.
void all_sources(const Draft& draft, Pair pair, std::vector<DraftSource>& sources) {
  sources.clear();
  for (const std::uint32_t lane : draft.lanes_into[site_of(pair)])
    if (draft.lanes[lane].products->has(product_of(pair))) sources.push_back({lane, 1.0});
}

void set_points(const Draft& draft, const std::vector<Pair>& pairs, Network& network) {
  network.points.assign(pairs.size(), NetworkPoint{});
  network.site_points.assign(draft.scenario->sites.size(), Rows{});
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    NetworkPoint& point = network.points[i];
    point.site = SiteId(site_of(pairs[i]));
    point.product = ProductId(product_of(pairs[i]));
    point.made_here = draft.recipe(pairs[i]) != nullptr;
    Rows& rows = network.site_points[point.site.index()];
    if (rows.count++ == 0) rows.first = static_cast<std::uint32_t>(i);
  }
}

/// Calls `apply(point)` for the stock points in a scope, at the cost of the smaller of products and points of a site.
template <class Apply>
bool for_points(const DraftScope& scope, Network& network, Apply apply) {
  bool any = false;
  for (const std::uint32_t site : scope.sites->ids) {
    const Rows rows = network.site_points[site];
    if (!scope.products->all && scope.products->ids.size() < rows.count) {
      for (const std::uint32_t product : scope.products->ids) {
        const PointId point = network.find(SiteId(site), ProductId(product));
        if (!point.valid()) continue;
        any = true;
        apply(network.points[point.index()]);
      }
      continue;
    }
    for (std::uint32_t i = rows.first; i < rows.end(); ++i) {
      if (!scope.products->has(network.points[i].product.value)) continue;
      any = true;
      apply(network.points[i]);
    }
  }
  return any;
}

template <class Rule, class Apply>
void apply_rules(Draft& draft, Network& network, const std::vector<Rule>& rules, const std::vector<DraftScope>& scopes,
                 const std::string& section, bool complain, Apply apply) {
  for (std::uint32_t r = 0; r < rules.size(); ++r) {
    if (for_points(scopes[r], network, [&](NetworkPoint& point) { apply(point, r); }) || !complain) continue;
    draft.complain.error(
        rules[r].where, section + "." + rules[r].name, "matches_nothing",
        "the rule matches no stock point: no selected product is demanded or needed at a selected site",
        "a stock point exists where a product is demanded, and upstream along the lanes that feed it");
  }
}

/// Each key is of the last rule that states it. Points with the same history of rules share one set of terms, so that
/// ten million points need only a few.
template <class Rule, class Terms>
void apply_terms(Draft& draft, Network& network, const std::vector<Rule>& rules, const std::vector<DraftScope>& scopes,
                 const std::string& section, bool complain, std::vector<Terms>& table,
                 std::uint32_t NetworkPoint::*terms) {
  table.assign(1, Terms{});
  std::unordered_map<std::uint64_t, std::uint32_t> known;
  apply_rules(draft, network, rules, scopes, section, complain, [&](NetworkPoint& point, std::uint32_t r) {
    const std::uint64_t step = static_cast<std::uint64_t>(point.*terms) << 32U | r;
    const auto [at, is_new] = known.emplace(step, static_cast<std::uint32_t>(table.size()));
    if (is_new) table.push_back(merged(table[point.*terms], rules[r]));
    point.*terms = at->second;
  });
}

/// A rule for look-alikes selects at least two products somewhere, and not very many.
void check_look_alikes(Draft& draft, const Network& network) {
  constexpr std::size_t many = 64;
  for (const RecordRule& rule : draft.scenario->records) {
    if (!rule.mispicks || rule.mispicks->value <= 0.0) continue;
    std::size_t most = 0;
    for (const Rows& points : network.site_points) {
      std::size_t members = 0;
      for (std::uint32_t p = points.first; p < points.end(); ++p)
        if (network.records[network.points[p].records].look_alikes == rule.name) ++members;
      most = std::max(most, members);
    }
    const std::string path = "records." + rule.name + ".mispicks";
    if (most == 1)
      draft.complain.error(rule.where, path, "one_look_alike", "this rule selects one product only at every site",
                           "mispicks needs two or more: name them in product, as a list or a glob");
    if (most > many)
      draft.complain.warning(rule.where, path, "many_look_alikes",
                             std::to_string(most) + " products at one site are taken for one another: this is slow",
                             "make several rules of fewer products");
  }
}

void apply_all(Draft& draft, Network& network, bool complain) {
  const Scenario& scenario = *draft.scenario;
  apply_rules(draft, network, scenario.replenishment, draft.replenishment, "replenishment", complain,
              [](NetworkPoint& point, std::uint32_t r) { point.replenishment = r; });
  apply_rules(draft, network, scenario.initial, draft.initial, "initial", complain,
              [](NetworkPoint& point, std::uint32_t r) { point.initial = r; });
  apply_terms(draft, network, scenario.costs, draft.costs, "costs", complain, network.costs, &NetworkPoint::costs);
  apply_terms(draft, network, scenario.records, draft.records, "records", complain, network.records,
              &NetworkPoint::records);
  apply_terms(draft, network, scenario.shelves, draft.shelves, "shelves", complain, network.shelves,
              &NetworkPoint::shelf);
  apply_terms(draft, network, scenario.allocation, draft.allocation, "allocation", complain, network.allocation,
              &NetworkPoint::allocation);
  apply_terms(draft, network, scenario.expediting, draft.expediting, "expediting", complain, network.expediting,
              &NetworkPoint::expediting);
  apply_terms(draft, network, scenario.transshipment, draft.transshipment, "transshipment", complain,
              network.transshipment, &NetworkPoint::transshipment);
  apply_terms(draft, network, scenario.expiry, draft.expiry, "expiry", complain, network.expiry, &NetworkPoint::expiry);
  apply_terms(draft, network, scenario.markdown, draft.markdown, "markdown", complain, network.markdowns,
              &NetworkPoint::markdown);
  apply_terms(draft, network, scenario.information, draft.information, "information", complain, network.information,
              &NetworkPoint::information);
  apply_terms(draft, network, scenario.forecast, draft.forecast, "forecast", complain, network.forecasts,
              &NetworkPoint::forecast);
}

}  // namespace

void find_points(Draft& draft, Network& network) {
  if (std::ranges::all_of(draft.ordering, &DraftOrdering::is_usual)) {
    const auto chosen = [&](Pair pair, auto& sources) { choose_sources(draft, pair, {}, sources); };
    set_points(draft, reach_upstream(draft, chosen), network);
    apply_all(draft, network, true);
    check_look_alikes(draft, network);
    return;
  }
  // A rule may order `from` one site only. Which rule holds at a point must be known before it can be said which
  // points exist: so first all that might, then those that do.
  set_points(draft, reach_upstream(draft, [&](Pair pair, auto& sources) { all_sources(draft, pair, sources); }),
             network);
  apply_all(draft, network, true);
  const std::vector<Pair> pairs = reach_upstream(draft, [&](Pair pair, auto& sources) {
    const PointId point = network.find(SiteId(site_of(pair)), ProductId(product_of(pair)));
    const std::uint32_t rule = network.points[point.index()].replenishment;
    choose_sources(draft, pair, rule == no_rule ? DraftOrdering{} : draft.ordering[rule], sources);
  });
  set_points(draft, pairs, network);
  apply_all(draft, network, false);
  check_look_alikes(draft, network);
}

}  // namespace restock
