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

}  // namespace restock::laws
