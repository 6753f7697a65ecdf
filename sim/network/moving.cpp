#include "network/moving.hpp"

#include "network/levels.hpp"

#include <algorithm>
#include <set>
#include <variant>

namespace restock {

namespace {

/// A surge that adds to the rate of its entry, which only Poisson arrivals have.
bool multiplies(const Surge& surge) { return brings_customers(surge) && !std::holds_alternative<Viral>(surge); }

std::string lift_path(const Disruption& cause, const NetworkLift& lift) {
  return "disruptions." + cause.name + ".effects[" + std::to_string(lift.effect) + "]";
}

std::string surge_path(const DemandEntry& entry, const Named<Surge>& surge) {
  return "demand." + entry.name + ".surges." + surge.called;
}

void check_entry(Draft& draft, const DemandEntry& entry) {
  const ClockSpan clock = clock_of(*draft.scenario);
  const double most = level_of(entry, *draft.scenario).most(clock.begin, clock.end);
  if (most > 100.0)
    draft.complain.error(entry.where, "demand." + entry.name, "level_too_high",
                         "season, trend, shifts and launch together lift demand to more than 100 times its rate",
                         "state a higher rate and lower factors");
  if (std::holds_alternative<PoissonArrivals>(entry.arrivals)) return;
  const std::string hint = "use poisson arrivals; others can only be thinned, by factors of at most 1";
  if (most > 1.0)
    draft.complain.error(entry.where, "demand." + entry.name, "needs_poisson",
                         "demand is lifted above its rate, which these arrivals cannot follow", hint);
  for (const Named<Surge>& surge : entry.surges)
    if (multiplies(surge.what))
      draft.complain.error(surge.place, surge_path(entry, surge), "needs_poisson",
                           "the surge lifts demand above its rate, which these arrivals cannot follow", hint);
}

}  // namespace

ShockSets::ShockSets(Draft& draft, Network& network)
    : draft_(draft), network_(network), used_(draft.demand_shocks.size(), 0) {
  network_.shock_sets.assign(1, {});
}

std::uint32_t ShockSets::of(const DraftStream& stream) {
  std::vector<std::uint32_t> set;
  for (std::uint32_t i = 0; i < draft_.demand_shocks.size(); ++i) {
    const DraftScope& scope = draft_.demand_shocks[i];
    if (!scope.sites->has(site_of(stream.pair)) || !scope.products->has(product_of(stream.pair))) continue;
    set.push_back(i);
    used_[i] = 1;
  }
  if (set.empty()) return 0;
  const auto [at, fresh] = known_.emplace(set, static_cast<std::uint32_t>(network_.shock_sets.size()));
  if (fresh) network_.shock_sets.push_back(set);
  return at->second;
}

void ShockSets::complain() const {
  for (std::size_t i = 0; i < used_.size(); ++i) {
    const DemandShock& shock = draft_.scenario->demand_shocks[i];
    if (used_[i] == 0)
      draft_.complain.error(shock.where, "demand_shocks." + shock.name, "matches_nothing",
                            "no customer orders a selected product at a selected site");
  }
}

LiftSets::LiftSets(Draft& draft, Network& network) : draft_(draft), network_(network) {
  network_.lift_sets.assign(1, {});
  const std::vector<Disruption>& disruptions = draft.scenario->disruptions;
  for (std::uint32_t c = 0; c < disruptions.size(); ++c) {
    std::uint32_t nth = 0;
    for (std::uint32_t e = 0; e < disruptions[c].effects.size(); ++e)
      if (std::holds_alternative<DemandLift>(disruptions[c].effects[e])) network_.lifts.push_back({c, e, nth++});
  }
}

const DemandLift& LiftSets::effect(std::uint32_t lift) const { return lift_effect(*draft_.scenario, network_, lift); }

std::uint32_t LiftSets::of(const NetworkPoint& point) {
  std::vector<std::uint32_t> set;
  for (std::uint32_t i = 0; i < network_.lifts.size(); ++i)
    if (network_.causes[network_.lifts[i].cause].effects[network_.lifts[i].effect].has(point)) set.push_back(i);
  if (set.empty()) return 0;
  const auto [at, fresh] = known_.emplace(set, static_cast<std::uint32_t>(network_.lift_sets.size()));
  if (fresh) network_.lift_sets.push_back(set);
  return at->second;
}

void LiftSets::complain() const {
  for (std::uint32_t i = 0; i < network_.lifts.size(); ++i) {
    const auto reached = [&](const std::vector<std::uint32_t>& set) {
      return std::binary_search(set.begin(), set.end(), i);
    };
    if (std::any_of(network_.lift_sets.begin(), network_.lift_sets.end(), reached)) continue;
    const Disruption& cause = draft_.scenario->disruptions[network_.lifts[i].cause];
    draft_.complain.error(effect(i).at.where, lift_path(cause, network_.lifts[i]), "matches_nothing",
                          "no customer orders a selected product at a selected site");
  }
}

namespace {

void check_lifts(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  std::set<std::pair<std::uint32_t, std::uint32_t>> told;
  for (const NetworkStream& stream : network.streams) {
    const DemandEntry& entry = scenario.demand[stream.entry.index()];
    if (stream.lift == no_rule || std::holds_alternative<PoissonArrivals>(entry.arrivals)) continue;
    if (!told.emplace(stream.lift, stream.entry.value).second) continue;
    const NetworkLift& lift = network.lifts[stream.lift];
    draft.complain.error(lift_effect(scenario, network, stream.lift).at.where,
                         lift_path(scenario.disruptions[lift.cause], lift), "needs_poisson",
                         "it lifts demand." + entry.name + " above its rate, which those arrivals cannot follow",
                         "use poisson arrivals there, a factor below 1, or select other sites or products");
  }
}

}  // namespace

void check_moving_demand(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  for (const DemandEntry& entry : scenario.demand) check_entry(draft, entry);
  check_lifts(draft, network);
  std::set<std::pair<std::uint32_t, std::uint32_t>> told;
  for (const NetworkStream& stream : network.streams) {
    const DemandEntry& entry = scenario.demand[stream.entry.index()];
    if (stream.shocks == 0 || !stream.is_base() || std::holds_alternative<PoissonArrivals>(entry.arrivals)) continue;
    for (const std::uint32_t s : network.shock_sets[stream.shocks]) {
      const DemandShock& shock = scenario.demand_shocks[s];
      if (told.emplace(s, stream.entry.value).second)
        draft.complain.error(shock.where, "demand_shocks." + shock.name, "needs_poisson",
                             "it lifts demand." + entry.name + " above its rate, which those arrivals cannot follow",
                             "use poisson arrivals there, or select other sites or products");
    }
  }
}

}  // namespace restock
