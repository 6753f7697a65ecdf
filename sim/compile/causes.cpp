// Disruptions, downtime of makers and closures of ports become causes, and effects on single links, resources and
// ports. Surges that come in spells become causes that are only watched.
#include "compile/moving.hpp"
#include "compile/parts.hpp"
#include "core/hash.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <variant>

namespace restock {
namespace {

bool has(const std::vector<std::uint32_t>& ids, std::uint32_t id) {
  return std::binary_search(ids.begin(), ids.end(), id);
}

EffectPlan plan_of(const LaneDelay& e) { return {EffectKind::lane_delay, 0, 0, e.factor, e.add.ticks, e.announced}; }
EffectPlan plan_of(const LaneClosed&) { return {EffectKind::lane_closed}; }
EffectPlan plan_of(const DispatchHeld&) { return {EffectKind::dispatch_held}; }
EffectPlan plan_of(const OrdersRefused&) { return {EffectKind::orders_refused}; }
EffectPlan plan_of(const ProductionStopped& e) {
  return {EffectKind::production_stopped, 0, 0, 1.0, 0, e.progress == WorkRule::lost};
}
EffectPlan plan_of(const ProductionSlowed& e) { return {EffectKind::production_slowed, 0, 0, e.factor}; }
EffectPlan plan_of(const MaterialShortage& e) {
  return {EffectKind::shortage, 0, 0, e.fill.value, e.after.ticks, e.rest == RestRule::cancelled};
}
EffectPlan plan_of(const OrdersCancelled& e) {
  return {EffectKind::orders_cancelled, 0, 0, e.probability.value, e.after.ticks};
}
EffectPlan plan_of(const InformationFrozen&) { return {EffectKind::information_frozen}; }

EffectPlan plan_of(const PortClosed&) { return {EffectKind::port_closed}; }
EffectPlan plan_of(const PortSlowed& e) { return {EffectKind::port_slowed, 0, 0, e.factor}; }
EffectPlan plan_of(const BerthsLost& e) { return {EffectKind::berths_lost, 0, 0, 1.0, e.berths}; }

EffectPlan plan_of(const SailingsBlanked&) { return {EffectKind::sailings_blanked}; }

/// What an effect on a lane is on a lane with a route, which is one for all its products.
std::optional<EffectKind> kind_on_route(EffectKind kind) {
  if (kind == EffectKind::lane_delay) return EffectKind::sea_delay;
  if (kind == EffectKind::lane_closed) return EffectKind::sea_closed;
  return kind == EffectKind::sailings_blanked ? std::optional(kind) : std::nullopt;
}

EffectPlan plan_of(const YieldDrop& e) { return {EffectKind::yield_drop, 0, 0, e.factor}; }
EffectPlan plan_of(const ShipmentsShort& e) {
  return {EffectKind::shipments_short, 0, 0, e.fill.value, 0, e.rest == RestRule::cancelled, e.probability.value};
}
EffectPlan plan_of(const StockLost& e) { return {EffectKind::stock_lost, 0, 0, e.share.value, 0, e.recorded}; }

/// The laws of a trigger that came from elsewhere than the reader are prepared here.
Trigger ready(Trigger trigger) {
  if (auto* random = std::get_if<RandomSpells>(&trigger)) {
    prepare(random->up.law);
    prepare(random->down.law);
  }
  return trigger;
}

/// When a surge is on; none: it has no spells.
struct SurgeSpells {
  std::optional<Trigger> operator()(const Promotion& promotion) const {
    if (promotion.every.ticks > 0) return Repeating{promotion.every, promotion.lasts, promotion.from};
    return Scheduled{promotion.from, promotion.lasts};
  }
  std::optional<Trigger> operator()(const Regime& regime) const { return regime.when; }
  std::optional<Trigger> operator()(const auto&) const { return std::nullopt; }
};

class CauseMaker {
 public:
  CauseMaker(const Scenario& scenario, const Network& network, const Makers& makers, const Seaways& seaways,
             Blueprint& blueprint)
      : network_(network), makers_(makers), seaways_(seaways), blueprint_(blueprint) {
    // By lane first: there may be a million links, and as many sites.
    std::unordered_map<std::string_view, std::uint32_t> sites;
    for (const Site& site : scenario.sites) sites.emplace(site.name, static_cast<std::uint32_t>(sites.size()));
    std::vector<std::uint32_t> sender;
    for (const Lane& lane : scenario.lanes) sender.push_back(sites.at(lane.from.name));
    for (const NetworkLink& link : network.links) senders_.push_back(sender[link.lane.index()]);
  }

  void begin(std::uint64_t who, Trigger when) {
    CausePlan& plan = blueprint_.causes.emplace_back();
    plan.who = who;
    plan.when = ready(std::move(when));
    plan.effects = {static_cast<std::uint32_t>(blueprint_.effects.size()), 0};
  }
  /// Who is watched goes by number from here on; the names stay behind.
  void watch(const std::vector<std::uint32_t>& watched) {
    CausePlan& plan = blueprint_.causes.back();
    auto* threshold = std::get_if<Threshold>(&plan.when);
    if (threshold == nullptr) return;
    threshold->at = threshold->product = {};
    plan.watched = {static_cast<std::uint32_t>(blueprint_.watched.size()), 0};
    for (const std::uint32_t id : watched) {
      const auto port = std::ranges::find(seaways_.port_site, SiteId(std::size_t{id}));
      const bool of_port = threshold->of == Watched::port_queue;
      blueprint_.watched.push_back(of_port ? static_cast<std::uint32_t>(port - seaways_.port_site.begin()) : id);
      ++plan.watched.count;
    }
  }
  void effect(const Effect& effect, const NetworkEffect& on) {
    std::visit(
        [&](const auto& e) {
          if constexpr (requires { plan_of(e); }) add(plan_of(e), on);  // demand is lifted where demand is made
        },
        effect);
  }

