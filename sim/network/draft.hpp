// The network while it is being built: what each step leaves for the next. Lives inside build_network only.
#pragma once

#include "network/complain.hpp"
#include "network/names.hpp"
#include "network/network.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace restock {

/// A (site, product) pair as one number that sorts in declaration order.
using Pair = std::uint64_t;
constexpr Pair pair_of(std::uint32_t site, std::uint32_t product) { return static_cast<Pair>(site) << 32U | product; }
constexpr std::uint32_t site_of(Pair pair) { return static_cast<std::uint32_t>(pair >> 32U); }
constexpr std::uint32_t product_of(Pair pair) { return static_cast<std::uint32_t>(pair); }

struct DraftLane {
  std::uint32_t from = nothing, to = nothing;
  std::uint32_t via = nothing;  ///< the port
  const NameSet* products = nullptr;
  bool wanted = false;  ///< carries something that its receiver needs
  bool used = false;
};
struct DraftRecipe {
  std::uint32_t product = nothing;
  std::vector<std::pair<std::uint32_t, Quantity>> components;
};
struct DraftStream {
  Pair pair = 0;
  std::uint32_t entry = 0;
  std::uint32_t row = no_rule;   ///< as of a NetworkStream
  std::uint32_t line = no_rule;  ///< of the basket of an order for `of`
  Pair of = 0;
};
/// Where a rule applies; null after a complaint.
struct DraftScope {
  const NameSet* sites = nullptr;
  const NameSet* products = nullptr;
};
/// The last rule of a section that selects a stock point, which some rule of it does.
template <class Rule>
const Rule& last_rule(const std::vector<Rule>& rules, const std::vector<DraftScope>& scopes,
                      const NetworkPoint& point) {
  std::size_t last = scopes.size() - 1;
  const auto selects = [&](const DraftScope& scope) {
    return scope.sites->has(point.site.value) && scope.products->has(point.product.value);
  };
  while (last > 0 && !selects(scopes[last])) --last;
  return rules[last];
}

/// A lane into a site that takes a share of its orders.
struct DraftSource {
  std::uint32_t lane = 0;
  double share_upto = 1.0;
};
/// Which lanes a replenishment rule looks at.
struct DraftOrdering {
  std::uint32_t from = nothing;  ///< the site of its `from`, or `nothing` for any
  bool looks_at_all = false;     ///< it does not go by shares

  bool is_usual() const { return from == nothing && !looks_at_all; }
};
enum class ShareFault : std::uint8_t { none, some_missing, wrong_sum };

struct Draft {
  Draft(const Scenario& written, Issues& issues)
      : scenario(&written), complain(written, issues), select(written, complain) {}

  const Scenario* scenario;
  Complaints complain;
  Selection select;

  std::vector<DraftLane> lanes;
  std::vector<std::vector<std::uint32_t>> lanes_into;  ///< by site, as declared
  std::vector<std::vector<DraftRecipe>> makes;         ///< by site
  std::vector<DraftStream> streams;                    ///< by pair, then entry
  std::vector<DraftScope> demand_shocks;
  std::vector<DraftScope> replenishment, costs, initial, records, information, shelves, allocation, expediting,
      transshipment, expiry, markdown, forecast;
  std::vector<DraftOrdering> ordering;  ///< by replenishment rule

  const DraftRecipe* recipe(Pair pair) const {
    for (const DraftRecipe& each : makes[site_of(pair)])
      if (each.product == product_of(pair)) return &each;
    return nullptr;
  }
  std::string name(Pair pair) const {
    return scenario->sites[site_of(pair)].name + "/" + scenario->products[product_of(pair)].name;
  }
};

/// Step 1: every name becomes a number.
void resolve_names(Draft& draft);
/// Working days of sites and lanes.
void resolve_calendars(Draft& draft, Network& network);
/// And of whom disruptions speak. Fills causes.
void resolve_causes(Draft& draft, Network& network);
/// And whether there is anything there: after step 2.
void check_causes(Draft& draft, const Network& network);
/// Step 2: the stock points that demand calls into being, and which rules hold there. Fills points, site_points,
/// costs and the rules of points.
void find_points(Draft& draft, Network& network);
/// And what thresholds are on. Fills what causes watch.
void resolve_watches(Draft& draft, Network& network);
/// Step 3: streams, links and components, and what is wrong with them.
void connect_points(Draft& draft, Network& network);
/// Step 4: the graph's order and levels; a cycle is an error. Boost.Graph lives behind this.
void order_points(Draft& draft, Network& network);
/// And who belongs to whose echelon. Fills echelons.
void find_echelons(Draft& draft, Network& network);
/// Step 5: addresses of random draws; two alike are an error.
void address_draws(Draft& draft, Network& network);
/// Step 6: what runs but is surely not meant: idle sites, products and lanes, too little capacity.
void warn_about(Draft& draft, const Network& network);
void warn_about_capacity(Draft& draft, const Network& network);

/// Part of step 3: shelves that could not be refilled, and customers who would ask at them.
void check_shelves(Draft& draft, const Network& network);
/// Part of step 3: stock that is kept from nobody, or shared among nobody.
void check_allocation(Draft& draft, const Network& network);
/// Part of step 3: rules that choose among lanes, and policies that need two of them.
void check_sourcing(Draft& draft, const Network& network);
/// Part of step 3: goods that cannot be expedited, and rules that say half of it.
void check_expediting(Draft& draft, const Network& network);
/// Part of step 3: packers of sites where no customer orders, or too few of them.
void check_packing(Draft& draft, const Network& network);
/// Part of step 3: who calls units from whom. Fills callers.
void find_neighbours(Draft& draft, Network& network);
/// Part of step 3: where customers go before they are lost. Fills second_choices.
void find_second_choices(Draft& draft, Network& network);
/// Part of step 3: stock that does not last, and nobody says how long.
void check_expiry(Draft& draft, const Network& network);
/// Part of step 3: prices that are reduced for nobody, or for a reason that cannot hold.
void check_markdown(Draft& draft, const Network& network);
/// Part of step 3: the planners whose information a disruption freezes. Fills effects of causes.
void resolve_frozen_information(Draft& draft, Network& network);
/// Part of step 3: what a policy asks of customers and lots.
void check_policies(Draft& draft, const Network& network);
/// Part of step 3: which products are ordered together. Fills joint_orders.
void find_joint_orders(Draft& draft, Network& network);
/// Part of step 3: forecasts that contradict themselves.
void check_forecasts(Draft& draft, const Network& network);
/// Part of step 3: levels and plans that go by what nobody has stated.
void check_set_levels(Draft& draft, const Network& network);
/// Part of step 3: what a policy and late information make of each other.
void check_information(Draft& draft, const Network& network);

// Ports: parts of steps 1, 3 and 6.
void resolve_port(Draft& draft, const Lane& lane, DraftLane& drawn, const std::string& path);
void resolve_reroutes(Draft& draft);
void check_routes(Draft& draft, const Network& network);
void warn_about_ports(Draft& draft, const Network& network);

/// The lanes that share the orders of a stock point, or may have them.
ShareFault choose_sources(const Draft& draft, Pair pair, DraftOrdering ordering, std::vector<DraftSource>& sources);

}  // namespace restock
