// Step 3 of build_network: streams, links and components of every stock point, and what is wrong with its supply.
#include "network/draft.hpp"
#include "network/levels.hpp"
#include "network/moving.hpp"

#include <algorithm>

namespace restock {
namespace {

/// Complaints about single stock points, one for each place in the file.
struct Faults {
  Gathered no_rule, unsupplied, no_lane_from, made_with_from, shares_missing, shares_sum, backlog, empty;
};

Pair pair_at(const NetworkPoint& point) { return pair_of(point.site.value, point.product.value); }

std::string rule_path(const std::string& section, const std::string& name) {
  return name.empty() ? section : section + "." + name;
}

/// Where the need for a stock point was written: its first demand entry, or else its site.
std::pair<Where, std::string> origin(const Draft& draft, const Network& network, const NetworkPoint& point) {
  if (!point.streams.empty()) {
    const DemandEntry& entry = draft.scenario->demand[network.streams[point.streams.first].entry.index()];
    return {entry.where, "demand." + entry.name};
  }
  const Site& site = draft.scenario->sites[point.site.index()];
  return {site.where, "sites." + site.name};
}

const NetworkPoint& point_at(const Network& network, Pair pair) {
  return network.points[network.find(SiteId(site_of(pair)), ProductId(product_of(pair))).index()];
}

/// The customers in whose orders a line is, who come to a stock point: the entry's own, or those of the same surge or
/// lift.
std::uint32_t stream_of(const Network& network, const NetworkStream& line, Pair pair) {
  const Rows rows = point_at(network, pair).streams;
  for (std::uint32_t k = rows.first; k < rows.end(); ++k) {
    const NetworkStream& stream = network.streams[k];
    if (stream.entry == line.entry && stream.line == no_rule && !stream.bargains && stream.surge == line.surge &&
        stream.lift == line.lift)
      return k;
  }
  return no_rule;
}

/// A line of the baskets of an entry's own customers, and of those whom surges and lifts bring.
void add_lines(const Draft& draft, LiftSets& lifts, Network& network, PointId point, const DraftStream& drawn) {
  NetworkStream line{point, SegmentId(drawn.entry)};
  line.line = drawn.line;
  line.row = drawn.row;
  network.streams.push_back(line);
  const auto& surges = draft.scenario->demand[drawn.entry].surges;
  for (line.surge = 0; line.surge < surges.size(); ++line.surge)
    if (brings_customers(surges[line.surge].what)) network.streams.push_back(line);
  line.surge = no_rule;
  for (const std::uint32_t lift : network.lift_sets[lifts.of(point_at(network, drawn.of))]) {
    if (!lifts.adds(lift)) continue;
    line.lift = lift;
    network.streams.push_back(line);
  }
}

/// The streams of an entry that is no line: its own customers, and those whom surges, lifts and reduced prices bring.
void add_customers(const Draft& draft, LiftSets& lifts, Network& network, const NetworkStream& own) {
  network.streams.push_back(own);
  NetworkStream more = own;
  const auto& surges = draft.scenario->demand[own.entry.index()].surges;
  for (more.surge = 0; more.surge < surges.size(); ++more.surge)
    if (brings_customers(surges[more.surge].what)) network.streams.push_back(more);
  more.surge = no_rule;
  for (const std::uint32_t lift : network.lift_sets[own.lifts]) {
    if (!lifts.adds(lift)) continue;
    more.lift = lift;
    network.streams.push_back(more);
    const std::pair segment{own.entry, lift};
    if (std::ranges::find(network.lift_segments, segment) == network.lift_segments.end())
      network.lift_segments.push_back(segment);
  }
  more.lift = no_rule;
  if (!network.markdowns[network.points[own.point.index()].markdown].lifts()) return;
  more.bargains = true;
  network.streams.push_back(more);
  if (std::ranges::find(network.bargain_segments, own.entry) == network.bargain_segments.end())
    network.bargain_segments.push_back(own.entry);
}

void connect_streams(Draft& draft, Network& network) {
  ShockSets shocks(draft, network);
  LiftSets lifts(draft, network);
  std::vector<std::pair<std::size_t, Pair>> orders;  // lines, and whose orders they are in
  std::size_t next = 0;
  network.streams.reserve(draft.streams.size());
  for (std::size_t i = 0; i < network.points.size(); ++i) {
    NetworkPoint& point = network.points[i];
    point.streams.first = static_cast<std::uint32_t>(network.streams.size());
    const bool demanded = next < draft.streams.size() && draft.streams[next].pair == pair_at(point);
    const std::uint32_t lifted = demanded ? lifts.of(point) : 0;
    for (; next < draft.streams.size() && draft.streams[next].pair == pair_at(point); ++next) {
      const DraftStream& drawn = draft.streams[next];
      if (drawn.line != no_rule) {
        const std::size_t first = network.streams.size();
        add_lines(draft, lifts, network, PointId(i), drawn);
        for (std::size_t line = first; line < network.streams.size(); ++line) orders.emplace_back(line, drawn.of);
        continue;
      }
      const std::uint32_t set = shocks.of(drawn);
      add_customers(draft, lifts, network, {PointId(i), SegmentId(drawn.entry), 0, drawn.row, no_rule, set, lifted});
    }
    point.streams.count = static_cast<std::uint32_t>(network.streams.size()) - point.streams.first;
  }
  draft.streams = {};  // there may be ten million
  for (const auto& [line, of] : orders) network.streams[line].of = stream_of(network, network.streams[line], of);
  shocks.complain();
  lifts.complain();
}

void connect_recipe(const Draft& draft, Network& network, NetworkPoint& point) {
  point.components.first = static_cast<std::uint32_t>(network.components.size());
  for (const auto& [product, units] : draft.recipe(pair_at(point))->components) {
    network.components.push_back({network.find(point.site, ProductId(product)), units});
    ++point.components.count;
  }
}

void connect_lanes(Draft& draft, Network& network, std::size_t number, Faults& faults) {
  const Scenario& scenario = *draft.scenario;
  NetworkPoint& point = network.points[number];
  const Pair pair = pair_at(point);
  const ReplenishmentRule* rule =
      point.replenishment == no_rule ? nullptr : &scenario.replenishment[point.replenishment];
  const DraftOrdering ordering = rule == nullptr ? DraftOrdering{} : draft.ordering[point.replenishment];
  std::size_t lanes = 0;
  Where shares_at;
  std::string shares_path;
  for (const std::uint32_t lane : draft.lanes_into[site_of(pair)]) {
    if (!draft.lanes[lane].products->has(product_of(pair))) continue;
    draft.lanes[lane].wanted = true;
    if (lanes++ > 0) continue;
    shares_at = scenario.lanes[lane].where;
    shares_path = "lanes." + lane_name(scenario.lanes[lane]) + ".share";
  }
  std::vector<DraftSource> sources;
  const ShareFault fault = choose_sources(draft, pair, ordering, sources);
  const std::string name = draft.name(pair);
  if (fault == ShareFault::some_missing)
    faults.shares_missing.add(shares_at, shares_path, name, "give each of these lanes a share, or none of them");
  if (fault == ShareFault::wrong_sum)
    faults.shares_sum.add(shares_at, shares_path, name,
                          "the shares of all lanes that bring a product must add up to 1");
  if (ordering.from != nothing && rule->from && sources.empty() && lanes > 0)
    faults.no_lane_from.add(rule->from->where, rule_path("replenishment", rule->name) + ".from", name,
                            "name a site that a lane starts from, or leave `from` out");
  point.sources.first = static_cast<std::uint32_t>(network.links.size());
  for (const DraftSource& source : sources) {
    DraftLane& lane = draft.lanes[source.lane];
    lane.used = true;
    const bool external = scenario.sites[lane.from].kind == SiteKind::supplier;
    network.links.push_back({LaneId(source.lane), PointId(number),
                             external ? PointId() : network.find(SiteId(lane.from), point.product), 0,
                             source.share_upto});
    ++point.sources.count;
  }
}

void check_supply(const Draft& draft, const Network& network, const NetworkPoint& point, Faults& faults) {
  const Scenario& scenario = *draft.scenario;
  const std::string name = draft.name(pair_at(point));
  const auto [where, path] = origin(draft, network, point);
  const std::string& site = scenario.sites[point.site.index()].name;
  const bool supplied = point.made_here || !point.sources.empty();
  const bool ruled = point.replenishment != no_rule;
  if (supplied && !ruled)
    faults.no_rule.add(
        where, path, name,
        "add a rule with `at: " + site + "` to replenishment, or keep the product off the lanes into it");
  const bool from_one =
      ruled && draft.ordering[point.replenishment].from != nothing;  // no_lane_from tells when none is
  const ReplenishmentRule* rule = ruled ? &scenario.replenishment[point.replenishment] : nullptr;
  if (point.made_here && from_one && rule->from)
    faults.made_with_from.add(rule->from->where, rule_path("replenishment", rule->name) + ".from", name,
                              "write a rule of its own for what the plant makes");
  if (supplied) return;
  const InitialRule* initial = point.initial == no_rule ? nullptr : &scenario.initial[point.initial];
  if (!from_one && (ruled || initial == nullptr || (!initial->on_hand && initial->pipeline.empty())))
    faults.unsupplied.add(where, path, name,
                          "add a lane into " + site +
                              " that carries it, let a plant make it, or give it `initial` stock " +
                              "and no replenishment rule");
  else if (!ruled && !initial->on_hand)
    faults.empty.add(initial->where, rule_path("initial", initial->name), name, "state on_hand");
}

void check_initial(const Draft& draft, const NetworkPoint& point, Faults& faults) {
  if (point.initial == no_rule || !point.streams.empty()) return;
  const InitialRule& rule = draft.scenario->initial[point.initial];
  if (rule.backlog > 0)
    faults.backlog.add(rule.where, rule_path("initial", rule.name) + ".backlog", draft.name(pair_at(point)),
                       "state a backlog only where customers order");
}

void check_pipelines(Draft& draft) {
  const Time begins = -draft.scenario->warmup.ticks;
  for (const InitialRule& rule : draft.scenario->initial) {
    for (const PipelineEntry& entry : rule.pipeline) {
      const std::string path = rule_path("initial", rule.name) + ".pipeline";
      if (entry.arrives.ticks < begins)
        draft.complain.error(rule.where, path, "before_clock", "supply arrives before the clock starts",
                             "the clock starts at start - warmup; what is there by then belongs to on_hand");
      if (entry.units < 1) draft.complain.error(rule.where, path, "out_of_range", "units under way must be at least 1");
    }
  }
}

}  // namespace

void connect_points(Draft& draft, Network& network) {
  Faults faults;
  connect_streams(draft, network);
  network.links.reserve(network.points.size());
  for (std::size_t i = 0; i < network.points.size(); ++i) {
    NetworkPoint& point = network.points[i];
    if (point.made_here)
      connect_recipe(draft, network, point);
    else
      connect_lanes(draft, network, i, faults);
    check_supply(draft, network, point, faults);
    check_initial(draft, point, faults);
  }
  check_pipelines(draft);
  Complaints& complain = draft.complain;
  faults.unsupplied.report(
      complain, Severity::error, "unsupplied",
      "demanded or needed, but no lane brings it, no plant makes it and there is none to begin with");
  faults.no_rule.report(complain, Severity::error, "no_replenishment",
                        "it can be supplied, but no replenishment rule says when to order");
  faults.no_lane_from.report(complain, Severity::error, "no_such_lane", "no lane from that site brings it");
  faults.made_with_from.report(complain, Severity::error, "made_here",
                               "it is made at the plant and ordered from nowhere");
  faults.shares_missing.report(complain, Severity::error, "share_missing",
                               "some of the lanes that bring it have a share and some have none");
  faults.shares_sum.report(complain, Severity::error, "share_sum",
                           "the shares of the lanes that bring it do not add up to 1");
  faults.backlog.report(complain, Severity::error, "backlog_without_customers",
                        "a backlog of customers where no customer orders");
  faults.empty.report(complain, Severity::warning, "starts_empty", "never replenished, and it starts with no stock");
}

}  // namespace restock
