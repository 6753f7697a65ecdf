// Step 4, of policies that count their echelon: who is downstream, how much of the head is in one unit of theirs, and
// where the sum would not be what the top has to care for.
#include "network/draft.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace restock {

namespace {

/// One after the other; each looks only at who is downstream of its head.
class Echelons {
 public:
  Echelons(const Draft& draft, const Network& network)
      : draft_(draft),
        network_(network),
        content_(network.points.size(), 0),
        place_(content_),
        feeds_(content_.size()) {
    for (std::size_t i = 0; i < network.upstream_first.size(); ++i)
      place_[network.upstream_first[i].index()] = static_cast<Quantity>(i);
    for (const NetworkLink& link : network.links)
      if (link.from.valid()) feeds_[link.from.index()].push_back(link.to.value);
    for (std::uint32_t i = 0; i < network.points.size(); ++i)
      for (const NetworkComponent& component : network.points[i].components.of(network.components))
        feeds_[component.point.index()].push_back(i);
  }

  NetworkEchelon of(PointId top, Gathered& mixed, Gathered& uneven, Gathered& mailed) {
    top_ = top;
    content_[top.index()] = 1;
    NetworkEchelon result{top, {{top, 1}}};
    for (const std::uint32_t point : downstream_of(top.value)) {
      const NetworkPoint& at = network_.points[point];
      if (at.replenishment == no_rule) continue;
      const Quantity content = at.made_here ? of_components(at) : of_sources(at, mixed, uneven, mailed);
      content_[point] = content;
      if (content > 0) result.members.emplace_back(PointId(point), content);
    }
    for (const auto& [point, content] : result.members) content_[point.index()] = 0;
    return result;
  }

 private:
  /// Each after all that feed it.
  std::vector<std::uint32_t> downstream_of(std::uint32_t top) const {
    std::vector<std::uint32_t> found{top};
    std::set<std::uint32_t> seen{top};
    for (std::size_t i = 0; i < found.size(); ++i)
      for (const std::uint32_t next : feeds_[found[i]])
        if (seen.insert(next).second) found.push_back(next);
    found.erase(found.begin());
    std::sort(found.begin(), found.end(), [this](auto a, auto b) { return place_[a] < place_[b]; });
    return found;
  }

  Quantity of_components(const NetworkPoint& at) const {
    Quantity sum = 0;
    for (const NetworkComponent& component : at.components.of(network_.components))
      sum += component.units * content_[component.point.index()];
    return sum;
  }

  Quantity of_sources(const NetworkPoint& at, Gathered& mixed, Gathered& uneven, Gathered& mailed) const {
    std::optional<Quantity> all;
    bool inside = false;
    bool outside = false;
    bool differ = false;
    bool in_mail = false;
    for (const NetworkLink& link : at.sources.of(network_.links)) {
      const Quantity content = link.from.valid() ? content_[link.from.index()] : 0;
      (content > 0 ? inside : outside) = true;
      differ = differ || (content > 0 && all && *all != content);
      if (content > 0) all = content;
      const bool waits =
          draft_.scenario->lanes[link.lane.index()].order_delay.ticks > 0 ||
          (link.from.valid() && network_.site_calendar[network_.points[link.from.index()].site.index()].valid());
      in_mail = in_mail || (content > 0 && waits);
    }
    const ReplenishmentRule& rule = draft_.scenario->replenishment[at.replenishment];
    const std::string name = draft_.name(pair_of(at.site.value, at.product.value));
    const std::string path = "replenishment." + rule.name;
    const std::string top = point_name(*draft_.scenario, network_, top_);
    if (inside && outside)
      mixed.add(rule.where, path + ".from", name, "order from one side only (`from`), or count " + top + " by itself");
    if (differ) uneven.add(rule.where, path, name, "count " + top + " by itself (position: installation)");
    if (in_mail)
      mailed.add(rule.where, path, name,
                 "take order_delay off the lane, and the calendar off the sender: who counts the echelon of " + top +
                     " knows of orders at once");
    return all.value_or(0);
  }

  const Draft& draft_;
  const Network& network_;
  PointId top_;
  std::vector<Quantity> content_;  ///< by point, units of the head in one of its own; 0: not of this echelon
  std::vector<Quantity> place_;    ///< by point, in the order of flow
  std::vector<std::vector<std::uint32_t>> feeds_;
};

bool is_late(const Scenario& scenario, const Network& network, std::uint32_t point) {
  if (network.information[network.points[point].information].is_late()) return true;
  for (std::size_t c = 0; c < network.causes.size(); ++c)
    for (std::size_t e = 0; e < network.causes[c].effects.size(); ++e) {
      const std::vector<std::uint32_t>& frozen = network.causes[c].effects[e].points;
      if (std::holds_alternative<InformationFrozen>(scenario.disruptions[c].effects[e]) &&
          std::find(frozen.begin(), frozen.end(), point) != frozen.end())
        return true;
    }
  return false;
}

}  // namespace

void find_echelons(Draft& draft, Network& network) {
  const Scenario& scenario = *draft.scenario;
  Gathered mixed;
  Gathered uneven;
  Gathered mailed;
  Gathered late;
  const auto counts_echelon = [](const ReplenishmentRule& rule) { return rule.position == PositionRule::echelon; };
  if (std::none_of(scenario.replenishment.begin(), scenario.replenishment.end(), counts_echelon)) return;
  Echelons echelons(draft, network);
  for (std::uint32_t i = 0; i < network.points.size(); ++i) {
    const NetworkPoint& point = network.points[i];
    if (point.replenishment == no_rule) continue;
    const ReplenishmentRule& rule = scenario.replenishment[point.replenishment];
    if (!counts_echelon(rule)) continue;
    network.echelons.push_back(echelons.of(PointId(i), mixed, uneven, mailed));
    if (is_late(scenario, network, i))
      late.add(rule.where, "replenishment." + rule.name + ".position", point_name(scenario, network, PointId(i)),
               "keep its information up to date, or count it by itself (position: installation)");
  }
  mixed.report(draft.complain, Severity::error, "echelon_with_two_sides",
               "belongs to an echelon that is counted as a whole, and is also supplied from elsewhere");
  uneven.report(draft.complain, Severity::error, "echelon_uneven",
                "holds more or less of what the echelon is counted in, by the way it comes");
  mailed.report(draft.complain, Severity::error, "echelon_by_mail",
                "belongs to an echelon that is counted as a whole, and its orders take time to arrive");
  late.report(draft.complain, Severity::error, "echelon_seen_late",
              "counts its echelon as it is, and its information is late or can be frozen");
}

}  // namespace restock
