// The twin's ports: every vessel is a thing of its own that is moved from list to list. Lanes that lead there: sea.cpp.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

Draws World::draws(std::uint64_t who, Purpose why, std::uint64_t nth) const {
  return Draws({seed_, replication_, who, why, nth});
}

Shipment& World::shipment(const Load& load) {
  return *std::find_if(points_[load.point].inbound.begin(), points_[load.point].inbound.end(),
                       [&](const Shipment& s) { return s.id == load.id; });
}

Quantity World::units_on(const Vessel& vessel) {
  Quantity units = 0;
  for (const Load& load : vessel.loads) units += shipment(load).units;
  return units;
}

Quantity World::units_in_yard(std::uint32_t at) {
  Quantity units = 0;
  for (const auto& [id, load] : ports_[at].yard) units += shipment(load).units;
  return units;
}

/// Counts the levels of a port until now, before any of them changes.
void World::settle_port(std::uint32_t at) {
  Port& port = ports_[at];
  const Time from = std::max<Time>(port.settled, 0);
  const Time to = std::min(now_.tick, b_.length);
  port.settled = now_.tick;
  if (to <= from) return;
  PortFacts& f = record_.ports[at];
  const std::size_t vessels = port.anchorage.size() + port.berths_taken();
  f.queue += widen(static_cast<Quantity>(port.anchorage.size()), to - from);
  f.busy += widen(static_cast<Quantity>(port.berths_taken()), to - from);
  f.yard += widen(units_in_yard(at), to - from);
  if (vessels == 0) f.empty += to - from;
  if (vessels >= b_.ports[at].berths) f.full += to - from;
  const Quantity berths = b_.ports[at].berths;
  f.berths_out += widen(port.speed > 0.0 ? std::min(port.lost, berths) : berths, to - from);
}

PortFacts& World::port_facts(std::uint32_t at) { return in_window() ? record_.ports[at] : no_port_facts_; }

void World::start_ports() {
  for (std::uint32_t at = 0; at < ports_.size(); ++at) {
    ports_[at].settled = -b_.warmup;
    if (b_.ports[at].traffic.any) next_convoy(at, 0);
  }
}

/// Every spell of this instant has ended or begun.
void World::port_changes(std::uint32_t at) {
  settle_port(at);
  Port& port = ports_[at];
  const double old_speed = port.speed;
  port.speed = level_of(EffectKind::port_closed, at) > 0 ? 0.0 : 1.0;
  port.lost = 0;
  for (const EffectPlan& effect : b_.effects)
    for (int k = 0; k < causes_[effect.cause].level; ++k) {
      if (effect.kind == EffectKind::port_slowed && effect.target == at) port.speed *= effect.factor;
      if (effect.kind == EffectKind::berths_lost && effect.target == at) port.lost += effect.add;
    }
  if (port.speed != old_speed)
    for (auto& [number, vessel] : port.berths) {
      if (old_speed > 0.0 && vessel.done < never)
        vessel.left = to_ticks(static_cast<double>(vessel.done - now_.tick) * old_speed);
      finish_handling(at, number, vessel.left);
    }
  use_berths(at);
}

bool World::berth_is_free(std::uint32_t at) const {
  const Port& port = ports_[at];
  const auto taken = static_cast<Quantity>(port.berths_taken());
  return port.speed > 0.0 && taken < static_cast<Quantity>(b_.ports[at].berths) - port.lost;
}

/// So much handling is left of a vessel.
void World::finish_handling(std::uint32_t at, std::uint64_t number, Time handling) {
  Vessel& vessel = ports_[at].berths.at(number);
  const double speed = ports_[at].speed;
  vessel.left = handling;
  vessel.done = never;
  if (handling < never && speed > 0.0) vessel.done = later(now_.tick, to_ticks(static_cast<double>(handling) / speed));
  if (vessel.done < never) schedule(Kind::berth_done, vessel.done, at, number, at, number);
}

void World::next_convoy(std::uint32_t at, std::uint64_t number) {
  Draws gap = draws(b_.ports[at].who, Purpose::port_traffic_gap, number);
  const Time when = later(now_.tick, b_.ports[at].traffic.gap.sample_ticks(gap));
  if (when < never) schedule(Kind::convoy, when, at, number, at, number);
}

