#include "network/moving.hpp"

#include "network/levels.hpp"

#include <set>
#include <variant>

namespace restock {

namespace {

/// A surge that adds to the rate of its entry, which only Poisson arrivals have.
bool multiplies(const Surge& surge) { return brings_customers(surge) && !std::holds_alternative<Viral>(surge); }

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

void check_moving_demand(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  for (const DemandEntry& entry : scenario.demand) check_entry(draft, entry);
  std::set<std::pair<std::uint32_t, std::uint32_t>> told;
  for (const NetworkStream& stream : network.streams) {
    const DemandEntry& entry = scenario.demand[stream.entry.index()];
    if (stream.shocks == 0 || stream.surge != no_rule || std::holds_alternative<PoissonArrivals>(entry.arrivals))
      continue;
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
