// What goes wrong at ports: they are shut or slow, and berths are lost.
#include "engine/replication.hpp"

#include <algorithm>

namespace restock {

/// 0: it is shut.
double Replication::speed_of_port(std::uint32_t port) const {
  double speed = 1.0;
  for (const std::uint32_t e : s_.disruptions.of_port[port]) {
    const EffectPlan& effect = b_.effects[e];
    for (int k = 0; k < s_.disruptions.causes[effect.cause].level; ++k) {
      if (effect.kind == EffectKind::port_closed) return 0.0;
      if (effect.kind == EffectKind::port_slowed) speed *= effect.factor;
    }
  }
  return speed;
}

Quantity Replication::berths_lost(std::uint32_t port) const {
  Quantity lost = 0;
  for (const std::uint32_t e : s_.disruptions.of_port[port])
    if (b_.effects[e].kind == EffectKind::berths_lost)
      lost += b_.effects[e].add * s_.disruptions.causes[b_.effects[e].cause].level;
  return lost;
}

/// All causes of this instant have ended and begun: handling goes on at the speed that there is now, from where it is.
void Replication::on_port_changes(std::uint32_t port) {
  PortState& p = s_.seas.ports[port];
  const double speed = speed_of_port(port);
  const double before = p.speed;
  const Quantity berths = b_.ports[port].berths;
  const Quantity lost = speed > 0.0 ? std::min(berths, berths_lost(port)) : berths;
  p.facts.berths_out -= widen(lost - p.lost, now_.tick);
  p.lost = lost;
  p.speed = speed;
  for (std::uint32_t slot = p.at_berth.head; slot != none && speed != before; slot = s_.seas.vessels[slot].next) {
    const Vessel& vessel = s_.seas.vessels[slot];
    const bool works = before > 0.0 && vessel.due < never;
    handle_on(slot, works ? handled_in(vessel.due - now_.tick, before) : vessel.work_left);
  }
  berth_waiting(port);
}

/// A vessel at berth has so much handling before it, at the usual speed.
void Replication::handle_on(std::uint32_t slot, Time work) {
  Vessel& vessel = s_.seas.vessels[slot];
  vessel.work_left = work;
  vessel.due = later(now_.tick, time_to_handle(work, s_.seas.ports[vessel.port].speed));
  schedule(EventKind::berth_done, vessel.due, vessel.port, vessel.number, slot);
}

}  // namespace restock