void World::convoy(std::uint32_t at, std::uint64_t number) {
  const PortPlan& plan = b_.ports[at];
  Draws size = draws(plan.who, Purpose::port_convoy, number);
  const Quantity ships = std::min(most_in_convoy, sample_quantity(plan.traffic.convoy.law, size));
  for (Quantity i = 0; i < ships; ++i) {
    Vessel vessel;
    vessel.who = plan.who;
    vessel.number = vessel.nth = ship_address(number, static_cast<std::uint64_t>(i));
    call(at, vessel);
  }
  next_convoy(at, number + 1);
}

Time World::announced_from_berth(const RoutePlan& plan, std::uint32_t port, Quantity units) const {
  const PortPlan& p = b_.ports[port];
  return later(later(p.announced_handling(units), p.planned_yard), plan.planned_inland);
}

void World::port_arrival(std::uint32_t at, std::uint64_t number) {
  const auto found = at_sea_.find({at, number});
  if (found == at_sea_.end() || found->second.lands != now_.tick) return;  // its lane was closed meanwhile
  const Vessel vessel = found->second;
  at_sea_.erase(found);
  call(at, vessel);
}

/// A vessel is there: it sails on, is turned away, or joins the end of the queue.
void World::call(std::uint32_t at, Vessel vessel) {
  const PortPlan& plan = b_.ports[at];
  Port& port = ports_[at];
  const Quantity waiting = static_cast<Quantity>(port.anchorage.size());
  Time work_ahead = 0;
  for (const Vessel& other : port.anchorage) work_ahead = later(work_ahead, other.announced_handling);
  for (const auto& [number, other] : port.berths) {
    const Time until = later(other.berthed, other.announced_handling);
    if (until > now_.tick) work_ahead = later(work_ahead, until - now_.tick);
  }
  const Time expected = work_ahead / static_cast<Time>(plan.berths);
  const bool other_port = plan.reroute.to.valid();
  (vessel.route ? port_facts(at).calls : port_facts(at).background_calls) += 1;
  if (vessel.route && other_port && (waiting >= plan.reroute.queue || expected >= plan.reroute.wait))
    return go_elsewhere(at, vessel);
  if ((!vessel.route || other_port) && !berth_is_free(at) && waiting >= plan.anchorage) return go_elsewhere(at, vessel);
  vessel.arrived = now_.tick;
  vessel.leaves = never;
  vessel.announced_handling = vessel.route ? plan.announced_handling(units_on(vessel)) : plan.traffic.planned_handling;
  if (plan.has_patience && (!vessel.route || other_port)) {
    Draws patience = draws(vessel.who, Purpose::port_patience, vessel.nth);
    vessel.leaves = later(now_.tick, plan.patience.sample_ticks(patience));
    if (vessel.leaves < never) schedule(Kind::port_leave, vessel.leaves, at, vessel.number, at, vessel.number);
  }
  settle_port(at);
  port.anchorage.push_back(vessel);
  use_berths(at);
  if (!vessel.route || port.anchorage.empty() || port.anchorage.back().number != vessel.number) return;
  for (const Load& load : vessel.loads)
    shipment(load).announced =
        later(later(now_.tick, expected), announced_from_berth(b_.routes[*vessel.route], at, units_on(vessel)));
}

void World::go_elsewhere(std::uint32_t from, Vessel vessel) {
  const PortPlan& plan = b_.ports[from];
  port_facts(from).diverted += 1;
  const Quantity units = units_on(vessel);
  history_.note(plan.who, Fact::diverted, now_.tick, vessel.number, units);
  if (!vessel.route) return;
  const std::uint32_t to = plan.reroute.to.value;
  const Time arrival = later(now_.tick, plan.reroute.extra);
  for (const Load& load : vessel.loads)
    shipment(load).announced = later(arrival, announced_from_berth(b_.routes[*vessel.route], to, units));
  vessel.on_lane = false;
  make_for(to, arrival, vessel);
}

