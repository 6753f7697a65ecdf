#include "compile/moving.hpp"

#include "compile/markdown.hpp"

#include "core/hash.hpp"
#include "network/levels.hpp"

#include <algorithm>
#include <string>
#include <variant>

namespace restock {

namespace {

/// Where the candidates of a surge come from, and how many a stream of the entry's rate has.
struct SurgeSource {
  const DemandEntry& entry;
  const Named<Surge>& surge;
  std::uint32_t regime;
  Modulation& out;

  void operator()(const Promotion& promotion) const {
    out.source = promotion;
    out.mean_gap = 1.0 / (rate() * promotion.amplitude());
  }
  void operator()(const Burst& burst) const {
    BurstSurge source;
    for (const Instant at : burst.at) source.bursts.dates.push_back(at.ticks);
    std::sort(source.bursts.dates.begin(), source.bursts.dates.end());
    if (burst.at.empty()) source.bursts.mean_gap = 1.0 / burst.rate.per_tick;
    source.bursts.decay = static_cast<double>(burst.decay.ticks);
    if (burst.together) source.together = hash_name("bursts/" + entry.name + "/" + surge.called);
    out.source = source;
    out.mean_gap = 1.0 / (rate() * burst.peak);
  }
  void operator()(const Viral& viral) const {
    ClusterPlan plan;
    if (viral.at) {
      plan.at = viral.at->ticks;
      plan.seeds = static_cast<std::uint64_t>(viral.seeds);
    } else {
      plan.mean_gap = 1.0 / viral.rate.per_tick;
    }
    plan.branching = viral.branching;
    plan.delay = viral.delay;
    prepare(plan.delay.law);
    out.source = plan;
  }
  void operator()(const Regime& stated) const {
    out.source = RegimeSurge{regime};
    out.mean_gap = 1.0 / (rate() * stated.amplitude());
  }
  double rate() const { return std::get<PoissonArrivals>(entry.arrivals).rate.per_tick; }
};

}  // namespace

std::uint64_t regime_address(const DemandEntry& entry, const Named<Surge>& surge) {
  return hash_name("regime/" + entry.name + "/" + surge.called);
}

Movements::Movements(const Scenario& scenario, const Network& network, Blueprint& blueprint)
    : scenario_(scenario), network_(network), blueprint_(blueprint), shared_(blueprint.modulations) {
  for (const DemandShock& shock : scenario.demand_shocks)
    blueprint_.shocks.push_back(
        {hash_name("demand_shock/" + shock.name), shock.every.ticks, shock.cv, shock.correlation.value, shock.most});
  for (const DemandEntry& entry : scenario.demand) {
    Level level = level_of(entry, scenario);
    level_of_entry_.push_back(level.is_flat() ? Modulation::no_level
                                              : static_cast<std::uint32_t>(blueprint_.levels.size()));
    if (!level.is_flat()) blueprint_.levels.push_back(std::move(level));
    std::vector<std::uint32_t>& regimes = regimes_of_entry_.emplace_back();
    for (const Named<Surge>& surge : entry.surges) {
      const auto* regime = std::get_if<Regime>(&surge.what);
      regimes.push_back(static_cast<std::uint32_t>(blueprint_.regimes.size()));
      if (regime != nullptr) blueprint_.regimes.push_back({regime->when, regime_address(entry, surge), regime->lift});
    }
  }
  for (std::uint32_t l = 0; l < network.lifts.size(); ++l) {
    const Disruption& cause = scenario.disruptions[network.lifts[l].cause];
    regime_of_lift_.push_back(static_cast<std::uint32_t>(blueprint_.regimes.size()));
    blueprint_.regimes.push_back(
        {cause.when, network.causes[network.lifts[l].cause].who, lift_effect(scenario, network, l).factor});
  }
}

ModulationId Movements::of(const NetworkStream& stream, std::uint32_t behind_base) {
  const auto dips = [](const Named<Surge>& surge) {
    const auto* regime = std::get_if<Regime>(&surge.what);
    return regime != nullptr && regime->lift < 1.0;
  };
  const auto& surges = scenario_.demand[stream.entry.index()].surges;
  const bool moves = level_of_entry_[stream.entry.index()] != Modulation::no_level || stream.shocks != 0 ||
                     stream.lifts != 0 || std::any_of(surges.begin(), surges.end(), dips);
  if (stream.is_base() && !moves) return {};
  const std::uint32_t markdown = stream.bargains ? network_.points[stream.point.index()].markdown : no_rule;
  return shared_.id_of({stream.entry, stream.surge, stream.shocks, stream.lifts, stream.lift, markdown},
                       [&] { return make(stream, behind_base); });
}

Modulation Movements::make(const NetworkStream& stream, std::uint32_t behind_base) const {
  const DemandEntry& entry = scenario_.demand[stream.entry.index()];
  Modulation modulation;
  modulation.level = level_of_entry_[stream.entry.index()];
  modulation.shocks = network_.shock_sets[stream.shocks];
  modulation.behind_base = behind_base;
  for (std::size_t i = 0; i < entry.surges.size(); ++i) {
    const auto* regime = std::get_if<Regime>(&entry.surges[i].what);
    if (regime != nullptr && regime->lift < 1.0) modulation.dips.push_back(regimes_of_entry_[stream.entry.index()][i]);
  }
  for (const std::uint32_t lift : network_.lift_sets[stream.lifts])
    if (lift_effect(scenario_, network_, lift).factor < 1.0) modulation.dips.push_back(regime_of_lift_[lift]);
  if (stream.bargains) {
    modulation.source =
        Bargains{markdown_rules(network_.markdowns[network_.points[stream.point.index()].markdown]).most_extra()};
    modulation.mean_gap = 1.0 / std::get<PoissonArrivals>(entry.arrivals).rate.per_tick;
  } else if (stream.lift != no_rule) {
    modulation.source = RegimeSurge{regime_of_lift_[stream.lift]};
    const double more = lift_effect(scenario_, network_, stream.lift).factor - 1.0;
    modulation.mean_gap = 1.0 / (std::get<PoissonArrivals>(entry.arrivals).rate.per_tick * more);
  } else if (stream.surge != no_rule) {
    const Named<Surge>& surge = entry.surges[stream.surge];
    const std::uint32_t regime = regimes_of_entry_[stream.entry.index()][stream.surge];
    std::visit(SurgeSource{entry, surge, regime, modulation}, surge.what);
  } else if (const auto* poisson = std::get_if<PoissonArrivals>(&entry.arrivals)) {
    modulation.mean_gap = 1.0 / poisson->rate.per_tick;
  }
  return modulation;
}

}  // namespace restock
