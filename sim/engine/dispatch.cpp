// Shipping between stock points: dispatch at the sender, the way, receipt at the other end; issue of kits at a plant.
#include "engine/calendars.hpp"
#include "engine/expediting.hpp"
#include "engine/expiry.hpp"
#include "engine/promises.hpp"
#include "engine/rationing.hpp"
#include "engine/replication.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace restock {

/// Walks the queues like an allocation; internal entries ship, customers and what cannot ship reserve.
void Replication::on_dispatch(std::uint32_t point) {
  PointState& p = s_.points[point];
  p.pending.remove(EventKind::dispatch, now_.tick);
  touch(point);
  Quantity left = allocatable(point);
  const unsigned queues = queues_of(point);
  for (unsigned q = 0; q < queues && left > 0; ++q) {
    std::uint32_t slot = s_.queues[p.first_queue + q].head;
    engine::Sharers sharers;
    while (slot != none && left > 0) {
      const Entry& entry = s_.entries[slot];
      const std::uint32_t next = entry.next;
      const Quantity reserved = engine::may_take(*this, entry, left);
      if (engine::is_sharer(*this, entry)) {
        sharers.add(*this, slot);
      } else {
        left -= reserved;
        if (entry.component != none) {
          const Quantity kits = startable(slot, reserved / b_.components[entry.component].units);
          if (kits > 0) issue_kits(entry.order, kits);
        } else if (entry.stream == none && reserved > 0 && (!entry.complete_only || reserved == entry.remaining)) {
          dispatch_unless_held(slot, reserved);
        }
      }
      slot = next;
    }
    left -= dispatch_shares(point, sharers, left);
  }
  arm(point);
}

/// The orders that share what is left, each its part; returns what they take or reserve.
Quantity Replication::dispatch_shares(std::uint32_t point, const engine::Sharers& sharers, Quantity left) {
  if (sharers.slots.empty()) return 0;
  const std::vector<Quantity> shares = sharers.shares(*this, b_.rules(b_.points[point]).sharing, left);
  for (std::size_t i = 0; i < shares.size(); ++i)
    if (shares[i] > 0) dispatch_unless_held(sharers.slots[i], shares[i]);
  return std::accumulate(shares.begin(), shares.end(), Quantity{0});
}

void Replication::dispatch_unless_held(std::uint32_t slot, Quantity units) {
  if (in_force(s_.orders[s_.entries[slot].order].link, EffectKind::dispatch_held) == 0) dispatch_entry(slot, units);
}

/// Units leave the sender for an internal order and go on their way.
void Replication::dispatch_entry(std::uint32_t slot, Quantity units) {
  Entry& entry = s_.entries[slot];
  take_for_internal(entry, units);
  const std::uint32_t order = entry.order;
  if (entry.remaining == 0) {
    s_.orders[order].entry = none;
    unlink(slot);
  }
  ship(order, units);
}

/// Units of an internal entry leave the shelf of its stock point, and its backlog.
void Replication::take_for_internal(Entry& entry, Quantity units) {
  PointState& p = s_.points[entry.point];
  StockFacts& facts = s_.stock_facts[entry.point];
  move_stock(entry.point, -units, -units, now_.tick);
  change_backlog(entry.point, -units, false, now_.tick);
  s_.queues[p.first_queue + entry.queue].units -= units;
  facts.shipped_downstream += units;
  if (entry.arrived == now_.tick) {
    facts.internal_filled += units;
    if (p.short_at == now_.tick) p.short_units -= units;
  }
  entry.remaining -= units;
  supply_is_free(entry.point);
}

/// Units available to one entry: what allocation leaves after everything ahead of it has been reserved.
Quantity Replication::available_to(std::uint32_t slot) const {
  const Entry& wanted = s_.entries[slot];
  const PointState& p = s_.points[wanted.point];
  Quantity left = allocatable(wanted.point);
  for (unsigned q = 0; q <= wanted.queue && left > 0; ++q) {
    engine::Sharers sharers;
    for (std::uint32_t at = s_.queues[p.first_queue + q].head; at != none && at != slot && left > 0;
         at = s_.entries[at].next) {
      const Entry& ahead = s_.entries[at];
      if (engine::is_sharer(*this, ahead))
        sharers.add(*this, at);
      else
        left -= engine::may_take(*this, ahead, left);
    }
    if (q < wanted.queue) left -= sharers.taken(*this, left);
  }
  return std::max<Quantity>(0, left - engine::kept_from(*this, wanted));
}

