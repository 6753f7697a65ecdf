// Who calls units from whom, who packs for whom, and where customers go before they are lost, as numbers.
#include "compile/parts.hpp"

#include <algorithm>

namespace restock {

void compile_callers(const Network& network, Blueprint& blueprint) {
  for (const NetworkCaller& caller : network.callers) {
    const TransshipmentTerms& terms = network.transshipment[network.points[caller.point.index()].transshipment];
    CallPlan& plan = blueprint.calls.emplace_back();
    plan.point = caller.point;
    plan.givers = {static_cast<std::uint32_t>(blueprint.givers.size()),
                   static_cast<std::uint32_t>(caller.givers.size())};
    blueprint.givers.insert(blueprint.givers.end(), caller.givers.begin(), caller.givers.end());
    if (terms.time) plan.rules.time = *terms.time;
    prepare(plan.rules.time.law);
    plan.rules.planned = plan.rules.time.mean_ticks();
    plan.rules.keep = terms.keep.value_or(0);
    plan.rules.giver = terms.giver.value_or(GiverRule::most_stock);
  }
}

void compile_packing(const Scenario& scenario, const Network& network, Blueprint& blueprint) {
  for (std::size_t s = 0; s < scenario.sites.size(); ++s) {
    const auto& packing = scenario.sites[s].packing;
    if (!packing) continue;
    Rows rows{static_cast<std::uint32_t>(blueprint.packing_points.size()), 0};
    for (std::size_t p = 0; p < network.points.size(); ++p)
      if (network.points[p].site.index() == s && !network.points[p].streams.empty())
        blueprint.packing_points.emplace_back(p);
    rows.count = static_cast<std::uint32_t>(blueprint.packing_points.size()) - rows.first;
    if (rows.count > 0) blueprint.packings.push_back({rows, std::max<Time>(1, to_ticks(1.0 / packing->per_tick))});
  }
}

void compile_second_choices(const Scenario& scenario, const Network& network, Blueprint& blueprint) {
  for (const NetworkSecondChoice& choice : network.second_choices) {
    SecondChoicePlan& plan = blueprint.second_choices.emplace_back();
    plan.stream = choice.stream;
    plan.options = {static_cast<std::uint32_t>(blueprint.options.size()),
                    static_cast<std::uint32_t>(choice.options.size())};
    blueprint.options.insert(blueprint.options.end(), choice.options.begin(), choice.options.end());
    const DemandEntry& entry = scenario.demand[network.streams[choice.stream].entry.index()];
    plan.share = entry.customers.second_choice->share.value;
  }
}

}  // namespace restock
