// The twin's stock leaving: allocation to customers, dispatch to other points, kits for production.
#include "twin/world.hpp"

#include "core/contract.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace restock::twin {

Quantity World::allocatable(const Point& p) const {
  return std::min(p.findable(), std::max<Quantity>(0, p.on_record - p.unposted_sales));
}

/// Of what there is, units that one who waits does not get: his critical level, and what is reserved for others.
Quantity World::kept_from(std::uint32_t at, const Entry& entry) const {
  if (entry.of == Entry::Of::customer) return kept_from_customers(entry.row.stream);
  Quantity kept = 0;
  for (std::uint32_t k = b_.points[at].streams.first; k < b_.points[at].streams.end(); ++k)
    kept += streams_[k].reserved;
  if (entry.of == Entry::Of::order) kept += b_.links[points_[entry.buyer].orders.at(entry.order).link].critical_level;
  return kept;
}

Quantity World::open_to(std::uint32_t at, const Entry& entry, Quantity left) const {
  if (entry.of == Entry::Of::customer && held(at)) return 0;
  return std::min(entry.remaining, std::max<Quantity>(0, left - kept_from(at, entry)));
}

/// Whether it is an order that shares with others of its class.
bool World::shares(std::uint32_t at, const Entry& entry) const {
  return entry.of == Entry::Of::order && !entry.complete_only && b_.points[at].sharing != SharingRule::first_come;
}

/// What each entry of a class gets when the others have theirs: unit by unit, nothing for who does not share.
std::vector<Quantity> World::parts(std::uint32_t at, const std::list<Entry>& queue, Quantity left) const {
  std::vector<Quantity> wanted;
  std::vector<Quantity> got(queue.size(), 0);
  Quantity all = 0;
  Quantity kept = 0;
  for (const Entry& entry : queue) {
    wanted.push_back(shares(at, entry) ? entry.remaining : 0);
    all += wanted.back();
    if (wanted.back() > 0) kept = std::max(kept, kept_from(at, entry));
  }
  Quantity units = std::min(all, std::max<Quantity>(0, left - kept));
  const Quantity available = units;
  if (b_.points[at].sharing == SharingRule::uniform) {
    while (units > 0)
      for (std::size_t i = 0; i < got.size() && units > 0; ++i) {
        if (got[i] == wanted[i]) continue;
        ++got[i];
        --units;
      }
    return got;
  }
  for (std::size_t i = 0; i < got.size() && all > 0; ++i) {
    got[i] = wanted[i] * available / all;
    units -= got[i];
  }
  for (; units > 0; --units) {  // to whom rounding has taken most
    std::size_t most = 0;
    for (std::size_t i = 0; i < got.size(); ++i)
      if (wanted[i] * available - got[i] * all > wanted[most] * available - got[most] * all) most = i;
    ++got[most];
  }
  return got;
}

void World::allocate(std::uint32_t at) {
  Quantity left = allocatable(points_[at]);
  bool internal = false;
  bool shipped = false;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> unpaid;  // stream, number
  for (std::list<Entry>& queue : points_[at].queues) {
    for (Entry& entry : queue) {
      if (entry.of != Entry::Of::customer) internal = true;
      if (shares(at, entry)) continue;
      const Quantity share = open_to(at, entry, left);
      left -= share;
      if (entry.of != Entry::Of::customer || share == 0) continue;
      if (entry.complete_only && share < entry.remaining) continue;
      if (entry.together && !others_available(entry)) continue;
      if (payment_fails(entry)) {
        unpaid.emplace_back(entry.row.stream, entry.row.number);
        continue;
      }
      shipped = true;
      if (entry.together)
        ship_whole(at, entry);
      else
        ship_to_customer(at, entry, share);
    }
    for (const Quantity part : parts(at, queue, left)) left -= part;
  }
  drop_empty_entries(at);
  if (shipped) stock_moved(at);
  if (internal) schedule(Kind::dispatch, now_.tick, b_.points[at].dispatch_rank, 0, at);
  for (const auto& [stream, number] : unpaid) leave_unpaid(stream, number);
  send_notices(at);
}

void World::ship_to_customer(std::uint32_t at, Entry& entry, Quantity units) {
  hand_over(at, units, units);
  draw_on_reserve(entry.row.stream, units);
  count_shipped(at, entry, units, pack(at, units));
  leave_queue(at, entry, units);
  if (entry.remaining == 0)
    end_order(entry.row, entry.cohort,
              entry.row.shipped > 0 ? Outcome::shipped_from_backorder
              : entry.visit > 0     ? Outcome::sold_later
                                    : Outcome::filled,
              entry.in_time);
}

