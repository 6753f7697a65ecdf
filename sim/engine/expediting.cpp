// Expediting: when a point is short, units on their way are moved from their shipment to a faster one.
#include "engine/expediting.hpp"

#include "engine/promises.hpp"

#include <algorithm>

namespace restock::engine {

namespace {

const ExpeditingRules* rules_of(const Replication& r, std::uint32_t point) {
  const auto& rules = r.b_.rules(r.b_.points[point]).expediting;
  return rules ? &*rules : nullptr;
}

/// Units leave their shipment; from now on they are one of their own, which no cause on its lane concerns.
void move_to_faster(Replication& r, std::uint32_t slot, Quantity units, const ExpeditingRules& rules) {
  Shipment fast = r.s_.shipments[slot];
  const PointPlan& plan = r.b_.points[fast.point];
  r.inbound_take(fast.point, fast.announced, Supply::shipment, slot, units);
  r.s_.shipments[slot].units -= units;
  fast.units = units;
  fast.expedited = true;
  fast.announced = later(r.now_.tick, rules.planned);
  const std::uint32_t made = r.s_.shipments.make(fast);
  r.inbound_add(fast.point, fast.announced, Supply::shipment, made, units);
  r.s_.side.expediting[fast.point].fast.push_back(made);
  const std::uint64_t nth = day_number(r.now_.tick, r.s_.side.expedited[fast.link].next(r.now_.tick));
  Draws draws(r.luck_.at(r.b_.links[fast.link].who, Purpose::expedite, nth));
  const Time arrives = later(r.now_.tick, rules.time.sample_ticks(draws));
  const std::uint64_t number = r.s_.links[fast.link].shipments++;
  r.schedule(EventKind::receipt, arrives, plan.dispatch_rank, of_link(fast.link, number), made);
  r.s_.extra_facts[fast.point].expedited += units;
  r.history_.note(plan.who, Fact::expedited, r.now_.tick, 0, units);
}

}  // namespace

void reset_expediting(Replication& r) {
  const Blueprint& b = r.b_;
  const bool any =
      std::ranges::any_of(b.point_rules, [](const PointRules& rules) { return rules.expediting.has_value(); });
  r.s_.side.expediting.assign(any ? b.points.size() : 0, {});
  r.s_.side.expedited.assign(any ? b.links.size() : 0, {});
}

void plan_look(Replication& r, std::uint32_t point, Time from) {
  const ExpeditingRules* rules = rules_of(r, point);
  if (rules == nullptr) return;
  const Time at = rules->look(from);
  if (at < r.end_) r.schedule(EventKind::expedite, at, r.b_.points[point].review_rank, 0, point);
}

/// The oldest first, as far as they are announced for later than they would then be here.
void on_expedite(Replication& r, std::uint32_t point) {
  r.touch(point);
  plan_look(r, point, r.now_.tick + 1);
  const ExpeditingRules& rules = *rules_of(r, point);
  const PointState& p = r.s_.points[point];
  ExpeditingState& state = r.s_.side.expediting[point];
  Missed missed;
  if (rules.promises) missed = missed_promises(r, point);
  Quantity lacking = rules.promises ? missed.units : rules.below - (p.on_record - p.backlog - r.waiting_units(point));
  if (!rules.promises)
    for (const std::uint32_t slot : state.fast) lacking -= r.s_.shipments[slot].units;
  // What comes in time, or as soon as a faster carrier would bring it, stays where it is.
  const Time in_time =
      rules.promises ? std::max(missed.first, later(r.now_.tick, rules.planned)) : later(r.now_.tick, rules.planned);
  for (const std::uint32_t slot : state.usual) {
    if (lacking <= 0) break;
    const Shipment& shipment = r.s_.shipments[slot];
    const Quantity units = std::min(lacking, shipment.units);
    if (units == 0 || shipment.announced <= in_time) continue;
    move_to_faster(r, slot, units, rules);
    lacking -= units;
  }
  r.arm(point);
}

void has_left(Replication& r, std::uint32_t slot) {
  const Shipment& shipment = r.s_.shipments[slot];
  if (rules_of(r, shipment.point) != nullptr && !r.b_.terms(r.b_.links[shipment.link]).route.valid())
    r.s_.side.expediting[shipment.point].usual.push_back(slot);
}

void has_come(Replication& r, std::uint32_t slot) {
  const Shipment& shipment = r.s_.shipments[slot];
  if (rules_of(r, shipment.point) == nullptr) return;
  ExpeditingState& state = r.s_.side.expediting[shipment.point];
  std::erase(shipment.expedited ? state.fast : state.usual, slot);
}

}  // namespace restock::engine
