// Ports: arrivals, the anchorage, berths, the yard, and who goes elsewhere.
#include "engine/replication.hpp"

#include <algorithm>

namespace restock {

void Replication::reset_ports() {
  s_.seas.ports.assign(b_.ports.size(), {});
  s_.seas.routes.assign(b_.routes.size(), {});
  s_.seas.vessels.clear();
  s_.seas.yards.clear();
  for (PortState& port : s_.seas.ports) port.facts = opened(port);
}

void Replication::start_ports() {
  for (std::uint32_t port = 0; port < b_.ports.size(); ++port)
    if (b_.ports[port].traffic.any) schedule_convoy(port, 0);
}

void Replication::schedule_convoy(std::uint32_t port, std::uint64_t convoy) {
  const PortPlan& plan = b_.ports[port];
  Draws draws(luck_.at(plan.who, Purpose::port_traffic_gap, convoy));
  schedule(EventKind::convoy, later(now_.tick, plan.traffic.gap.sample_ticks(draws)), port, convoy, port);
}

/// Levels enter the integrals as in move_stock: level at the end × end − Σ change × time of change.
void Replication::change_port(std::uint32_t port, Quantity waiting, Quantity busy) {
  PortState& p = s_.seas.ports[port];
  const Quantity berths = b_.ports[port].berths;
  const Quantity before = p.waiting + p.busy;
  p.waiting += waiting;
  p.busy += busy;
  const Quantity after = p.waiting + p.busy;
  p.facts.queue -= widen(waiting, now_.tick);
  p.facts.busy -= widen(busy, now_.tick);
  p.facts.empty -= widen(static_cast<int>(after == 0) - static_cast<int>(before == 0), now_.tick);
  p.facts.full -= widen(static_cast<int>(after >= berths) - static_cast<int>(before >= berths), now_.tick);
}

void Replication::on_convoy(std::uint32_t port) {
  const std::uint64_t convoy = now_.number;
  const PortPlan& plan = b_.ports[port];
  Draws draws(luck_.at(plan.who, Purpose::port_convoy, convoy));
  const Quantity ships = std::min(most_in_convoy, sample_quantity(plan.traffic.convoy.law, draws));
  for (Quantity ship = 0; ship < ships; ++ship) {
    Vessel vessel;
    vessel.port = port;
    vessel.who = plan.who;
    vessel.nth = vessel.number = ship_address(convoy, static_cast<std::uint64_t>(ship));
    arrive(s_.seas.vessels.make(vessel));
  }
  schedule_convoy(port, convoy + 1);
}

/// A vessel reaches the port that it makes for. One of ours may sail on; who can go elsewhere does so before a full
/// anchorage.
void Replication::arrive(std::uint32_t slot) {
  Vessel& vessel = s_.seas.vessels[slot];
  const std::uint32_t port = vessel.port;
  const PortPlan& plan = b_.ports[port];
  PortState& p = s_.seas.ports[port];
  const bool ours = vessel.route != none;
  ++(ours ? p.facts.calls : p.facts.background_calls);
  const bool can_leave = !ours || plan.reroute.to.valid();
  const bool full = !has_free_berth(port) && p.waiting >= plan.anchorage;
  const Time ahead = ours ? work_before(port) : 0;
  if ((ours && plan.sends_on(p.waiting, ahead)) || (full && can_leave)) {
    divert(slot);
    return;
  }
  vessel.where = Vessel::Where::at_anchor;
  vessel.arrived = now_.tick;
  vessel.announced = ours ? plan.announced_handling(vessel.units) : plan.traffic.planned_handling;
  vessel.due = never;
  p.work_ahead = later(p.work_ahead, vessel.announced);
  join(p.anchorage, slot);
  change_port(port, 1, 0);
  if (plan.has_patience && can_leave) {
    Draws draws(luck_.at(vessel.who, Purpose::port_patience, vessel.nth));
    vessel.due = later(now_.tick, plan.patience.sample_ticks(draws));
    schedule(EventKind::port_leave, vessel.due, port, vessel.number, slot);
  }
  berth_waiting(port);
  if (ours && vessel.where == Vessel::Where::at_anchor)
    announce(slot, later(plan.expected_wait(ahead), plan.planned_stay(vessel.units)));
}

void Replication::join(Line& line, std::uint32_t slot) {
  Vessel& vessel = s_.seas.vessels[slot];
  vessel.prev = line.tail;
  vessel.next = none;
  (line.tail != none ? s_.seas.vessels[line.tail].next : line.head) = slot;
  line.tail = slot;
}

void Replication::leave(Line& line, std::uint32_t slot) {
  const Vessel& vessel = s_.seas.vessels[slot];
  (vessel.prev != none ? s_.seas.vessels[vessel.prev].next : line.head) = vessel.next;
  (vessel.next != none ? s_.seas.vessels[vessel.next].prev : line.tail) = vessel.prev;
}

void Replication::discharge(std::uint32_t slot) {
  s_.seas.vessels[slot].where = Vessel::Where::gone;
  s_.seas.vessels[slot].cargo.clear();
  s_.seas.vessels.release(slot);
}

/// Somebody else's vessel is gone; ours makes for the other port.
void Replication::divert(std::uint32_t slot) {
  Vessel& vessel = s_.seas.vessels[slot];
  const PortPlan& plan = b_.ports[vessel.port];
  ++s_.seas.ports[vessel.port].facts.diverted;
  history_.note(plan.who, Fact::diverted, now_.tick, vessel.number, vessel.units);
  if (vessel.route == none) {
    discharge(slot);
    return;
  }
  vessel.where = Vessel::Where::at_sea;
  vessel.port = plan.reroute.to.value;
  announce(slot, later(plan.reroute.extra, b_.ports[vessel.port].planned_stay(vessel.units)));
  schedule(EventKind::port_arrival, later(now_.tick, plan.reroute.extra), vessel.port, vessel.number, slot);
}

/// Its wait at anchor is over, whatever comes now.
void Replication::leave_anchorage(std::uint32_t slot) {
  const Vessel& vessel = s_.seas.vessels[slot];
  PortState& p = s_.seas.ports[vessel.port];
  leave(p.anchorage, slot);
  change_port(vessel.port, -1, 0);
  p.work_ahead -= vessel.announced;
  const Time wait = now_.tick - vessel.arrived;
  p.waits.add(wait, 1);
  ++p.facts.waits;
  if (wait > 0) ++p.facts.waited;
  p.facts.wait += wait;
  if (vessel.route == none) return;
  ++p.facts.waits_of_ours;
  p.facts.wait_of_ours += wait;
}

/// Announced handling before who arrives now: that of the vessels at anchor, and what is left of it at berth.
Time Replication::work_before(std::uint32_t port) const {
  const PortState& p = s_.seas.ports[port];
  Time work = p.work_ahead;
  for (std::uint32_t slot = p.at_berth.head; slot != none; slot = s_.seas.vessels[slot].next) {
    const Vessel& vessel = s_.seas.vessels[slot];
    work = later(work, std::max<Time>(0, later(vessel.berthed, vessel.announced) - now_.tick));
  }
  return work;
}

bool Replication::has_free_berth(std::uint32_t port) const {
  const PortState& p = s_.seas.ports[port];
  return p.busy + p.lost < static_cast<Quantity>(b_.ports[port].berths);
}

void Replication::berth_waiting(std::uint32_t port) {
  PortState& p = s_.seas.ports[port];
  const PortPlan& plan = b_.ports[port];
  while (p.anchorage.head != none && has_free_berth(port)) {
    const std::uint32_t slot = p.anchorage.head;
    Vessel& vessel = s_.seas.vessels[slot];
    leave_anchorage(slot);
    change_port(port, 0, 1);
    ++p.facts.berthed;
    history_.note(plan.who, Fact::berthed, now_.tick, vessel.number, vessel.units, vessel.arrived);
    vessel.where = Vessel::Where::at_berth;
    vessel.berthed = now_.tick;
    join(p.at_berth, slot);
    handle_on(slot, handling_of(vessel));
    if (vessel.route != none) announce(slot, plan.planned_stay(vessel.units));
  }
}

Time Replication::handling_of(const Vessel& vessel) const {
  const PortPlan& plan = b_.ports[vessel.port];
  if (vessel.route != none && plan.by_crane) return plan.announced_handling(vessel.units);
  Draws draws(luck_.at(vessel.who, Purpose::port_handling, vessel.nth));
  return (vessel.route != none ? plan.handling : plan.traffic.handling).sample_ticks(draws);
}

/// Patience is over, unless it has berthed meanwhile.
void Replication::on_port_leave(std::uint32_t slot) {
  const Vessel& vessel = s_.seas.vessels[slot];
  if (vessel.where != Vessel::Where::at_anchor || vessel.number != now_.number || vessel.due != now_.tick) return;
  leave_anchorage(slot);
  divert(slot);
}

void Replication::on_berth_done(std::uint32_t slot) {
  Vessel& vessel = s_.seas.vessels[slot];
  const std::uint32_t port = vessel.port;
  if (vessel.where != Vessel::Where::at_berth || vessel.number != now_.number || vessel.due != now_.tick) return;
  leave(s_.seas.ports[port].at_berth, slot);
  if (vessel.route == none) {
    change_port(port, 0, -1);
    discharge(slot);
  } else {
    vessel.where = Vessel::Where::blocked;
    join(s_.seas.ports[port].for_yard, slot);
    unload(port);
  }
  berth_waiting(port);
}

/// Vessels that are done leave their berths as far as the yard has room for what they bring.
void Replication::unload(std::uint32_t port) {
  PortState& p = s_.seas.ports[port];
  const PortPlan& plan = b_.ports[port];
  while (p.for_yard.head != none) {
    const std::uint32_t slot = p.for_yard.head;
    const Vessel& vessel = s_.seas.vessels[slot];
    if (!plan.fits(p.in_yard, vessel.units)) return;
    leave(p.for_yard, slot);
    p.in_yard += vessel.units;
    p.facts.yard -= widen(vessel.units, now_.tick);
    p.facts.units += vessel.units;
    for (Cargo cargo : vessel.cargo) {
      const std::uint64_t who = b_.links[cargo.link].who;
      Draws dwell(luck_.at(who, Purpose::yard_dwell, cargo.nth));
      Draws customs(luck_.at(who, Purpose::customs, cargo.nth));
      const Time cleared = later(later(now_.tick, plan.dwell.sample_ticks(dwell)), plan.customs.sample_ticks(customs));
      cargo.port = port;
      schedule(EventKind::yard_out, cleared, port, of_link(cargo.link, cargo.number), s_.seas.yards.make(cargo));
    }
    change_port(port, 0, -1);
    discharge(slot);
  }
}

/// Cleared: a shipment leaves the yard for its receiver.
void Replication::on_yard_out(std::uint32_t slot) {
  const Cargo cargo = s_.seas.yards[slot];
  s_.seas.yards.release(slot);
  PortState& p = s_.seas.ports[cargo.port];
  const Shipment& shipment = s_.shipments[cargo.shipment];
  p.in_yard -= shipment.units;
  p.facts.yard += widen(shipment.units, now_.tick);
  const LinkPlan& link = b_.links[cargo.link];
  const RoutePlan& route = b_.routes[b_.terms(link).route.index()];
  Draws draws(luck_.at(link.who, Purpose::inland, cargo.nth));
  schedule(EventKind::receipt, later(now_.tick, route.inland.sample_ticks(draws)),
           b_.points[shipment.point].dispatch_rank, of_link(cargo.link, cargo.number), cargo.shipment);
  announce(cargo, later(now_.tick, route.planned_inland));
  unload(cargo.port);
  berth_waiting(cargo.port);
}

/// Arrivals = left + berthed + what the queue has grown by; the facts of a port as the window opens.
PortFacts Replication::opened(const PortState& port) {
  PortFacts facts;
  facts.opening_queue = port.waiting;
  return facts;
}

void Replication::open_ports() {
  for (std::uint32_t i = 0; i < s_.seas.ports.size(); ++i) {
    PortState& port = s_.seas.ports[i];
    port.facts = opened(port);
    port.waits.clear();
  }
}

void Replication::close_ports() {
  const Time length = b_.length;
  for (std::uint32_t i = 0; i < s_.seas.ports.size(); ++i) {
    const PortState& port = s_.seas.ports[i];
    PortFacts facts = port.facts;
    facts.queue += widen(port.waiting, length);
    facts.busy += widen(port.busy, length);
    facts.yard += widen(port.in_yard, length);
    facts.berths_out += widen(port.lost, length);
    if (port.waiting + port.busy == 0) facts.empty += length;
    if (port.waiting + port.busy >= static_cast<Quantity>(b_.ports[i].berths)) facts.full += length;
    facts.closing_queue = port.waiting;
    closed_ports_.push_back(facts);
    port_waits_.push_back(port.waits);
  }
}

}  // namespace restock
