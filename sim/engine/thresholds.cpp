// Causes that depend on what happens: at stated instants somebody looks, and a spell begins or ends.
#include "engine/replication.hpp"

#include <variant>

namespace restock {

/// Thresholds are looked at at their own instants.
void Replication::want_look(std::uint32_t cause, Time from) {
  const auto* threshold = std::get_if<Threshold>(&b_.causes[cause].when);
  if (threshold == nullptr) return;
  const Time at = threshold->look_at_or_after(from);
  if (at < end_) schedule(EventKind::look, at, cause, 0, cause);
}

void Replication::on_look(std::uint32_t cause) {
  const auto& threshold = std::get<Threshold>(b_.causes[cause].when);
  CauseState& state = s_.disruptions.causes[cause];
  want_look(cause, now_.tick + 1);
  if (state.awaited) return;
  if (state.level > 0) {
    if (now_.tick >= later(state.since, threshold.least.ticks) && threshold.ends(watched_sum(cause)))
      schedule(EventKind::spell_end, now_.tick, cause, 0, cause);
  } else if (threshold.begins(watched_sum(cause))) {
    state.awaited = true;
    schedule(EventKind::spell_begin, later(now_.tick, threshold.delay.ticks),
             static_cast<std::uint32_t>(b_.causes.size()) + cause, 0, cause);
  }
}

/// With the customers of earlier ticks, and without those of this one.
Quantity Replication::watched_sum(std::uint32_t cause) {
  const CausePlan& plan = b_.causes[cause];
  const Watched of = std::get<Threshold>(plan.when).of;
  Quantity sum = 0;
  for (const std::uint32_t id : plan.watched.of(b_.watched)) {
    if (of == Watched::port_queue) {
      sum += s_.seas.ports[id].waiting;
      continue;
    }
    touch(id);
    const PointState& p = s_.points[id];
    if (of == Watched::backlog) sum += p.backlog;
    if (of == Watched::on_hand) sum += p.on_hand;
    if (of == Watched::on_record) sum += p.on_record;
    if (of == Watched::on_order) sum += p.on_order;
  }
  return sum;
}

}  // namespace restock