/// How many units of a production order all its components allow; the one whose walk has come to its entry `most`.
Quantity Replication::startable(std::uint32_t entry, Quantity most) {
  Quantity kits = most;
  const std::uint32_t first = s_.orders[s_.entries[entry].order].entry;
  for (std::uint32_t slot = first; slot != none; slot = s_.entries[slot].kit_next) touch(s_.entries[slot].point);
  for (std::uint32_t slot = first; slot != none && kits > 0; slot = s_.entries[slot].kit_next) {
    if (slot == entry) continue;
    const Quantity per_unit = b_.components[s_.entries[slot].component].units;
    kits = std::min(kits, available_to(slot) / per_unit);
  }
  return kits;
}

void Replication::issue_kits(std::uint32_t order, Quantity kits) {
  const std::uint32_t maker = s_.orders[order].point;
  std::uint32_t slot = s_.orders[order].entry;
  while (slot != none) {
    const std::uint32_t following = s_.entries[slot].kit_next;
    const std::uint32_t component = s_.entries[slot].point;
    touch(component);
    Entry& entry = s_.entries[slot];
    take_for_internal(entry, kits * b_.components[entry.component].units);
    if (entry.remaining == 0) {
      if (s_.orders[order].entry == slot) s_.orders[order].entry = none;
      unlink(slot);
    }
    arm(component);
    slot = following;
  }
  const ResourceId resource = b_.rules(b_.points[maker]).resource;
  start_job(resource.valid() ? resource.value : none, order, kits);
}

/// `units` of an order leave its sender: as one shipment, or each by itself.
void Replication::ship(std::uint32_t order_slot, Quantity units) {
  const bool parcels = b_.terms(b_.links[s_.orders[order_slot].link]).parcels;
  const Quantity each = parcels ? 1 : units;
  for (Quantity left = units; left > 0; left -= each) ship_one(order_slot, each);
}

/// A shipment with a transit time of its own.
void Replication::ship_one(std::uint32_t order_slot, Quantity units) {
  Order& order = s_.orders[order_slot];
  const LinkPlan& plan = b_.links[order.link];
  const LinkTerms& terms = b_.terms(plan);
  LinkState& link = s_.links[order.link];
  LinkFacts& facts = s_.link_facts[order.link];
  touch(order.point);  // the announced dates that its customers read change now
  const std::uint64_t nth = day_number(now_.tick, link.dispatches.next(now_.tick));
  Shipment shipment;
  shipment.link = order.link;
  shipment.point = order.point;
  shipment.order = order_slot;
  shipment.units = units;
  shipment.announced = terms.route.valid() ? announced_by(terms.route.value, units)
                                           : engine::come_in_at(*this, terms, now_.tick,
                                                                delayed(order.link, terms.planned_transit, true));
  const std::uint32_t slot = s_.shipments.make(shipment);
  const std::uint64_t number = link.shipments++;
  inbound_take(order.point, order.announced, Supply::order, order_slot, units);
  inbound_add(order.point, shipment.announced, Supply::shipment, slot, units);
  order.undispatched -= units;
  link.in_transit += units;
  facts.in_transit -= widen(units, now_.tick);
  ++facts.shipments;
  facts.units += units;
  if (b_.rules(b_.points[order.point]).on_cancel == CancelRule::even_in_transit)
    s_.side.on_the_way[order.point].push_back(slot);
  engine::has_left(*this, slot);
  history_.note(plan.who, Fact::dispatched, now_.tick, number, units);
  if (terms.route.valid())
    send({slot, shipment.link, none, number, nth});
  else
    transport(slot, number, nth);
}

