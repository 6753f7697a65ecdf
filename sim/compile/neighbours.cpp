// Who calls units from whom, and where customers go before they are lost, as numbers.
#include "compile/parts.hpp"

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
