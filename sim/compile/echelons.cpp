// Echelons: who belongs to them, and what their heads begin with.
#include "compile/parts.hpp"

#include <algorithm>
#include <variant>

namespace restock {

namespace {

/// What a stock point's position is when the clock starts.
Quantity initial_position(const Blueprint& b, const PointPlan& plan) {
  const PointRules& rules = b.rules(plan);
  Quantity position = rules.initial_on_record - rules.initial_backlog;
  for (const InitialSupply& supply : plan.pipeline.of(b.pipeline)) position += supply.units;
  return position;
}

}  // namespace

/// A level covers the whole echelon: unless the scenario says otherwise, its head begins with what the others lack.
void compile_echelons(const Scenario& scenario, const Network& network, Blueprint& blueprint) {
  for (const NetworkEchelon& echelon : network.echelons) {
    EchelonPlan plan{echelon.point, {static_cast<std::uint32_t>(blueprint.echelon_members.size()), 0}};
    plan.members.count = static_cast<std::uint32_t>(echelon.members.size());
    for (const auto& [point, content] : echelon.members) blueprint.echelon_members.push_back({point, content});
    blueprint.echelons.push_back(plan);
  }
  std::vector<const NetworkEchelon*> downstream_first;
  for (const NetworkEchelon& echelon : network.echelons) downstream_first.push_back(&echelon);
  std::stable_sort(downstream_first.begin(), downstream_first.end(), [&](const auto* a, const auto* b) {
    return network.level[a->point.index()] < network.level[b->point.index()];
  });
  for (const NetworkEchelon* echelon : downstream_first) {
    const NetworkPoint& point = network.points[echelon->point.index()];
    if (point.initial != no_rule && scenario.initial[point.initial].on_hand) continue;
    PointRules& rules = blueprint.point_rules[blueprint.points[echelon->point.index()].rules.index()];
    Quantity wanted = std::visit([](const auto& policy) { return policy.target(); }, rules.policy);
    for (const auto& [member, content] : echelon->members)
      if (member != echelon->point) wanted -= content * initial_position(blueprint, blueprint.points[member.index()]);
    rules.initial_on_hand = std::max<Quantity>(0, wanted);
    const bool on_record = point.initial != no_rule && scenario.initial[point.initial].on_record;
    if (!on_record) rules.initial_on_record = rules.initial_on_hand;
  }
}

}  // namespace restock
