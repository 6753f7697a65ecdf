// Stock points whose customers write what those of others read: look-alikes, whoever calls units from whom, and second
// choices. They are pulled as one.
#include "engine/replication.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace restock {

namespace {

/// Sets of points that grow together.
class Joined {
 public:
  explicit Joined(std::size_t points) : head_(points) { std::iota(head_.begin(), head_.end(), 0U); }
  std::uint32_t head(std::uint32_t point) {
    while (head_[point] != point) point = head_[point] = head_[head_[point]];
    return point;
  }
  /// The lower number heads both.
  void join(std::uint32_t a, std::uint32_t b) {
    a = head(a);
    b = head(b);
    head_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> head_;
};

}  // namespace

void Replication::reset_groups() {
  SideTables& side = s_.side;
  side.groups.clear();
  side.group_of.clear();
  if (b_.look_alikes.empty() && b_.calls.empty() && b_.second_choices.empty()) return;
  side.group_of.assign(b_.points.size(), none);
  Joined joined(b_.points.size());
  std::vector<bool> grouped(b_.points.size(), false);
  const auto join = [&](std::uint32_t a, std::uint32_t b) {
    joined.join(a, b);
    grouped[a] = grouped[b] = true;
  };
  for (const LookAlikes& group : b_.look_alikes)
    for (const std::uint32_t point : group.points) join(group.points.front(), point);
  for (const CallPlan& plan : b_.calls)
    for (const PointId giver : plan.givers.of(b_.givers))
      join(static_cast<std::uint32_t>(plan.point.index()), static_cast<std::uint32_t>(giver.index()));
  for (const SecondChoicePlan& plan : b_.second_choices)
    for (const PointId option : plan.options.of(b_.options))
      join(static_cast<std::uint32_t>(b_.streams[plan.stream].point.index()),
           static_cast<std::uint32_t>(option.index()));
  for (std::uint32_t point = 0; point < b_.points.size(); ++point) {
    if (!grouped[point]) continue;
    std::uint32_t& group = side.group_of[joined.head(point)];  // the head comes first
    if (group == none) {
      group = static_cast<std::uint32_t>(side.groups.size());
      side.groups.emplace_back();
    }
    side.group_of[point] = group;
    side.groups[group].points.push_back(point);
  }
  for (const SecondChoicePlan& plan : b_.second_choices)
    if (!plan.options.empty()) side.groups[side.group_of[b_.streams[plan.stream].point.index()]].calls = true;
  for (const CallPlan& plan : b_.calls)
    if (!plan.givers.empty()) side.groups[side.group_of[plan.point.index()]].calls = true;
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