/// A shipment that leaves at once, and arrives after a transit time of its own.
void Replication::transport(std::uint32_t slot, std::uint64_t number, std::uint64_t nth) {
  const Shipment& shipment = s_.shipments[slot];
  const std::uint32_t link = shipment.link;
  const LinkPlan& plan = b_.links[link];
  const LinkTerms& terms = b_.terms(plan);
  Draws draws(luck_.at(plan.who, Purpose::transit, nth));
  Time transit = terms.transit.sample_ticks(draws);
  if (terms.late > 0.0) {
    Draws lateness(luck_.at(plan.who, Purpose::late, nth));
    if (lateness.uniform() < terms.late) transit = later(transit, terms.late_extra.sample_ticks(lateness));
  }
  const Time way = engine::come_in_at(*this, terms, now_.tick, delayed(link, transit, false)) - now_.tick;
  Time arrives = later(lane_clock(link), way);
  if (!terms.crossing) {
    Time& last = s_.side.last_arrival[link];
    arrives = last = std::max(arrives, last);
  }
  if (closable(link)) s_.disruptions.lanes[link].moving.push_back({slot, number, arrives, now_.tick});
  const bool moves = b_.effects.empty() || s_.disruptions.lanes[link].stopped == never;
  s_.shipments[slot].arrives = arrives;
  if (moves && arrives < never)
    schedule(EventKind::receipt, arrives, b_.points[shipment.point].dispatch_rank, of_link(link, number), slot);
}

/// Units on a link have arrived, or were called back.
void Replication::leave_transit(std::uint32_t link, Quantity units) {
  s_.links[link].in_transit -= units;
  s_.link_facts[link].in_transit += widen(units, now_.tick);
}

void Replication::on_receipt(std::uint32_t slot) {
  if (!arrives_now(slot)) return;
  const Shipment shipment = s_.shipments[slot];
  const std::uint32_t point = shipment.point;
  touch(point);
  if (b_.rules(b_.points[point]).on_cancel == CancelRule::even_in_transit) std::erase(s_.side.on_the_way[point], slot);
  engine::has_come(*this, slot);
  Missing missing;
  if (shipment.units > 0 && shipment.link != none) {
    leave_transit(shipment.link, shipment.units);
    missing = missing_units(shipment.link, shipment.units);
  }
  if (missing.units() > 0) {
    inbound_take(point, shipment.announced, Supply::shipment, slot, missing.units());
    s_.shipments[slot].units -= missing.units();
  }
  if (s_.shipments[slot].units > 0) {
    take_in(slot);
  } else {
    s_.shipments.release(slot);
  }
  if (missing.units() > 0) come_short(shipment.order, missing);
  arm(point);
}

/// Units of a shipment, or of what was made here, come into stock.
void Replication::take_in(std::uint32_t slot) {
  const Shipment shipment = s_.shipments[slot];
  const Quantity units = shipment.units;
  const std::uint32_t point = shipment.point;
  const PointPlan& plan = b_.points[point];
  StockFacts& facts = s_.stock_facts[point];
  if (shipment.order != none) engine::note_lateness(*this, point, s_.orders[shipment.order].announced);
  come_in(slot);
  facts.received += units;
  history_.note(plan.who, Fact::received, now_.tick, 0, units);
  bool external = !b_.rules(plan).made_here && plan.sources.count > 0 && !b_.links[plan.sources.first].from.valid();
  if (shipment.link != none) external = !b_.links[shipment.link].from.valid();
  if (shipment.called) external = false;
  if (external) facts.received_external += units;
  if (shipment.order != none) {
    Order& order = s_.orders[shipment.order];
    if (LevelState* level = level_at(order.point)) level->leads.add(now_.tick - order.placed);
    facts.lead_time += widen(units, now_.tick - order.placed);
    facts.lead_time_units += units;
    order.received += units;
    order.outstanding -= units;
    if (order.outstanding == 0) finish_order(shipment.order);
  } else {
    s_.side.pipeline_left[point] -= units;
  }
  complete_cycle(point, true);
  engine::came_too_late(*this, point);
  if (serve_is_named_) {
    want(EventKind::serve, now_.tick, plan.dispatch_rank, point);
  } else {
    allocate(point, now_.tick);
  }
  supply_is_free(point);
}

}  // namespace restock
