// Policies at random; see random_policies.hpp.
#include "laws/random_policies.hpp"

#include "laws/picks.hpp"

#include <algorithm>
#include <variant>

namespace restock {

using namespace laws;

namespace {

/// It remembers what it did here and, among all points that it serves, how often it was asked; and it has moods.
constexpr const char* moody_planner = R"(
local asked = 0
return function(view, memory, with)
  asked = asked + 1
  local units = math.max(0, with.S - view.position)
  if uniform() < with.mood then units = units // 2 end
  if uniform() < with.mood then units = units + (memory.last or 1) % 3 end
  if asked % 7 == 0 then units = units + 1 end
  memory.last = units + view.review
  return units
end
)";

/// It needs the plan that add_random_levels gives it.
Policy random_plan(const ReviewCalendar& calendar) {
  Mrp plan{calendar, pick(0, 4)};
  plan.lot_size =
      one_of<LotSize>({LotForLot{}, EconomicLot{}, FixedPeriod{static_cast<int>(pick(1, 4))}, WagnerWhitin{}});
  plan.horizon = static_cast<int>(pick(1, 6));
  return plan;
}

}  // namespace

Policy random_policy(Draft& b, Time grain) {
  const ReviewCalendar calendar{{grain * pick(1, 6)}, {grain * pick(0, 8)}};
  const Quantity S = chance(25) ? pick(12, 60) : pick(0, 12);
  const Quantity s = chance(40) ? S - 1 : pick(-3, S - 1);
  switch (pick(0, 16)) {
    case 0:
    case 1:
      return BaseStock{S};
    case 13:
    case 14:
      return CanOrder{s, pick(s, S - 1), S};
    case 2:
      return ReorderPoint{s, pick(1, 6)};
    case 3:
      return MinMax{s, S};
    case 4:
      return OrderUpTo{calendar, S};
    case 5:
      return PeriodicMinMax{calendar, s, S};
    case 6:
      return PeriodicReorderPoint{calendar, s, pick(1, 6)};
    case 7:
      return FixedOrder{calendar, pick(1, 3)};
    case 8:
      return CappedBaseStock{calendar, S, pick(1, 6)};
    case 9:
      return SmoothedOrderUpTo{calendar, S, {one_of<double>({0.3, 0.5, 1.0})}, {1.5 / static_cast<double>(grain)}};
    case 10:
      return OrderOnDemand{chance(70) ? 1 : pick(2, 4)};
    case 11:
      return Kanban{pick(1, 4), pick(1, 6)};
    case 12:
      return Conwip{pick(1, 6), chance(50) ? 0 : pick(-2, 12)};
    case 15:
      return random_plan(calendar);
    default:
      b.programs.push_back({"case.lua", moody_planner, {{"S", static_cast<double>(S)}, {"mood", 0.3}}});
      return ScriptPolicy{calendar, {}, S, {}, static_cast<std::uint32_t>(b.programs.size() - 1)};
  }
}

void add_joint_orders(Draft& b) {
  const PointId supplier = chance(60) ? PointId{} : PointId{index(0, static_cast<std::int64_t>(b.points.size()) - 1)};
  for (std::uint32_t p = 0; p < b.points.size(); ++p) {
    const DraftPoint& plan = b.points[p];
    if (!plan.replenished || plan.made_here || !std::holds_alternative<CanOrder>(plan.policy) || chance(15)) continue;
    const auto links = plan.sources.of(b.links);
    if (std::all_of(links.begin(), links.end(), [&](const DraftLink& link) { return link.from == supplier; }))
      b.joint_members.emplace_back(p);
  }
  if (b.joint_members.size() > 1) b.joint_groups.push_back({0, static_cast<std::uint32_t>(b.joint_members.size())});
}

}  // namespace restock
