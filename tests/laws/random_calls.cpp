#include "laws/random_calls.hpp"

#include "laws/picks.hpp"

namespace restock::laws {

void add_random_calls(Draft& b, Time grain) {
  if (b.points.size() < 2 || chance(60)) return;
  for (std::uint32_t p = 0; p < b.points.size(); ++p) {
    if (chance(40)) continue;
    CallPlan plan;
    plan.point = PointId{p};
    plan.givers = {static_cast<std::uint32_t>(b.givers.size()), 0};
    for (std::uint32_t giver = 0; giver < b.points.size(); ++giver) {
      if (giver == p || chance(40)) continue;
      b.givers.emplace_back(giver);
      ++plan.givers.count;
    }
    plan.rules.time = random_time(grain, 3);
    plan.rules.planned = chance(70) ? plan.rules.time.mean_ticks() : grain * pick(0, 3);
    plan.rules.keep = pick(0, 3);
    plan.rules.giver = one_of({GiverRule::most_stock, GiverRule::as_declared});
    b.calls.push_back(plan);
  }
}

void add_random_second_choices(Draft& b) {
  if (b.points.size() < 2 || chance(60)) return;
  for (std::uint32_t k = 0; k < b.streams.size(); ++k) {
    if (chance(40)) continue;
    SecondChoicePlan plan;
    plan.stream = k;
    plan.options = {static_cast<std::uint32_t>(b.options.size()), 0};
    for (std::uint32_t option = 0; option < b.points.size(); ++option) {
      if (option == b.streams[k].point.value || chance(40)) continue;
      b.options.emplace_back(option);
      ++plan.options.count;
    }
    plan.share = one_of<double>({1.0, 0.5, 0.0});
    b.second_choices.push_back(plan);
  }
}

}  // namespace restock::laws