void World::end_wait(std::uint32_t at, const Vessel& vessel) {
  const Time wait = now_.tick - vessel.arrived;
  PortFacts& f = port_facts(at);
  f.waits += 1;
  f.waited += wait > 0 ? 1 : 0;
  f.wait += wait;
  if (vessel.route) f.waits_of_ours += 1;
  if (vessel.route) f.wait_of_ours += wait;
  if (in_window()) record_.port_waits[at].add(wait, 1);
}

/// Whoever waits longest takes a free berth.
void World::use_berths(std::uint32_t at) {
  const PortPlan& plan = b_.ports[at];
  Port& port = ports_[at];
  settle_port(at);
  while (!port.anchorage.empty() && berth_is_free(at)) {
    const Vessel vessel = port.anchorage.front();
    port.anchorage.pop_front();
    end_wait(at, vessel);
    const Quantity units = units_on(vessel);
    port_facts(at).berthed += 1;
    history_.note(plan.who, Fact::berthed, now_.tick, vessel.number, units, vessel.arrived);
    Draws law = draws(vessel.who, Purpose::port_handling, vessel.nth);
    Time handling = 0;
    if (!vessel.route)
      handling = plan.traffic.handling.sample_ticks(law);
    else if (plan.by_crane)
      handling = plan.announced_handling(units);
    else
      handling = plan.handling.sample_ticks(law);
    port.berths[vessel.number] = vessel;
    port.berths[vessel.number].berthed = now_.tick;
    finish_handling(at, vessel.number, handling);
    for (const Load& load : vessel.loads)
      shipment(load).announced = later(now_.tick, announced_from_berth(b_.routes[*vessel.route], at, units));
  }
}

void World::port_leave(std::uint32_t at, std::uint64_t number) {
  Port& port = ports_[at];
  const auto found = std::find_if(port.anchorage.begin(), port.anchorage.end(),
                                  [&](const Vessel& v) { return v.number == number && v.leaves == now_.tick; });
  if (found == port.anchorage.end()) return;
  settle_port(at);
  const Vessel vessel = *found;
  port.anchorage.erase(found);
  end_wait(at, vessel);
  go_elsewhere(at, vessel);
}

void World::berth_done(std::uint32_t at, std::uint64_t number) {
  Port& port = ports_[at];
  const auto found = port.berths.find(number);
  if (found == port.berths.end() || found->second.done != now_.tick) return;
  settle_port(at);
  const Vessel vessel = found->second;
  port.berths.erase(found);
  if (vessel.route) port.unloading.push_back(vessel);
  unload(at);
  use_berths(at);
}

void World::unload(std::uint32_t at) {
  const PortPlan& plan = b_.ports[at];
  Port& port = ports_[at];
  while (!port.unloading.empty()) {
    const Vessel vessel = port.unloading.front();
    const Quantity units = units_on(vessel);
    if (!port.yard.empty() && units_in_yard(at) + units > plan.yard) return;
    port.unloading.pop_front();
    port_facts(at).units += units;
    for (const Load& load : vessel.loads) {
      const std::uint64_t who = b_.links[link_of(load)].who;
      Draws dwell = draws(who, Purpose::yard_dwell, load.nth);
      Draws customs = draws(who, Purpose::customs, load.nth);
      const Time lands = later(now_.tick, plan.dwell.sample_ticks(dwell));
      port.yard[load.id] = load;
      const Time out = later(lands, plan.customs.sample_ticks(customs));
      if (out < never) schedule(Kind::yard_out, out, at, load.id, at, load.id);
    }
  }
}

void World::yard_out(std::uint32_t at, std::uint64_t id) {
  settle_port(at);
  const Load load = ports_[at].yard.at(id);
  ports_[at].yard.erase(id);
  const DraftLink& link = b_.links[link_of(load)];
  const RoutePlan& route = b_.routes[link.route.index()];
  Draws inland = draws(link.who, Purpose::inland, load.nth);
  const Time arrival = later(now_.tick, route.inland.sample_ticks(inland));
  if (arrival < never)
    schedule(Kind::receipt, arrival, b_.points[load.point].dispatch_rank, load.id, load.point, load.id);
  shipment(load).announced = later(now_.tick, route.planned_inland);
  unload(at);
  use_berths(at);
}

}  // namespace restock::twin
