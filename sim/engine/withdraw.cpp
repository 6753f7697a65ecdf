// Supply that is withdrawn after cancellations: what has not been sent, what is being made, what is on its way.
#include "engine/echelon.hpp"
#include "engine/replication.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace restock {

void Replication::on_withdraw(std::uint32_t point) {
  PointState& p = s_.points[point];
  p.pending.remove(EventKind::withdraw, now_.tick);
  touch(point);
  const Quantity wanted = std::exchange(s_.side.to_withdraw[point], 0);
  Quantity left = wanted;
  for (std::uint32_t slot = p.youngest_order; slot != none && left > 0;) {
    const std::uint32_t older = s_.orders[slot].prev;
    left -= withdraw_undispatched(slot, left);
    slot = older;
  }
  if (b_.rules(b_.points[point]).on_cancel == CancelRule::even_in_transit) {
    for (std::uint32_t slot = p.youngest_order; slot != none && left > 0;) {
      const std::uint32_t older = s_.orders[slot].prev;
      left -= withdraw_in_production(slot, left);
      slot = older;
    }
    const std::vector<std::uint32_t>& way = s_.side.on_the_way[point];
    for (std::size_t i = way.size(); i-- > 0 && left > 0;) {
      Shipment& shipment = s_.shipments[way[i]];
      const Quantity units = std::min(left, shipment.units);
      if (units == 0) continue;
      inbound_take(point, shipment.announced, Supply::shipment, way[i], units);
      shipment.units -= units;
      leave_transit(shipment.link, units);
      book_withdrawal(shipment.order, units);
      left -= units;
    }
  }
  if (left < wanted) {
    supply_is_free(point);
    echelons::ask(*this, point);
  }
  arm(point);
}

/// Units that have not left the sender; returns how many of `most` could be withdrawn.
Quantity Replication::withdraw_undispatched(std::uint32_t slot, Quantity most) {
  Order& order = s_.orders[slot];
  Quantity units = 0;
  if (!order.at_sender) {
    units = std::min(most, order.undispatched);
  } else if (order.link == none) {
    if (order.entry == none) return 0;
    const Entry& first = s_.entries[order.entry];
    units = std::min(most, first.remaining / b_.components[first.component].units);
    for (std::uint32_t entry = order.entry; entry != none;) {
      const std::uint32_t following = s_.entries[entry].kit_next;
      reduce_internal(entry, units * b_.components[s_.entries[entry].component].units);
      entry = following;
    }
  } else if (order.entry != none) {
    units = std::min(most, s_.entries[order.entry].remaining);
    reduce_internal(order.entry, units);
  } else if (!b_.links[order.link].from.valid()) {
    units = withdraw_parked(slot, most);
    units += withdraw_jobs(slot, most - units, false);
  }
  if (units == 0) return 0;
  inbound_take(order.point, order.announced, Supply::order, slot, units);
  order.undispatched -= units;
  book_withdrawal(slot, units);
  return units;
}

Quantity Replication::withdraw_in_production(std::uint32_t slot, Quantity most) {
  Order& order = s_.orders[slot];
  if (order.link == none) return 0;
  const Quantity units = withdraw_jobs(slot, most, true);
  if (units == 0) return 0;
  inbound_take(order.point, order.announced, Supply::order, slot, units);
  order.undispatched -= units;
  book_withdrawal(slot, units);
  return units;
}

/// Of a supplier's jobs of an order, those that have started or those that wait for a line, oldest first.
Quantity Replication::withdraw_jobs(std::uint32_t slot, Quantity most, bool started) {
  Quantity taken = 0;
  for (std::uint32_t at = s_.orders[slot].job; at != none && taken < most;) {
    Job& job = s_.jobs[at];
    const std::uint32_t following = job.sibling;
    if (job.started == started) {
      const Quantity units = std::min(most - taken, job.units);
      job.units -= units;
      taken += units;
      if (job.units == 0) forget_job(at);
      if (job.units == 0 && !started) {
        unqueue_job(at);
        s_.jobs.release(at);
      }
    }
    at = following;
  }
  return taken;
}

void Replication::book_withdrawal(std::uint32_t slot, Quantity units) {
  Order& order = s_.orders[slot];
  change_on_order(order.point, -units);
  s_.stock_facts[order.point].supply_cancelled += units;
  order.outstanding -= units;
  history_.note(b_.points[order.point].who, Fact::withdrawn, now_.tick, 0, units);
  if (order.outstanding == 0) finish_order(slot);
}

/// Takes units off an internal entry, and off the sender's backlog; what it had reserved is free again.
void Replication::reduce_internal(std::uint32_t slot, Quantity units) {
  const std::uint32_t sender = s_.entries[slot].point;
  touch(sender);
  Entry& entry = s_.entries[slot];
  PointState& p = s_.points[sender];
  change_backlog(sender, -units, false, now_.tick);
  s_.queues[p.first_queue + entry.queue].units -= units;
  entry.remaining -= units;
  if (entry.arrived == now_.tick && p.short_at == now_.tick) p.short_units -= units;
  if (entry.remaining == 0) {
    if (s_.orders[entry.order].entry == slot) s_.orders[entry.order].entry = none;
    unlink(slot);
  }
  if (allocatable(sender) > 0) allocate(sender, now_.tick);
  arm(sender);
}

}  // namespace restock
