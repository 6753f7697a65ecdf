// When one product of a group must order, those that are low enough join: one order, one fixed cost.
#include "engine/joint.hpp"

#include "engine/listing.hpp"

#include <variant>

namespace restock::joint {

void reset(Replication& r) {
  std::vector<std::uint32_t>& group_of = r.s_.side.joint;
  group_of.assign(r.b_.joint_groups.empty() ? 0 : r.b_.points.size(), none);
  for (std::uint32_t g = 0; g < r.b_.joint_groups.size(); ++g)
    for (const PointId member : r.b_.joint_groups[g].of(r.b_.joint_members)) group_of[member.index()] = g;
}

void fill_up(Replication& r, std::uint32_t point) {
  if (r.s_.side.joint.empty() || r.s_.side.joint[point] == none) return;
  for (const PointId other : r.b_.joint_groups[r.s_.side.joint[point]].of(r.b_.joint_members)) {
    const auto member = static_cast<std::uint32_t>(other.index());
    if (member == point || r.frozen(member) || r.refused(member) || engine::orders_no_more(r, member)) continue;
    r.touch(member);
    const PointRules& rules = r.b_.rules(r.b_.points[member]);
    const Quantity units = rules.lot.apply(std::get<CanOrder>(rules.policy).join(r.view_of_planner(member)));
    if (units > 0) r.place_order(member, units, true);
    r.arm(member);
  }
}

}  // namespace restock::joint
