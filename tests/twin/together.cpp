// Planners who look beyond their own stock point, in the twin: at their echelon, at products to order together.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

/// Whoever watches the point is asked: its own policy, and those upstream who watch their echelon.
void World::review_if_low(std::uint32_t at) {
  review_if_low_here(at);
  ask_echelons(at);
}

/// They look at it when their review comes.
void World::ask_echelons(std::uint32_t at) {
  for (const EchelonPlan& echelon : b_.echelons)
    for (const EchelonMember& member : echelon.members.of(b_.echelon_members))
      if (member.point.value == at && continuous(echelon.point.value))
        schedule(Kind::review, now_.tick, b_.points[echelon.point.index()].review_rank, acts, echelon.point.value);
}

const EchelonPlan* World::echelon_of(std::uint32_t at) const {
  for (const EchelonPlan& echelon : b_.echelons)
    if (echelon.point.value == at) return &echelon;
  return nullptr;
}

/// Of everything from the point down to its customers, in units of the point.
PlannerView World::view_of_echelon(const EchelonPlan& echelon) const {
  PlannerView sum{now_.tick, now_.tick};
  for (const EchelonMember& member : echelon.members.of(b_.echelon_members)) {
    const PlannerView here = view(points_[member.point.index()]);
    sum.on_record += member.content * here.on_record;
    sum.on_order += member.content * here.on_order;
    sum.backlog += member.content * here.backlog;
  }
  return sum;
}

/// The rest of the group, once one of it has placed an order.
void World::others_join(std::uint32_t at) {
  for (const Rows& group : b_.joint_groups) {
    const auto members = group.of(b_.joint_members);
    if (std::find(members.begin(), members.end(), PointId{at}) == members.end()) continue;
    for (const PointId other : members)
      if (other.value != at) join_order(other.value);
  }
}

/// Low enough to be ordered with another product.
void World::join_order(std::uint32_t at) {
  if (frozen(at) || orders_no_more(at) || refused_everywhere(at)) return;
  const Quantity units = b_.points[at].lot.apply(std::get<CanOrder>(b_.points[at].policy).join(view_at_review(at)));
  if (units > 0) place(at, units, true);
}

}  // namespace restock::twin
