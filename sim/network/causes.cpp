// Whom the effects of disruptions concern: lanes and sites by their names, and what an effect cannot be done to.
#include "core/hash.hpp"
#include "network/draft.hpp"
#include "network/lead.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <type_traits>
#include <variant>

namespace restock {
namespace {

constexpr std::size_t most_disruptions = 64;  // the ledger has a bit for each of the first 62

bool produces(const Site& site) { return site.capacity || site.time_per_unit || site.production_time || site.yield; }
bool has_lines(const Site& site) { return site.capacity || site.time_per_unit; }

std::string effect_path(const Disruption& cause, std::size_t effect) {
  return "disruptions." + cause.name + ".effects[" + std::to_string(effect) + "]";
}

/// What a site must be or have for an effect.
struct Demands {
  std::function<bool(std::uint32_t)> met;
  const char* code;
  const char* lacking;
  const char* hint;
};

class Resolver {
 public:
  explicit Resolver(Draft& draft) : draft_(draft), scenario_(*draft.scenario) {
    for (const Lane& lane : scenario_.lanes) names_.push_back(lane_name(lane));
    for (const std::string& name : names_) lanes_.add(name);
  }

  NetworkCause resolve(const Disruption& cause) {
    NetworkCause found;
    found.who = hash_name("disruption/" + cause.name);
    for (std::size_t i = 0; i < cause.effects.size(); ++i) {
      const std::string path = effect_path(cause, i);
      found.effects.push_back(
          std::visit([&](const auto& effect) { return resolve(effect, cause.where, path); }, cause.effects[i]));
    }
    return found;
  }

 private:
  template <class E>
  NetworkEffect resolve(const E& effect, Where owner, const std::string& path) {
    NetworkEffect found;
    constexpr bool of_points = std::is_same_v<E, StockLost> || std::is_same_v<E, DemandLift>;
    if constexpr (of_points) points(effect, owner, path, found);
    if constexpr (requires { effect.lane.patterns; }) lanes(effect.lane, owner, path, found);
    if constexpr (requires { effect.at.patterns; } && !of_points && !std::is_same_v<E, InformationFrozen>)
      sites(effect.at, owner, path, demands_of<E>(), found);
    if constexpr (std::is_same_v<E, SailingsBlanked>) keep_those_that_sail(effect.lane, owner, path, found);
    if constexpr (std::is_same_v<E, ShipmentsShort>) from_suppliers(effect.lane, owner, path, found);
    if constexpr (std::is_same_v<E, DispatchHeld>) {
      if (effect.lane) lanes(*effect.lane, owner, path, found);
      if (effect.at) sites(*effect.at, owner, path, demands_of<E>(), found);
    }
    return found;
  }

  /// Which stock points there are is not known yet.
  void points(const auto& effect, Where owner, const std::string& path, NetworkEffect& found) {
    const NameSet* sites = draft_.select.stocking(effect.at, owner, path + ".at");
    const NameSet* products = draft_.select.carried(effect.product, effect.class_name, owner, path + ".product");
    if (sites == nullptr || products == nullptr) return;
    found.sites = sites->ids;
    found.products = products->ids;
  }

  /// Inside the network what is packed has been taken from a stock that is modelled.
  void from_suppliers(const Selector& selector, Where owner, const std::string& path, NetworkEffect& found) {
    const auto internal = [&](std::uint32_t lane) {
      const std::uint32_t from = draft_.lanes[lane].from;
      return from == nothing || scenario_.sites[from].kind != SiteKind::supplier;
    };
    const Where where = selector.where.line > 0 ? selector.where : owner;
    for (const std::string& pattern : selector.patterns) {
      const std::uint32_t lane = is_glob(pattern) ? nothing : lanes_.find(pattern);
      if (lane != nothing && internal(lane))
        draft_.complain.error(where, path + ".lane", "not_from_a_supplier", pattern + " does not begin at a supplier",
                              "inside the network what goes missing is modelled, not assumed");
    }
    std::erase_if(found.lanes, internal);
    if (found.lanes.empty() && std::ranges::all_of(selector.patterns, is_glob))
      draft_.complain.error(where, path + ".lane", "not_from_a_supplier",
                            "no lane that is selected begins at a supplier",
                            "inside the network what goes missing is modelled, not assumed");
    for (const std::uint32_t lane : found.lanes)
      if (mean_of(scenario_.lanes[lane].transit.law) < static_cast<double>(minute))
        draft_.complain.error(where, path + ".lane", "no_transit", names_[lane] + " has a transit of less than 1 min",
                              "what is missing is ordered or sent again at once, without end; give it a transit");
  }

  void lanes(const Selector& selector, Where owner, const std::string& path, NetworkEffect& found) {
    NameSet set;
    draft_.select.choose(lanes_, selector, owner, path + ".lane", set);
    found.lanes = set.ids;
  }

