// Echelons at random; see random_echelons.hpp.
#include "laws/random_echelons.hpp"

#include "laws/picks.hpp"

#include <algorithm>
#include <variant>

namespace restock {

using namespace laws;

namespace {

bool can_watch(const Draft& b, std::uint32_t point) {
  const DraftPoint& plan = b.points[point];
  const auto freezes = [point](const EffectPlan& effect) {
    return effect.kind == EffectKind::information_frozen && effect.target == point;
  };
  return plan.replenished && !plan.information && counts_position(plan.policy) &&
         std::none_of(b.effects.begin(), b.effects.end(), freezes);
}

/// Units of the head in one unit of a point; sources differ where it comes by more than one way, or orders by mail.
Quantity content_of(const Draft& b, std::uint32_t point, const std::vector<Quantity>& contents, bool& differs) {
  const DraftPoint& plan = b.points[point];
  if (plan.made_here) {
    Quantity sum = 0;
    for (const ComponentPlan& component : plan.components.of(b.components))
      sum += component.units * contents[component.point.index()];
    return sum;
  }
  Quantity content = plan.sources.empty() ? 0 : -1;
  for (const DraftLink& link : plan.sources.of(b.links)) {
    const Quantity here = link.from.valid() ? contents[link.from.index()] : 0;
    differs = differs || (content >= 0 && content != here) ||
              (here > 0 && (link.order_delay > 0 || link.sender_calendar.valid()));
    content = here;
  }
  return content;
}

void add_echelon(Draft& b, std::uint32_t head, const std::vector<std::uint32_t>& upstream_first) {
  std::vector<Quantity> contents(b.points.size(), 0);
  contents[head] = 1;
  bool differs = false;
  for (const std::uint32_t point : upstream_first)
    if (point != head) contents[point] = content_of(b, point, contents, differs);
  if (differs) return;
  EchelonPlan plan{PointId{head}, {static_cast<std::uint32_t>(b.echelon_members.size()), 0}};
  for (std::uint32_t point = 0; point < b.points.size(); ++point) {
    if (contents[point] == 0) continue;
    b.echelon_members.push_back({PointId{point}, contents[point]});
    ++plan.members.count;
  }
  b.echelons.push_back(plan);
}

}  // namespace

void add_random_echelons(Draft& b, const std::vector<std::uint32_t>& upstream_first) {
  for (std::uint32_t point = 0; point < b.points.size(); ++point)
    if (can_watch(b, point) && chance(60)) add_echelon(b, point, upstream_first);
}

}  // namespace restock
