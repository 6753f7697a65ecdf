// Whom the effects of disruptions concern: lanes and sites by their names, and what an effect cannot be done to.
#include "core/hash.hpp"
#include "network/draft.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <type_traits>
#include <variant>

namespace restock {
namespace {

constexpr std::size_t most_disruptions = 64;  // one bit each in the ledger

bool produces(const Site& site) { return site.capacity || site.time_per_unit || site.production_time; }
bool has_lines(const Site& site) { return site.capacity || site.time_per_unit; }

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
      const std::string path = "disruptions." + cause.name + ".effects[" + std::to_string(i) + "]";
      found.effects.push_back(
          std::visit([&](const auto& effect) { return resolve(effect, cause.where, path); }, cause.effects[i]));
    }
    return found;
  }

 private:
  template <class E>
  NetworkEffect resolve(const E& effect, Where owner, const std::string& path) {
    NetworkEffect found;
    if constexpr (requires { effect.lane.patterns; }) lanes(effect.lane, owner, path, found);
    if constexpr (requires { effect.at.patterns; } && !std::is_same_v<E, InformationFrozen>)
      sites(effect.at, owner, path, demands_of<E>(), found);
    if constexpr (std::is_same_v<E, SailingsBlanked>) keep_those_that_sail(effect.lane, owner, path, found);
    if constexpr (std::is_same_v<E, DispatchHeld>) {
      if (effect.lane) lanes(*effect.lane, owner, path, found);
      if (effect.at) sites(*effect.at, owner, path, demands_of<E>(), found);
    }
    return found;
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
    if constexpr (std::is_same_v<E, ProductionStopped>) {
      return {[this](std::uint32_t s) { return produces(scenario_.sites[s]); }, "no_production",
              "has no production that could stop",
              "give it capacity, time_per_unit or production_time, or hold its dispatch with dispatch_held"};
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

void resolve_causes(Draft& draft, Network& network) {
  const Scenario& scenario = *draft.scenario;
  if (scenario.disruptions.size() > most_disruptions)
    draft.complain.error(scenario.disruptions[most_disruptions].where, "disruptions", "too_many",
                         "there are more than 64 disruptions", "one disruption may have many effects and targets");
  Resolver resolver(draft);
  for (const Disruption& cause : scenario.disruptions) network.causes.push_back(resolver.resolve(cause));
}

}  // namespace restock
