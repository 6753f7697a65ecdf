// The twin's late information: data are written down, and brought to the planner later; an event for each.
#include "twin/world.hpp"

namespace restock::twin {

bool World::late(std::uint32_t at) const { return b_.points[at].replenished && b_.points[at].information.has_value(); }

void World::start_information(std::uint32_t at) {
  const DraftPoint& plan = b_.points[at];
  Point& p = points_[at];
  p.known = {now_.tick, p.on_record, p.on_order, p.backlog, 0};
  schedule_refresh(at, now_.tick);
  const Time told = plan.information->refresh.at_or_after(later(now_.tick, plan.information->delay));
  if (told >= never) return;
  p.next_snapshot = told - plan.information->delay;
  schedule(Kind::snapshot, p.next_snapshot, plan.review_rank, writes_down, at);
}

void World::schedule_refresh(std::uint32_t at, Time from) {
  const Time when = b_.points[at].information->refresh.at_or_after(from);
  if (when < never) schedule(Kind::refresh, when, b_.points[at].review_rank, is_told, at);
}

void World::snapshot(std::uint32_t at) {
  const DraftPoint& plan = b_.points[at];
  Point& p = points_[at];
  p.on_the_way.push_back({now_.tick, p.on_record, p.on_order, p.backlog + p.waiting, p.placed});
  p.next_snapshot += plan.information->refresh.every.ticks;
  if (p.next_snapshot < never) schedule(Kind::snapshot, p.next_snapshot, plan.review_rank, writes_down, at);
}

/// The data of `delay` ago come; who does not review by a calendar reviews now.
void World::refresh(std::uint32_t at) {
  const DraftPoint& plan = b_.points[at];
  Point& p = points_[at];
  while (!p.on_the_way.empty() && later(p.on_the_way.front().as_of, plan.information->delay) <= now_.tick) {
    if (!frozen(at)) p.known = p.on_the_way.front();
    p.on_the_way.pop_front();
  }
  if (continuous(at)) schedule(Kind::review, now_.tick, plan.review_rank, acts, at);
  schedule_refresh(at, now_.tick + 1);
}

bool World::frozen(std::uint32_t at) const { return level_of(EffectKind::information_frozen, at) > 0; }

/// A spell begins in which no new data come; who sees the record as it is has to do with what it says now.
void World::keep_data(std::uint32_t at) {
  Point& p = points_[at];
  if (!late(at) && !frozen(at)) p.known = {now_.tick, p.on_record, p.on_order, p.backlog + p.waiting, p.placed};
}

PlannerView World::view_at_review(std::uint32_t at) {
  const Point& p = points_[at];
  if (!late(at) && !frozen(at)) return view(p);
  if (in_window()) {
    record_.information[at].reviews += 1;
    record_.information[at].age += now_.tick - p.known.as_of;
  }
  PlannerView seen{now_.tick, p.known.as_of, p.known.on_record, p.known.on_order, p.known.backlog};
  const auto& rules = b_.points[at].information;
  if (!rules || rules->own_orders_known) seen.on_order += p.placed - p.known.placed;
  return seen;
}

}  // namespace restock::twin
