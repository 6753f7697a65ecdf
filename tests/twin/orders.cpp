// The twin's replenishment: reviews, orders, shipments, receipts, withdrawals.
#include "twin/world.hpp"

#include "core/contract.hpp"

#include <algorithm>

namespace restock::twin {

bool World::continuous(std::uint32_t at) const {
  return std::visit([](const auto& policy) { return policy.continuous; }, b_.points[at].policy);
}

/// Customers who have been seen but not served are demand to the planner.
PlannerView World::view(const Point& p) const {
  return {now_.tick, now_.tick, p.on_record, p.on_order, p.backlog + p.waiting};
}

void World::review_if_low_here(std::uint32_t at) {
  if (echelon_of(at) != nullptr) return;
  if (!b_.points[at].replenished || orders_no_more(at) || late(at) || frozen(at)) return;
  std::visit(
      [&](const auto& rule) {
        if constexpr (requires { rule.wake_at(); })
          if (view(points_[at]).position() <= rule.wake_at())
            schedule(Kind::review, now_.tick, b_.points[at].review_rank, acts, at);
      },
      policy(at));
}

Quantity World::wanted(std::uint32_t at, const PlannerView& seen) {
  const DraftPoint& plan = b_.points[at];
  if (const auto* script = std::get_if<ScriptPolicy>(&plan.policy)) {
    const std::uint64_t review = points_[at].reviews++;
    Draws draws({seed_, replication_, plan.who, Purpose::script, review});
    return scripts_[script->program].order(seen, at, review, draws);
  }
  return std::visit([&](const auto& rule) { return rule.order(seen); }, policy(at));
}

/// Whoever limits what is on its way looks again when stock has moved.
void World::stock_moved(std::uint32_t at) {
  const bool limits = std::visit(
      [](const auto& policy) {
        return requires { policy.limits_supply; };
      },
      b_.points[at].policy);
  if (limits) review_if_low_here(at);
}

void World::review(std::uint32_t at) {
  const DraftPoint& plan = b_.points[at];
  std::visit(
      [&](const auto& policy) {
        if constexpr (requires { policy.calendar; }) {
          complete_cycle(at);
          points_[at].next_review = next_review(at, policy.calendar, now_.tick + 1);
          schedule(Kind::review, points_[at].next_review, plan.review_rank, acts, at);
        }
      },
      plan.policy);
  const EchelonPlan* echelon = echelon_of(at);
  PlannerView seen = echelon != nullptr ? view_of_echelon(*echelon) : view_at_review(at);
  if (orders_no_more(at) || (!plan.made_here && orders_from_two(at, seen))) return;
  const std::optional<PlanView> ahead = ahead_of(at);
  if (ahead && !frozen(at)) seen.plan = &*ahead;
  const bool looks = !continuous(at) || !frozen(at);
  const Quantity need = looks ? wanted(at, seen) : 0;
  const Quantity units = plan.lot.apply(need);
  if (units == 0 || refused_everywhere(at)) return;
  place(at, units, false);
  others_join(at);
}

void World::place(std::uint32_t at, Quantity units, bool joins) {
  place_over(at, b_.points[at].made_here ? made_here : choose_link(at, units), units, joins);
}

void World::place_over(std::uint32_t at, std::uint32_t over, Quantity units, bool joins) {
  const DraftPoint& plan = b_.points[at];
  Point& point = points_[at];
  change(at, &Point::on_order, units);
  point.placed += units;
  if (!joins) facts(at).replenishment_orders += 1;
  facts(at).replenishment_units += units;
  if (in_window()) {
    const auto bucket = static_cast<std::size_t>(now_.tick / b_.bucket);
    if (bucket < point.ordered_in_bucket.size()) point.ordered_in_bucket[bucket] += units;
  }
  Order order;
  order.number = point.orders_placed++;
  order.placed = now_.tick;
  order.units = order.undispatched = units;
  history_.note(plan.who, Fact::ordered, now_.tick, order.number, units);
  order.link = over;
  if (plan.made_here) {
    order.announced = later(now_.tick, plan.resource.valid() ? b_.resources[plan.resource.index()].planned : 0);
    point.orders.emplace(order.number, order);
    return order_received(at, order.number);
  }
  const DraftLink& link = b_.links[order.link];
  order.announced = announced_when_ordered(order.link, now_.tick);
  point.orders.emplace(order.number, order);
  const std::uint64_t on_link = links_[order.link].orders++;
  const Time there = at_sender(order.link, now_.tick);
  if (there == now_.tick) return order_received(at, order.number);
  const std::uint64_t rank = link.from.valid() ? b_.points[link.from.index()].dispatch_rank : plan.dispatch_rank;
  schedule(Kind::order_received, there, rank, of_link(order.link, on_link), at, order.number);
}

void World::order_received(std::uint32_t at, std::uint64_t number) {
  const DraftPoint& plan = b_.points[at];
  const auto found = points_[at].orders.find(number);
  if (found == points_[at].orders.end()) return;  // withdrawn on its way
  Order& order = found->second;
  order.in_mail = false;
  const Quantity units = order.undispatched;
  Entry entry;
  entry.since = now_.tick;
  entry.buyer = at;
  entry.order = number;
  if (plan.made_here) {
    if (plan.components.empty()) return make(at, number, units);
    order.unstarted = units;
    entry.of = Entry::Of::component;
    for (const ComponentPlan& component : plan.components.of(b_.components)) {
      entry.remaining = units * component.units;
      join_queue_of(component.point.value, component.queue, entry);
    }
    return;
  }
  const DraftLink& link = b_.links[order.link];
  if (link.from.valid()) {
    entry.of = Entry::Of::order;
    entry.remaining = units;
    entry.complete_only = !link.partial;
    join_queue_of(link.from.value, link.queue, entry);
  } else {
    supplier_receives(at, order);
  }
}

/// An internal order joins the queue of its sender.
void World::join_queue_of(std::uint32_t sender, std::uint8_t queue, const Entry& entry) {
  facts(sender).internal_demand += entry.remaining;
  count_demand(sender, entry.remaining);
  join(sender, queue, entry);
  schedule(Kind::dispatch, now_.tick, b_.points[sender].dispatch_rank, 0, sender);
  review_if_low(sender);
}

void World::ship(std::uint32_t at, Order& order, Quantity units) {
  if (!b_.links[order.link].parcels) return ship_together(at, order, units);
  for (Quantity i = 0; i < units; ++i) ship_together(at, order, 1);
}

void World::ship_together(std::uint32_t at, Order& order, Quantity units) {
  const DraftLink& plan = b_.links[order.link];
  Link& link = links_[order.link];
  const std::uint64_t nth = next_of_day(link.shipment_day);
  settle_link(order.link);
  link.in_transit += units;
  if (in_window()) {
    record_.links[order.link].shipments += 1;
    record_.links[order.link].units += units;
  }
  const std::uint64_t number = link.shipments++;
  history_.note(plan.who, Fact::dispatched, now_.tick, number, units);
  order.undispatched -= units;
  const std::uint64_t id = of_link(order.link, number);
  if (plan.route.valid()) {
    const Time announced = announced_at_dispatch(plan.route.value, units);
    points_[at].inbound.push_back({id, order.link, order.number, units, announced, false});
    return send(plan.route.value, {at, id, nth});
  }
  Draws words = draws(plan.who, Purpose::transit, nth);
  Time transit = plan.transit.sample_ticks(words);
  Draws lateness = draws(plan.who, Purpose::late, nth);
  if (plan.late > 0.0 && lateness.uniform() < plan.late)
    transit = later(transit, plan.late_extra.sample_ticks(lateness));
  transit = at_receiver(order.link, with_delays(EffectKind::lane_delay, order.link, transit, false)) - now_.tick;
  const bool closed = link.closed_since < never;
  const Time last = closed ? link.last_arrival : link.last_arrival - now_.tick;
  if (!plan.crossing) transit = std::max(transit, last);
  if (transit > last) link.last_arrival = closed ? transit : later(now_.tick, transit);
  const Time announced =
      at_receiver(order.link, with_delays(EffectKind::lane_delay, order.link, plan.planned_transit, true));
  points_[at].inbound.push_back({id, order.link, order.number, units, announced, false, never, transit, now_.tick});
  if (!closed) go(at, points_[at].inbound.back(), transit);
}

void World::receive(std::uint32_t at, std::uint64_t id) {
  Point& point = points_[at];
  const DraftPoint& plan = b_.points[at];
  Shipment shipment;
  if (const auto made = point.made.find(id); made != point.made.end()) {
    shipment = made->second;
    point.made.erase(made);
    point.orders.at(shipment.order).undispatched -= shipment.units;
    shipment.announced = point.orders.at(shipment.order).announced;
  } else {
    const auto arrived =
        std::find_if(point.inbound.begin(), point.inbound.end(), [&](const Shipment& s) { return s.id == id; });
    if (arrived == point.inbound.end()) return;  // withdrawn on its way
    const RouteId route = arrived->initial ? RouteId() : b_.links[arrived->link].route;
    const bool by_port = route.valid() && b_.routes[route.index()].port.valid();
    if (!arrived->initial && !by_port && arrived->due != now_.tick) return;  // its lane was closed meanwhile
    shipment = *arrived;
    point.inbound.erase(arrived);
    if (!shipment.initial) {
      settle_link(shipment.link);
      links_[shipment.link].in_transit -= shipment.units;
    }
  }
  std::array<Quantity, 2> missing{0, 0};
  if (const bool delivered = !shipment.initial && (id >> 32U) != 0xfffffffeU; delivered) missing = missing_in(shipment);
  const Quantity units = shipment.units - missing[0] - missing[1];
  if (units > 0) put_away(at, shipment, units);
  if (missing[0] + missing[1] == 0) return;
  Order& order = point.orders.at(shipment.order);
  losses(at).short_shipped += missing[0] + missing[1];
  history_.note(plan.who, Fact::came_short, now_.tick, 0, missing[0] + missing[1]);
  if (missing[1] > 0) {
    order.undispatched += missing[1];
    send(at, order, missing[1]);
  }
  if (missing[0] > 0) {
    book_withdrawal(at, order, missing[0]);
    close_if_done(at, shipment.order);
  }
  review_if_low(at);
}

/// Units come into stock.
void World::put_away(std::uint32_t at, const Shipment& shipment, Quantity units) {
  Point& point = points_[at];
  const DraftPoint& plan = b_.points[at];
  if (!shipment.initial) learn_lateness(at, point.orders.at(shipment.order).announced);
  come_in(at, units, shipment.announced);
  facts(at).received += units;
  history_.note(plan.who, Fact::received, now_.tick, 0, units);
  bool external = false;
  if (shipment.initial) {
    external = !shipment.called && plan.sources.count > 0 && !b_.links[plan.sources.first].from.valid();
  } else {
    Order& order = point.orders.at(shipment.order);
    if (levels_.count(at) > 0) levels_.at(at).leads.add(now_.tick - order.placed);
    facts(at).lead_time += widen(units, now_.tick - order.placed);
    facts(at).lead_time_units += units;
    external = order.link != made_here && !b_.links[order.link].from.valid();
    order.received += units;
    close_if_done(at, shipment.order);
  }
  if (external) facts(at).received_external += units;
  if (continuous(at)) complete_cycle(at);
  if (over(at)) schedule(Kind::expiry, now_.tick + 1, plan.dispatch_rank, 1, at, 1);
  if (serve_named_)
    schedule(Kind::serve, now_.tick, plan.dispatch_rank, 0, at);
  else
    allocate(at);
  stock_moved(at);
}

void World::close_if_done(std::uint32_t at, std::uint64_t number) {
  const Order& order = points_[at].orders.at(number);
  if (order.received + order.withdrawn + order.lost < order.units) return;
  if (!closed_) write_row(at, order, now_.tick);
  points_[at].orders.erase(number);
}

/// What customers cancelled is taken back from supply: what has not been sent first, from the youngest order backwards.
void World::withdraw(std::uint32_t at) {
  Point& point = points_[at];
  const Quantity cancelled = point.to_withdraw;
  Quantity left = cancelled;
  point.to_withdraw = 0;
  std::vector<std::uint64_t> youngest_first;
  for (const auto& [number, order] : point.orders) youngest_first.insert(youngest_first.begin(), number);
  for (const std::uint64_t number : youngest_first) left -= withdraw_undispatched(at, point.orders.at(number), left);
  if (b_.points[at].on_cancel == CancelRule::even_in_transit) {
    for (const std::uint64_t number : youngest_first) left -= withdraw_in_production(at, point.orders.at(number), left);
    for (auto shipment = point.inbound.rbegin(); shipment != point.inbound.rend(); ++shipment) {
      if (shipment->initial || shipment->expedited) continue;
      const Quantity units = std::min(left, shipment->units);
      if (units == 0) continue;
      shipment->units -= units;
      settle_link(shipment->link);
      links_[shipment->link].in_transit -= units;
      book_withdrawal(at, point.orders.at(shipment->order), units);
      left -= units;
    }
    point.inbound.remove_if([](const Shipment& s) { return s.units == 0; });
  }
  for (const std::uint64_t number : youngest_first) close_if_done(at, number);
  if (left < cancelled) stock_moved(at);
  if (left < cancelled) ask_echelons(at);
}

Quantity World::withdraw_undispatched(std::uint32_t at, Order& order, Quantity most) {
  Quantity units = 0;
  if (order.in_mail) {
    units = std::min(most, order.undispatched);
  } else if (order.link == made_here) {
    units = std::min(most, order.unstarted);
    order.unstarted -= units;
    if (units > 0)
      for (const ComponentPlan& component : b_.points[at].components.of(b_.components)) {
        take_back(component.point.value, need_of(component.point.value, at, order.number), units * component.units);
      }
  } else if (const DraftLink& link = b_.links[order.link]; link.from.valid()) {
    units = std::min(most, order.undispatched);
    if (units > 0) {
      take_back(link.from.value, need_of(link.from.value, at, order.number), units);
    }
  } else if (units = take_back_parts(order, most); link.resource.valid()) {
    auto& jobs = resources_[link.resource.index()].jobs;
    for (auto job = jobs.begin(); job != jobs.end();) {
      if (job->second.waits && job->second.point == at && job->second.order == order.number) {
        const Quantity here = std::min(most - units, job->second.units);
        units += here;
        job->second.units -= here;
        if (job->second.units == 0) {
          job = jobs.erase(job);
          continue;
        }
      }
      ++job;
    }
  }
  if (units > 0) order.undispatched -= units;
  if (units > 0) book_withdrawal(at, order, units);
  return units;
}

/// Units of an internal order leave the sender's queue unserved; others may be served now.
void World::take_back(std::uint32_t sender, Entry& entry, Quantity units) {
  leave_queue(sender, entry, units);
  drop_empty_entries(sender);
  if (allocatable(points_[sender]) > 0) allocate(sender);
}

/// Of a supplier's production; the line stays busy for its time.
Quantity World::withdraw_in_production(std::uint32_t at, Order& order, Quantity most) {
  if (order.link == made_here || !b_.links[order.link].resource.valid()) return 0;
  Quantity units = 0;
  for (auto& [number, job] : resources_[b_.links[order.link].resource.index()].jobs) {
    if (job.waits || job.point != at || job.order != order.number) continue;
    const Quantity here = std::min(most - units, job.units);
    job.units -= here;
    units += here;
  }
  if (units > 0) order.undispatched -= units;
  if (units > 0) book_withdrawal(at, order, units);
  return units;
}

void World::book_withdrawal(std::uint32_t at, Order& order, Quantity units) {
  order.withdrawn += units;
  change(at, &Point::on_order, -units);
  facts(at).supply_cancelled += units;
  history_.note(b_.points[at].who, Fact::withdrawn, now_.tick, 0, units);
}

}  // namespace restock::twin
