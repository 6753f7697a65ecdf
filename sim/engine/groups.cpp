// Stock points whose customers write what those of others read: look-alikes, whoever calls units from whom, second
// choices, and orders of several lines. They are pulled as one.
#include "engine/replication.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace restock {

namespace {

/// Sets of points that grow together.
class Joined {
 public:
  explicit Joined(std::size_t points) : head_(points), joined_(points, false) {
    std::iota(head_.begin(), head_.end(), 0U);
  }
  std::uint32_t head(std::uint32_t point) {
    while (head_[point] != point) point = head_[point] = head_[head_[point]];
    return point;
  }
  /// Whether it was joined to any.
  bool has(std::uint32_t point) const { return joined_[point]; }
  /// The lower number heads both.
  void join(std::uint32_t a, std::uint32_t b) {
    joined_[a] = joined_[b] = true;
    a = head(a);
    b = head(b);
    head_[std::max(a, b)] = std::min(a, b);
  }
  void join_all(PointId point, std::span<const PointId> others) {
    for (const PointId other : others)
      join(static_cast<std::uint32_t>(point.index()), static_cast<std::uint32_t>(other.index()));
  }

 private:
  std::vector<std::uint32_t> head_;
  std::vector<bool> joined_;
};

Joined joined_points(const Blueprint& b) {
  Joined joined(b.points.size());
  for (const LookAlikes& group : b.look_alikes)
    for (const std::uint32_t point : group.points) joined.join(group.points.front(), point);
  for (const CallPlan& plan : b.calls) joined.join_all(plan.point, plan.givers.of(b.givers));
  for (const SecondChoicePlan& plan : b.second_choices)
    joined.join_all(b.streams[plan.stream].point, plan.options.of(b.options));
  for (const PackingPlan& plan : b.packings) {
    const auto together = plan.points.of(b.packing_points);
    joined.join_all(together.front(), together);
  }
  for (const BasketPlan& plan : b.baskets)
    for (const BasketLinePlan& line : plan.lines.of(b.basket_lines))
      joined.join(static_cast<std::uint32_t>(b.streams[plan.stream].point.index()),
                  static_cast<std::uint32_t>(b.streams[line.stream].point.index()));
  return joined;
}

}  // namespace

void Replication::reset_groups() {
  SideTables& side = s_.side;
  side.groups.clear();
  side.group_of.clear();
  if (b_.look_alikes.empty() && b_.calls.empty() && b_.second_choices.empty() && b_.baskets.empty() &&
      b_.packings.empty())
    return;
  side.group_of.assign(b_.points.size(), none);
  Joined joined = joined_points(b_);
  for (std::uint32_t point = 0; point < b_.points.size(); ++point) {
    if (!joined.has(point)) continue;
    std::uint32_t& group = side.group_of[joined.head(point)];  // the head comes first
    if (group == none) {
      group = static_cast<std::uint32_t>(side.groups.size());
      side.groups.emplace_back();
    }
    side.group_of[point] = group;
    side.groups[group].points.push_back(point);
  }
  const auto gives = [&](PointId point, const Rows& others) {
    if (!others.empty()) side.groups[side.group_of[point.index()]].calls = true;
  };
  for (const CallPlan& plan : b_.calls) gives(plan.point, plan.givers);
  for (const SecondChoicePlan& plan : b_.second_choices) gives(b_.streams[plan.stream].point, plan.options);
  for (const BasketPlan& plan : b_.baskets) gives(b_.streams[plan.stream].point, plan.lines);
}

const PulledGroup* Replication::group_of(std::uint32_t point) const {
  if (s_.side.group_of.empty() || s_.side.group_of[point] == none) return nullptr;
  return &s_.side.groups[s_.side.group_of[point]];
}

/// In the order of time; at one tick in the order of points.
void Replication::pull_together(const PulledGroup& group, Time limit) {
  pulling_ = true;
  for (;;) {
    const auto earlier = [this](std::uint32_t a, std::uint32_t b) { return next_within(a) < next_within(b); };
    const std::uint32_t first = *std::ranges::min_element(group.points, earlier);
    const Time at = next_within(first);
    if (at >= limit) break;
    live_through(first, at);
  }
  pulling_ = false;
  for (const std::uint32_t point : group.points)
    if (s_.points[point].deadline_wakes) arm_deadline(point);
}

/// The planners' snapshots are made before anybody of the group goes on.
void Replication::catch_up_together(const PulledGroup& group) {
  for (;;) {
    Time first = never;
    std::uint32_t whose = none;
    for (const std::uint32_t point : group.points) {
      if (!s_.points[point].sees_old_data) continue;
      const Time next = next_catch(point);
      if (next >= first || !review_turn_has_come(point, next)) continue;
      first = next;
      whose = point;
    }
    if (whose == none) return;
    catch_up_once(whose);
  }
}

}  // namespace restock
