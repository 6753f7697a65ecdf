// Late information: the pull makes a snapshot of what is recorded as it passes the instant of which the planner will
// know, and brings it to him as it passes the refresh.
#include "engine/replication.hpp"

#include <algorithm>

namespace restock {

namespace {

bool freezes_information(const EffectPlan& effect) { return effect.kind == EffectKind::information_frozen; }

}  // namespace

void Replication::reset_information() {
  SideTables& side = s_.side;
  const bool late = std::ranges::any_of(b_.point_rules, [](const PointRules& r) { return r.information.has_value(); });
  const bool freezes = std::ranges::any_of(b_.effects, freezes_information);
  side.information.assign(late || freezes ? b_.points.size() : 0, {});
  side.snapshots.clear();
}

/// At the clock's start the planner knows what is there.
void Replication::set_information(std::uint32_t point) {
  const PointRules& rules = b_.rules(b_.points[point]);
  if (!rules.information || !rules.replenished) return;
  PointState& p = s_.points[point];
  InformationState& info = s_.side.information[point];
  p.sees_old_data = true;
  info.known = {now_.tick, p.on_record, p.on_order, p.backlog, 0};
  const Time refresh = rules.information->refresh_with(now_.tick);
  if (refresh < never) info.first = refresh - rules.information->delay;
  const auto on_their_way =
      static_cast<std::uint32_t>(rules.information->delay / rules.information->refresh.every.ticks);
  info.ring = {static_cast<std::uint32_t>(s_.side.snapshots.size()), on_their_way + 1};
  s_.side.snapshots.resize(s_.side.snapshots.size() + info.ring.count);
}

/// Whether the turn of a point's review at `at` has come.
bool Replication::review_turn_has_come(std::uint32_t point, Time at) const {
  if (now_.tick != at) return now_.tick > at;
  constexpr auto review = static_cast<std::size_t>(EventKind::review);
  return now_.step >= Step::pack(half_[review], 0, phase_[review], b_.points[point].review_rank);
}

/// When the next snapshot is made, or arrives.
Time Replication::next_catch(std::uint32_t point) const {
  const InformationRules& rules = *b_.rules(b_.points[point]).information;
  const InformationState& info = s_.side.information[point];
  const Time arrives = info.brought < info.taken ? later(info.instant_of(info.brought, rules), rules.delay) : never;
  return std::min(info.instant_of(info.taken, rules), arrives);
}

void Replication::catch_up_once(std::uint32_t point) {
  const PointState& p = s_.points[point];
  const InformationRules& rules = *b_.rules(b_.points[point]).information;
  InformationState& info = s_.side.information[point];
  const Time next = info.instant_of(info.taken, rules);
  if (next > next_catch(point)) {
    const Snapshot& data = s_.side.snapshots[info.slot_of(info.brought++)];
    if (info.frozen == 0) info.known = data;
    return;
  }
  pull_customers(point, review_before_demand_ ? next : next + 1);
  s_.side.snapshots[info.slot_of(info.taken++)] = {next, p.on_record, p.on_order, p.backlog + waiting_units(point),
                                                   info.placed};
}

/// Snapshots that are due are made, and those that have arrived are brought to the planner.
void Replication::catch_up(std::uint32_t point) {
  if (const PulledGroup* group = group_of(point)) return catch_up_together(*group);
  while (review_turn_has_come(point, next_catch(point))) catch_up_once(point);
}

/// A continuous policy looks at its data when they are refreshed.
void Replication::schedule_refresh(std::uint32_t point, Time from) {
  const PointPlan& plan = b_.points[point];
  const Time at = b_.rules(plan).information->refresh.at_or_after(from);
  if (at < end_) schedule(EventKind::review, at, plan.review_rank, 0, point);
}

bool Replication::frozen(std::uint32_t point) const {
  return !s_.side.information.empty() && s_.side.information[point].frozen > 0;
}

/// Whoever sees the record as it is keeps what it says now.
void Replication::freeze(std::uint32_t point) {
  const PointState& p = s_.points[point];
  InformationState& info = s_.side.information[point];
  if (info.frozen++ > 0) return;
  if (!p.sees_old_data)
    info.known = {now_.tick, p.on_record, p.on_order, p.backlog + waiting_units(point), info.placed};
  arm(point);
}

void Replication::unfreeze(std::uint32_t point) {
  if (--s_.side.information[point].frozen > 0) return;
  want_review_if_below(point);
  arm(point);
}

/// What the planner sees now.
PlannerView Replication::view_of_planner(std::uint32_t point) {
  const PointState& p = s_.points[point];
  if (!p.sees_old_data && !frozen(point))
    return {now_.tick, now_.tick, p.on_record, p.on_order, p.backlog + waiting_units(point)};
  InformationState& info = s_.side.information[point];
  const auto& rules = b_.rules(b_.points[point]).information;
  const PlannerView view = view_of(info.known, now_.tick, info.placed, rules ? *rules : InformationRules{});
  if (in_window()) {
    ++info.facts.reviews;
    info.facts.age += view.now - view.as_of;
  }
  return view;
}

}  // namespace restock
