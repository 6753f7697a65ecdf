// The twin's choice among several lanes.
#include "twin/world.hpp"

#include <algorithm>
#include <map>

namespace restock::twin {

std::uint32_t World::choose_link(std::uint32_t at, Quantity units) {
  const Rows& sources = b_.points[at].sources;
  if (sources.count == 1) return sources.first;
  if (std::holds_alternative<SourceByShare>(b_.points[at].sourcing)) {
    const std::uint64_t nth = next_of_day(points_[at].order_day);
    const double u = Draws({seed_, replication_, b_.points[at].who, Purpose::sourcing, nth}).uniform();
    std::uint32_t link = sources.first;
    while (link + 1 < sources.end() && u >= b_.links[link].share_upto) ++link;
    while (level_of(EffectKind::orders_refused, link) > 0) link = link + 1 < sources.end() ? link + 1 : sources.first;
    return link;
  }
  std::vector<LaneView> seen;
  for (std::uint32_t link = sources.first; link < sources.end(); ++link) seen.push_back(look_at_lane(at, link, units));
  std::size_t chosen = 0;
  std::visit(
      [&](const auto& rule) {
        if constexpr (requires { rule.choose(seen); }) chosen = rule.choose(seen);
      },
      b_.points[at].sourcing);
  return sources.first + static_cast<std::uint32_t>(chosen);
}

LaneView World::look_at_lane(std::uint32_t at, std::uint32_t id, Quantity units) {
  const DraftLink& link = b_.links[id];
  LaneView view;
  view.accepts = level_of(EffectKind::orders_refused, id) == 0;
  for (const EffectKind stops : {EffectKind::lane_closed, EffectKind::dispatch_held})
    if (level_of(stops, id) > 0) view.runs = false;
  if (link.route.valid() && level_of(EffectKind::sea_closed, link.route.value) > 0) view.runs = false;
  if (link.resource.valid() && level_of(EffectKind::production_stopped, link.resource.value) > 0) view.runs = false;
  for (const auto& [number, order] : points_[at].orders)
    if (order.link == id && order.announced < never) view.overdue = std::max(view.overdue, now_.tick - order.announced);
  view.planned = link.planned_lead;
  view.unit_cost = link.freight + link.freight_per_shipment / static_cast<double>(units);

  Time until_sent = link.resource.valid() ? b_.resources[link.resource.index()].planned : 0;
  if (link.from.valid()) until_sent = wait_in_queue(link, units);
  const Time leaves = later(at_sender(id, now_.tick), until_sent);
  if (leaves >= never)
    view.quoted = never;
  else if (link.route.valid())
    view.quoted = later(leaves, announced_at_dispatch(link.route.value, units) - now_.tick) - now_.tick;
  else
    view.quoted =
        on_the_way(id, leaves, with_delays(EffectKind::lane_delay, id, link.planned_transit, true)) - now_.tick;
  return view;
}

/// What is announced to a point, by date.
std::multimap<Time, Quantity> World::announced_to(std::uint32_t at) const {
  const Point& point = points_[at];
  std::multimap<Time, Quantity> coming;
  for (const auto& [number, order] : point.orders) coming.emplace(order.announced, order.undispatched);
  for (const Shipment& shipment : point.inbound) coming.emplace(shipment.announced, shipment.units);
  for (const Unposted& receipt : point.unposted) coming.emplace(receipt.announced, receipt.units);
  return coming;
}

Time World::wait_in_queue(const DraftLink& link, Quantity units) {
  const std::uint32_t sender = link.from.value;
  const DraftPoint& plan = b_.points[sender];
  const Point& point = points_[sender];
  Quantity need = units + point.waiting + link.critical_level - std::max<Quantity>(0, point.on_record);
  for (std::uint32_t k = plan.streams.first; k < plan.streams.end(); ++k) need += streams_[k].reserved;
  for (std::size_t q = 0; q <= Point::place_of(link.queue); ++q)
    for (const Entry& entry : point.queues[q]) need += entry.remaining;
  if (need <= 0) return 0;
  for (const auto& [date, supply] : announced_to(sender)) {
    need -= supply;
    if (need <= 0) return std::max<Time>(0, date - now_.tick);
  }
  if (!plan.replenished || retired(sender)) return never;
  if (!plan.made_here) return b_.links[plan.sources.first].planned_lead;
  return plan.resource.valid() ? b_.resources[plan.resource.index()].planned : 0;
}

/// Whether the point's policy orders from two lanes; if so it does.
bool World::orders_from_two(std::uint32_t at, const PlannerView& seen) {
  const DraftPoint& plan = b_.points[at];
  std::uint32_t fast = plan.sources.first;
  std::uint32_t slow = plan.sources.first;
  for (std::uint32_t link = plan.sources.first; link < plan.sources.end(); ++link) {
    if (b_.links[link].planned_lead <= b_.links[fast].planned_lead) fast = link;
    if (b_.links[link].planned_lead > b_.links[slow].planned_lead) slow = link;
  }
  Quantity due = 0;
  for (const auto& [date, supply] : announced_to(at))
    if (date <= announced_when_ordered(fast, now_.tick)) due += supply;
  TwoOrders orders;
  if (const auto* dual = std::get_if<DualIndex>(&plan.policy))
    orders = dual->orders(seen, due);
  else if (const auto* surge = std::get_if<BaseSurge>(&plan.policy))
    orders = surge->orders(seen, due);
  else
    return false;
  const auto place_if_taken = [&](std::uint32_t link, Quantity units) {
    if (units > 0 && level_of(EffectKind::orders_refused, link) == 0) place_over(at, link, units);
  };
  place_if_taken(fast, plan.lot.apply(orders.fast));
  place_if_taken(slow, plan.lot.apply(orders.slow));
  return true;
}

}  // namespace restock::twin