/// A customer who waits has got units, wherever they come from; they are shipped at `out`.
void World::count_shipped(std::uint32_t at, Entry& entry, Quantity units, Time out) {
  const std::uint64_t who = b_.streams[entry.row.stream].who;
  OrderFacts& f = facts(entry.row.stream, entry.cohort);
  facts(at).shipped_to_customers += units;
  sold_reduced(at, entry.row.stream, entry.row.number, units, entry.off);
  if (!entry.initial) takes_home(entry.row.stream, entry.row.number, units, entry.off);
  if (!entry.initial) experience_of_wait(entry, out);
  const Time queued = now_.tick - entry.since;
  const Time waited = out - entry.since;
  if (queued == 0 && !entry.initial) {
    (entry.visit == 0 ? entry.row.filled : entry.row.sold_later) += units;
    (entry.visit == 0 ? f.filled : f.sold_later) += units;
    entry.row.backordered -= units;
    f.backordered -= units;
    facts(at).backordered -= units;
    history_.note(who, entry.visit == 0 ? Fact::filled : Fact::sold_later, now_.tick, entry.row.number, units);
    if (entry.row.backordered == 0) entry.row.first_promise = never;
  } else {
    entry.row.shipped += units;
    f.shipped_from_backorder += units;
    f.wait += widen(units, waited);
    f.queue_time += widen(units, queued);
    if (entry.cohort) {
      record_.waits[b_.points[at].sketch_group].add(waited, units);
      record_.segment_waits[b_.layout.stream_segment[entry.row.stream].index()].add(waited, units);
    }
    if (entry.visit == 0 && entry.promise < never && out <= entry.promise) entry.in_time += units;
    if (entry.promise < never) {
      f.promised += units;
      if (out <= entry.promise) f.promise_kept += units;
      f.slip_units += units;
      f.slip += widen(units, out - entry.promise);
      const std::uint32_t group = b_.points[at].sketch_group;
      if (entry.cohort && out > entry.promise) record_.late[group].add(out - entry.promise, units);
      if (entry.cohort && out <= entry.promise) record_.early[group].add(entry.promise - out, units);
    }
    if (!entry.initial && b_.streams[entry.row.stream].promises.move()) {
      PromiseFacts& told = promises(entry.row.stream, entry.cohort);
      const Entry& hears = who_hears(entry);
      if (hears.told < never) told.told += units;
      if (hears.told < never && out <= hears.told) told.told_kept += units;
      if (now_.tick > hears.unheard) told.saved += units;
    }
    history_.note(who, Fact::shipped, now_.tick, entry.row.number, units, out);
  }
}

void World::serve(std::uint32_t at) {
  allocate(at);
  Point& point = points_[at];
  while (!point.seen.empty()) {
    const Guest next = point.seen.front();
    point.seen.pop_front();
    point.waiting -= next.units;
    serve_customer(next);
  }
}

void World::dispatch(std::uint32_t at) {
  Quantity left = allocatable(points_[at]);
  const auto send_off = [&](Entry& entry, Quantity units) {
    if (units == 0) return;
    const std::uint32_t link = points_[entry.buyer].orders.at(entry.order).link;
    if (level_of(EffectKind::dispatch_held, link) > 0) return;
    ship_out(at, units);
    leave_internally(at, entry, units);
    ship(entry.buyer, points_[entry.buyer].orders.at(entry.order), units);
  };
  for (std::list<Entry>& queue : points_[at].queues) {
    for (Entry& entry : queue) {
      if (shares(at, entry)) continue;
      const Quantity share = open_to(at, entry, left);
      if (share == 0) continue;
      if (entry.of == Entry::Of::order && (!entry.complete_only || share == entry.remaining)) {
        send_off(entry, share);
      } else if (entry.of == Entry::Of::component) {
        const Quantity kits = kits_possible(entry, at, left - kept_from(at, entry));
        if (kits > 0) issue_kits(entry.buyer, points_[entry.buyer].orders.at(entry.order), kits);
      }
      left -= share;
    }
    const std::vector<Quantity> part = parts(at, queue, left);
    std::size_t i = 0;
    for (Entry& entry : queue) {
      send_off(entry, part[i]);
      left -= part[i++];
    }
  }
  drop_empty_entries(at);
}

/// How many units of the plant's order can start now: every component must be there, behind what is ahead in its
/// queues.
Quantity World::kits_possible(const Entry& need, std::uint32_t here, Quantity allocatable_here) {
  Quantity kits = points_[need.buyer].orders.at(need.order).unstarted;
  for (const ComponentPlan& component : b_.points[need.buyer].components.of(b_.components)) {
    Quantity left = allocatable_here;
    if (component.point.value != here) {
      const std::uint32_t there = component.point.value;
      left = allocatable(points_[there]);
      bool reached = false;
      for (const std::list<Entry>& queue : points_[there].queues) {
        for (const Entry& entry : queue) {
          reached = entry.of == Entry::Of::component && entry.buyer == need.buyer && entry.order == need.order;
          if (reached) left = std::max<Quantity>(0, left - kept_from(there, entry));
          if (reached) break;
          if (!shares(there, entry)) left -= open_to(there, entry, left);
        }
        if (reached) break;
        for (const Quantity part : parts(there, queue, left)) left -= part;
      }
    }
    kits = std::min(kits, left / component.units);
  }
  return kits;
}

void World::issue_kits(std::uint32_t plant, Order& order, Quantity kits) {
  for (const ComponentPlan& component : b_.points[plant].components.of(b_.components)) {
    const std::uint32_t at = component.point.value;
    ship_out(at, kits * component.units);
    leave_internally(at, need_of(at, plant, order.number), kits * component.units);
  }
  order.unstarted -= kits;
  make(plant, order.number, kits);
}

Entry& World::need_of(std::uint32_t at, std::uint32_t buyer, std::uint64_t order) {
  for (std::list<Entry>& queue : points_[at].queues)
    for (Entry& entry : queue)
      if (entry.of != Entry::Of::customer && entry.buyer == buyer && entry.order == order) return entry;
  throw ContractBroken("twin: an order is not in its sender's queue");
}

/// Units of an internal entry leave the sender.
void World::leave_internally(std::uint32_t at, Entry& entry, Quantity units) {
  facts(at).shipped_downstream += units;
  if (entry.since == now_.tick) facts(at).internal_filled += units;
  leave_queue(at, entry, units);
  stock_moved(at);
}

/// Served entries stay in the list until a walk over it is over.
void World::drop_empty_entries(std::uint32_t at) {
  for (std::list<Entry>& queue : points_[at].queues)
    queue.remove_if([](const Entry& entry) { return entry.remaining == 0; });
}

}  // namespace restock::twin
