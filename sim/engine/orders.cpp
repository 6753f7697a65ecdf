// Replenishment orders: review, placing, arrival at the sender, end.
#include "engine/ahead.hpp"
#include "engine/calendars.hpp"
#include "engine/echelon.hpp"
#include "engine/joint.hpp"
#include "engine/level_setting.hpp"
#include "engine/listing.hpp"
#include "engine/replication.hpp"
#include "engine/scripts.hpp"
#include "engine/sourcing.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace restock {

void Replication::on_review(std::uint32_t point) {
  PointState& p = s_.points[point];
  const PointPlan& plan = b_.points[point];
  const PointRules& rules = b_.rules(plan);
  touch(point);
  PlannerView view = echelons::watches(*this, point) ? echelons::view(*this, point) : view_of_planner(point);
  PlanView ahead;
  if (plans(rules.policy) && !frozen(point)) view.plan = engine::plan_ahead(*this, point, now_.tick, ahead);
  const Quantity need = std::visit(
      [&](const auto& policy) -> Quantity {
        using P = std::remove_cvref_t<decltype(policy)>;
        if constexpr (P::continuous) {
          p.pending.remove(EventKind::review, now_.tick);
          if (p.sees_old_data) schedule_refresh(point, now_.tick + 1);
          return view.position() <= policy.wake_at() && !frozen(point) ? policy.order(view) : 0;
        } else {
          complete_cycle(point, false);
          const Time next = engine::next_review(*this, point, policy.calendar, now_.tick + 1);
          if (next < end_) schedule(EventKind::review, next, plan.review_rank, 0, point);
          if constexpr (HasTwoSources<P>) {
            if (!rules.made_here && !engine::orders_no_more(*this, point)) {
              engine::order_from_two(*this, point, policy, view);
              return 0;
            }
          }
          if constexpr (std::is_same_v<P, ScriptPolicy>) {
            return engine::ask_script(*this, point, policy, view);
          } else {
            return policy.order(view);
          }
        }
      },
      policy_of(point));
  const Quantity units = rules.lot.apply(need);
  if (units > 0 && !refused(point) && !engine::orders_no_more(*this, point)) {
    place_order(point, units, false);
    joint::fill_up(*this, point);
  }
  if (!engine::looks_again(*this, point)) arm(point);
  echelons::after_review(*this, point);
}

std::uint32_t Replication::choose_source(std::uint32_t point, Quantity units) {
  const PointPlan& plan = b_.points[point];
  if (plan.sources.count == 1) return plan.sources.first;
  if (!goes_by_share(b_.rules(plan).sourcing)) return engine::choose_by_view(*this, point, units);
  const std::uint32_t index = s_.side.sourcing[point].next(now_.tick);
  Draws draws(luck_.at(plan.who, Purpose::sourcing, day_number(now_.tick, index)));
  const double u = draws.uniform();
  std::uint32_t link = plan.sources.first;
  while (link + 1 < plan.sources.end() && u >= b_.terms(b_.links[link]).share_upto) ++link;
  while (in_force(link, EffectKind::orders_refused) > 0)
    link = link + 1 < plan.sources.end() ? link + 1 : plan.sources.first;
  return link;
}

void Replication::place_order(std::uint32_t point, Quantity units, bool joins) {
  place_over(point, b_.rules(b_.points[point]).made_here ? none : choose_source(point, units), units, joins);
}