  /// A lane by its name must have a timetable; a glob passes over those that have none, but must find one.
  void keep_those_that_sail(const Selector& selector, Where owner, const std::string& path, NetworkEffect& found) {
    const auto sails = [&](std::uint32_t lane) { return scenario_.lanes[lane].sailings.has_value(); };
    const auto named = [&](std::uint32_t lane) {
      return std::ranges::find(selector.patterns, names_[lane]) != selector.patterns.end();
    };
    const auto idle = std::ranges::find_if(found.lanes, [&](std::uint32_t l) { return !sails(l) && named(l); });
    const bool any = std::ranges::any_of(found.lanes, sails);
    if (idle != found.lanes.end() || (!any && !found.lanes.empty()))
      draft_.complain.error(selector.where.line > 0 ? selector.where : owner, path + ".lane", "no_sailings",
                            names_[idle != found.lanes.end() ? *idle : found.lanes.front()] + " has no sailings",
                            "give the lane sailings, or hold its dispatch with dispatch_held");
    std::erase_if(found.lanes, [&](std::uint32_t lane) { return !sails(lane); });
  }

  /// A name must meet the demands; a glob passes over what does not, but must find something.
  void sites(const Selector& selector, Where owner, const std::string& path, const Demands& demands,
             NetworkEffect& found) {
    const Where where = selector.where.line > 0 ? selector.where : owner;
    NameSet set;
    if (!draft_.select.choose(draft_.select.sites(), selector, owner, path + ".at", set)) return;
    for (const std::string& pattern : selector.patterns) {
      const std::uint32_t site = is_glob(pattern) ? nothing : draft_.select.sites().find(pattern);
      if (site != nothing && !demands.met(site))
        draft_.complain.error(where, path + ".at", demands.code, pattern + " " + demands.lacking, demands.hint);
    }
    for (const std::uint32_t site : set.ids)
      if (demands.met(site)) found.sites.push_back(site);
    if (found.sites.empty() && std::ranges::all_of(selector.patterns, is_glob))
      draft_.complain.error(where, path + ".at", demands.code,
                            "every site that is selected " + std::string(demands.lacking), demands.hint);
  }

  template <class E>
  Demands demands_of() const {
    if constexpr (std::is_same_v<E, ProductionStopped> || std::is_same_v<E, YieldDrop>) {
      return {[this](std::uint32_t s) { return produces(scenario_.sites[s]); }, "no_production",
              std::is_same_v<E, YieldDrop> ? "has no production" : "has no production that could stop",
              "give it capacity, time_per_unit, production_time or yield, or hold its dispatch with dispatch_held"};
    } else if constexpr (std::is_same_v<E, ProductionSlowed>) {
      return {[this](std::uint32_t s) { return has_lines(scenario_.sites[s]); }, "no_production",
              "has no production lines", "give it capacity or time_per_unit"};
    } else if constexpr (std::is_same_v<E, PortClosed> || std::is_same_v<E, PortSlowed> ||
                         std::is_same_v<E, BerthsLost>) {
      return {[this](std::uint32_t s) { return scenario_.sites[s].kind == SiteKind::port; }, "not_a_port", "is no port",
              "name a site of kind port"};
    } else if constexpr (std::is_same_v<E, MaterialShortage> || std::is_same_v<E, OrdersCancelled>) {
      return {[this](std::uint32_t s) { return scenario_.sites[s].kind == SiteKind::supplier; }, "not_a_supplier",
              "is no supplier", "inside the network what is short is modelled, not assumed"};
    } else {
      return {[this](std::uint32_t s) {
                return std::ranges::any_of(draft_.lanes, [s](const DraftLane& lane) { return lane.from == s; });
              },
              "no_lane", "sends nothing: no lane begins there", "name a site that other sites order from"};
    }
  }

  Draft& draft_;
  const Scenario& scenario_;
  std::vector<std::string> names_;
  NameIndex lanes_{"lane"};
};

}  // namespace

void check_causes(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  for (std::size_t c = 0; c < scenario.disruptions.size(); ++c)
    for (std::size_t e = 0; e < scenario.disruptions[c].effects.size(); ++e) {
      const auto* lost = std::get_if<StockLost>(&scenario.disruptions[c].effects[e]);
      const NetworkEffect& on = network.causes[c].effects[e];
      if (lost == nullptr || std::ranges::any_of(network.points, [&](const NetworkPoint& p) { return on.has(p); }))
        continue;
      draft.complain.error(
          lost->at.where, effect_path(scenario.disruptions[c], e), "matches_nothing",
          "there is no stock point of a selected product at a selected site",
          "a stock point exists where a product is demanded, and upstream along the lanes that feed it");
    }
}

void resolve_causes(Draft& draft, Network& network) {
  const Scenario& scenario = *draft.scenario;
  if (scenario.disruptions.size() > most_disruptions)
    draft.complain.error(scenario.disruptions[most_disruptions].where, "disruptions", "too_many",
                         "there are more than 64 disruptions", "one disruption may have many effects and targets");
  Resolver resolver(draft);
  for (const Disruption& cause : scenario.disruptions) network.causes.push_back(resolver.resolve(cause));
}

}  // namespace restock
