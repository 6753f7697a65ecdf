// Late information: what a policy needs of it, and what makes no sense.
#include "network/draft.hpp"

#include <string>
#include <variant>

namespace restock {

namespace {

constexpr std::int64_t most_on_their_way = 1000;  // snapshots that are remembered at once

/// The interval of the refreshes; a periodic policy's own where none is stated.
Time refreshed_every(const InformationTerms& terms, const ReplenishmentRule& rule) {
  if (terms.every) return terms.every->ticks;
  return std::visit(
      [](const auto& policy) -> Time {
        if constexpr (requires { policy.calendar; }) return policy.calendar.every.ticks;
        return day;
      },
      rule.policy);
}

void freeze(Draft& draft, const Network& network, const InformationFrozen& effect, Where where, const std::string& path,
            NetworkEffect& found) {
  const NameSet* sites = draft.select.stocking(effect.at, where, path + ".at");
  const NameSet* products = draft.select.carried(effect.product, effect.class_name, where, path + ".product");
  if (sites == nullptr || products == nullptr) return;
  for (std::uint32_t i = 0; i < network.points.size(); ++i) {
    const NetworkPoint& point = network.points[i];
    if (point.replenishment != no_rule && sites->has(point.site.value) && products->has(point.product.value))
      found.points.push_back(i);
  }
  if (found.points.empty())
    draft.complain.error(effect.at.where.line > 0 ? effect.at.where : where, path + ".at", "matches_nothing",
                         "nobody orders the selected products at the selected sites",
                         "name a site and a product with a replenishment rule");
}

}  // namespace

void resolve_frozen_information(Draft& draft, Network& network) {
  for (std::size_t i = 0; i < draft.scenario->disruptions.size(); ++i) {
    const Disruption& cause = draft.scenario->disruptions[i];
    for (std::size_t e = 0; e < cause.effects.size(); ++e)
      if (const auto* effect = std::get_if<InformationFrozen>(&cause.effects[e]))
        freeze(draft, network, *effect, cause.where,
               "disruptions." + cause.name + ".effects[" + std::to_string(e) + "]", network.causes[i].effects[e]);
  }
}

void check_information(Draft& draft, const Network& network) {
  const Scenario& scenario = *draft.scenario;
  Gathered unseen;
  Gathered too_many;
  Gathered no_interval;
  for (const NetworkPoint& point : network.points) {
    const InformationTerms& terms = network.information[point.information];
    if (point.replenishment == no_rule) continue;
    const ReplenishmentRule& rule = scenario.replenishment[point.replenishment];
    const std::string path = "replenishment." + rule.name;
    const std::string name = draft.name(pair_of(point.site.value, point.product.value));
    if (terms.offset && !terms.every)
      no_interval.add(rule.where, path, name, "state every in the same information rule, or leave offset out");
    if (terms.is_late() && !terms.every && is_continuous(rule.policy))
      unseen.add(rule.where, path + ".policy", name, "state how often new data come, e.g. information: every: 1 d");
    if (terms.delay && terms.delay->ticks / refreshed_every(terms, rule) >= most_on_their_way)
      too_many.add(rule.where, path, name, "refresh less often, or shorten the delay");
  }
  no_interval.report(draft.complain, Severity::error, "offset_of_nothing",
                     "has an offset of refreshes in its information, and no interval");
  unseen.report(draft.complain, Severity::error, "information_without_refresh",
                "is reviewed continuously, with information that is late: it is looked at when new data come");
  too_many.report(draft.complain, Severity::error, "delay_too_long",
                  "has information that is more than 1000 refreshes late");
}

}  // namespace restock