/// Over a link; none: made here. An order that joins another is no order of its own in the count, and costs no more
/// than its units do.
void Replication::place_over(std::uint32_t point, std::uint32_t link, Quantity units, bool joins) {
  PointState& p = s_.points[point];
  const PointPlan& plan = b_.points[point];
  const PointRules& rules = b_.rules(plan);
  StockFacts& facts = s_.stock_facts[point];
  roll_bucket(point, now_.tick);
  p.bucket_ordered += units;
  change_on_order(point, units);
  if (!s_.side.information.empty()) s_.side.information[point].placed += units;
  facts.replenishment_orders += joins ? 0 : 1;
  facts.replenishment_units += units;
  Order order;
  order.point = point;
  order.number = p.orders++;
  order.placed = now_.tick;
  order.units = order.undispatched = order.outstanding = units;
  order.in_window = in_window();
  order.prev = p.youngest_order;
  order.link = link;
  Time taken_up = now_.tick;
  if (link == none) {
    order.announced = later(now_.tick, rules.resource.valid() ? b_.resources[rules.resource.index()].planned : 0);
  } else {
    const LinkTerms& terms = b_.terms(b_.links[link]);
    order.announced = engine::announced_of_order(*this, terms, now_.tick);
    taken_up = engine::taken_up(*this, terms, now_.tick);
  }
  const std::uint32_t slot = s_.orders.make(order);
  (p.youngest_order != none ? s_.orders[p.youngest_order].next : p.oldest_order) = slot;
  p.youngest_order = slot;
  inbound_add(point, order.announced, Supply::order, slot, units);
  history_.note(plan.who, Fact::ordered, now_.tick, order.number, units);
  if (taken_up == now_.tick) {
    on_order_received(slot);
    return;
  }
  const PointId from = b_.links[link].from;
  const std::uint32_t rank = b_.points[from.valid() ? from.index() : point].dispatch_rank;
  const std::uint64_t number = s_.side.mailed[link]++;
  if (taken_up < never) schedule(EventKind::order_received, taken_up, rank, of_link(link, number), slot);
}

void Replication::on_order_received(std::uint32_t slot) {
  Order& order = s_.orders[slot];
  order.at_sender = true;
  const Quantity units = order.undispatched;
  if (units == 0) {  // withdrawn on its way to the sender, and closed then
    s_.orders.release(slot);
    return;
  }
  if (order.link == none) {
    const PointPlan& maker = b_.points[order.point];
    if (maker.components.empty()) {
      const ResourceId resource = b_.rules(maker).resource;
      start_job(resource.valid() ? resource.value : none, slot, units);
      return;
    }
    std::uint32_t previous = none;
    for (std::uint32_t c = maker.components.first; c < maker.components.end(); ++c) {
      const ComponentPlan& need = b_.components[c];
      const std::uint32_t entry = enqueue_internal(static_cast<std::uint32_t>(need.point.index()), slot, c, need.queue,
                                                   units * need.units, false);
      (previous == none ? s_.orders[slot].entry : s_.entries[previous].kit_next) = entry;
      previous = entry;
    }
    return;
  }
  const LinkPlan& link = b_.links[order.link];
  const LinkTerms& terms = b_.terms(link);
  if (link.from.valid()) {
    const std::uint32_t entry =
        enqueue_internal(static_cast<std::uint32_t>(link.from.index()), slot, none, terms.queue, units, !terms.partial);
    s_.orders[slot].entry = entry;
  } else {
    supplier_receives(slot, units);
  }
}

std::uint32_t Replication::enqueue_internal(std::uint32_t sender, std::uint32_t order, std::uint32_t component,
                                            unsigned queue, Quantity units, bool complete_only) {
  touch(sender);
  PointState& p = s_.points[sender];
  roll_bucket(sender, now_.tick);
  p.bucket_demanded += units;
  s_.stock_facts[sender].internal_demand += units;
  if (ForecastState* forecast = forecast_at(sender)) forecast->internal += units;
  change_backlog(sender, units, false, now_.tick);
  Entry entry;
  entry.point = sender;
  entry.order = order;
  entry.component = component;
  entry.queue = static_cast<std::uint8_t>(p.first_class + queue);
  entry.complete_only = complete_only;
  entry.remaining = units;
  entry.arrived = now_.tick;
  entry.life = ++s_.lives;
  const std::uint32_t slot = s_.entries.make(entry);
  append(slot);
  note_shortage(p, units, now_.tick);
  want_dispatch(sender);
  want_own_review_if_below(sender);
  echelons::ask_if_low(*this, sender);
  arm(sender);
  return slot;
}

void Replication::finish_order(std::uint32_t slot) {
  const Order& order = s_.orders[slot];
  PointState& p = s_.points[order.point];
  (order.prev != none ? s_.orders[order.prev].next : p.oldest_order) = order.next;
  (order.next != none ? s_.orders[order.next].prev : p.youngest_order) = order.prev;
  if (sink_ != nullptr && order.in_window && in_window()) {
    s_.closed_replenishments.push_back({order.point, order.link, order.placed, now_.tick, order.units, order.received,
                                        order.units - order.received - order.lost, order.lost});
  }
  if (order.at_sender) s_.orders.release(slot);  // else its arrival at the sender is still in the calendar
}

}  // namespace restock