 private:
  void add(EffectPlan plan, const NetworkEffect& on) {
    plan.cause = static_cast<std::uint32_t>(blueprint_.causes.size() - 1);
    for (const std::uint32_t point : on.points) put(plan, point);
    if (!on.points.empty()) return;
    if (plan.kind == EffectKind::stock_lost) {
      for (std::uint32_t point = 0; point < network_.points.size(); ++point)
        if (on.has(network_.points[point])) put(plan, point);
      return;
    }
    if (is_of_resource(plan.kind)) {
      for (const std::uint32_t site : on.sites) put(plan, makers_.of_site[site].value);
      return;
    }
    if (is_of_port(plan.kind)) {
      for (std::uint32_t port = 0; port < seaways_.port_site.size(); ++port)
        if (has(on.sites, seaways_.port_site[port].value)) put(plan, port);
      return;
    }
    add_on_lanes(plan, on);
  }
  void add_on_lanes(EffectPlan plan, const NetworkEffect& on) {
    const std::optional<EffectKind> at_sea = kind_on_route(plan.kind);
    for (std::uint32_t link = 0; link < network_.links.size(); ++link) {
      const auto lane = static_cast<std::uint32_t>(network_.links[link].lane.index());
      if (at_sea && seaways_.of_lane[lane].valid()) continue;
      if (has(on.lanes, lane) || has(on.sites, senders_[link])) put(plan, link);
    }
    if (!at_sea) return;
    plan.kind = *at_sea;
    for (const std::uint32_t lane : on.lanes)
      if (seaways_.of_lane[lane].valid()) put(plan, seaways_.of_lane[lane].value);
  }
  void put(EffectPlan plan, std::uint32_t target) {
    plan.target = target;
    blueprint_.effects.push_back(plan);
    ++blueprint_.causes.back().effects.count;
  }

  const Network& network_;
  const Makers& makers_;
  const Seaways& seaways_;
  Blueprint& blueprint_;
  std::vector<std::uint32_t> senders_;  ///< by link: the site it begins at
};

using Names = std::vector<std::string>;

void add_downtimes(const Scenario& scenario, CauseMaker& maker, Names& names) {
  for (std::uint32_t i = 0; i < scenario.sites.size(); ++i) {
    const Site& site = scenario.sites[i];
    if (!site.downtime) continue;
    names.push_back("downtime of " + site.name);
    maker.begin(hash_name("downtime/" + site.name), RandomSpells{site.downtime->up, site.downtime->down});
    ProductionStopped stopped;
    stopped.progress = site.downtime->progress;
    maker.effect(stopped, {{}, {i}, {}, {}});
  }
}

void add_closures(const Scenario& scenario, CauseMaker& maker, Names& names) {
  for (std::uint32_t i = 0; i < scenario.sites.size(); ++i) {
    const Site& site = scenario.sites[i];
    if (!site.port.closures) continue;
    names.push_back("closures of " + site.name);
    maker.begin(hash_name("closures/" + site.name), *site.port.closures);
    maker.effect(PortClosed{}, {{}, {i}, {}, {}});
  }
}

void add_surges(const Scenario& scenario, CauseMaker& maker, Names& names) {
  for (const DemandEntry& entry : scenario.demand)
    for (const Named<Surge>& surge : entry.surges)
      if (std::optional<Trigger> when = std::visit(SurgeSpells{}, surge.what)) {
        names.push_back("surge " + entry.name + "/" + surge.called);
        maker.begin(regime_address(entry, surge), std::move(*when));
      }
}

}  // namespace

void compile_causes(const Scenario& scenario, const Network& network, const Makers& makers, const Seaways& seaways,
                    Blueprint& blueprint, std::vector<std::string>& names) {
  const auto breaks_down = [](const Site& site) { return site.downtime || site.port.closures; };
  const auto surges = [](const DemandEntry& entry) { return !entry.surges.empty(); };
  if (scenario.disruptions.empty() && std::ranges::none_of(scenario.sites, breaks_down) &&
      std::ranges::none_of(scenario.demand, surges))
    return;
  CauseMaker maker(scenario, network, makers, seaways, blueprint);
  for (std::size_t i = 0; i < scenario.disruptions.size(); ++i) {
    const Disruption& cause = scenario.disruptions[i];
    names.push_back(cause.name);
    maker.begin(network.causes[i].who, cause.when);
    maker.watch(network.causes[i].watched);
    for (std::size_t e = 0; e < cause.effects.size(); ++e) maker.effect(cause.effects[e], network.causes[i].effects[e]);
  }
  add_downtimes(scenario, maker, names);
  add_closures(scenario, maker, names);
  add_surges(scenario, maker, names);
}

}  // namespace restock
