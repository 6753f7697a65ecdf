// What the seller promises: announced dates matched to the queue. Never the drawn realisation.
#include "engine/calendars.hpp"
#include "engine/echelon.hpp"
#include "engine/level_setting.hpp"
#include "engine/promises.hpp"
#include "engine/rationing.hpp"
#include "engine/replication.hpp"
#include "engine/sourcing.hpp"

#include <algorithm>
#include <variant>

namespace restock {

// Announced supply is kept only where there are customers to quote to, or somebody orders by it.

void Replication::inbound_add(std::uint32_t point, Time date, Supply kind, std::uint32_t slot, Quantity units) {
  if (!engine::keeps_inbound(*this, point)) return;
  PointState& p = s_.points[point];
  std::uint32_t before = p.last_inbound;  // most supply is announced for later than all that is on its way
  while (before != none && s_.inbound[before].date > date) before = s_.inbound[before].prev;
  const std::uint32_t after = before != none ? s_.inbound[before].next : p.first_inbound;
  const std::uint32_t made = s_.inbound.make({date, units, slot, kind, before, after});
  (before != none ? s_.inbound[before].next : p.first_inbound) = made;
  (after != none ? s_.inbound[after].prev : p.last_inbound) = made;
}

/// The same of what may be announced already: an order's units to be sent stand in one place.
void Replication::inbound_raise(std::uint32_t point, Time date, Supply kind, std::uint32_t slot, Quantity units) {
  for (std::uint32_t at = s_.points[point].first_inbound; at != none; at = s_.inbound[at].next)
    if (s_.inbound[at].slot == slot && s_.inbound[at].kind == kind) {
      s_.inbound[at].units += units;
      return;
    }
  inbound_add(point, date, kind, slot, units);
}

void Replication::inbound_take(std::uint32_t point, Time date, Supply kind, std::uint32_t slot, Quantity units) {
  if (!engine::keeps_inbound(*this, point)) return;
  PointState& p = s_.points[point];
  const auto is_it = [&](const Inbound& supply) { return supply.slot == slot && supply.kind == kind; };
  std::uint32_t at = none;
  if (p.last_inbound != none && s_.inbound[p.last_inbound].date == date) {  // just announced, and sent at once
    at = p.last_inbound;
    while (at != none && !is_it(s_.inbound[at])) at = s_.inbound[at].prev;
  } else {
    at = p.first_inbound;
    while (at != none && !is_it(s_.inbound[at])) at = s_.inbound[at].next;
  }
  require(at != none && s_.inbound[at].units >= units, "inbound supply is announced before it is taken");
  Inbound& supply = s_.inbound[at];
  supply.units -= units;
  if (supply.units > 0) return;
  (supply.prev != none ? s_.inbound[supply.prev].next : p.first_inbound) = supply.next;
  (supply.next != none ? s_.inbound[supply.next].prev : p.last_inbound) = supply.prev;
  s_.inbound.release(at);
}

namespace engine {

AnnouncedSupply::AnnouncedSupply(const Replication& r, std::uint32_t point)
    : inbound_(r.s_.inbound), next_(r.s_.points[point].first_inbound) {}

Time AnnouncedSupply::date_of(Quantity need) {
  while (next_ != none && covered_ < need) {
    const Inbound& supply = inbound_[next_];
    covered_ += supply.units;
    date_ = supply.date;
    next_ = supply.next;
  }
  return covered_ < need ? never : date_;
}

}  // namespace engine

Time Replication::quote(const Customer& customer, unsigned queue, Quantity units, bool review_is_over) const {
  const std::uint32_t point = customer.point;
  const Time at = customer.at;
  const PointState& p = s_.points[point];
  const Quantity need = units_ahead(p, queue) + units + engine::kept_from_customers(*this, customer.stream) -
                        std::max<Quantity>(0, p.on_record);
  if (need <= 0) return at;
  const Time date = engine::AnnouncedSupply(*this, point).date_of(need);
  return date < never ? std::max(at, date) : beyond_announced(point, units, at, review_is_over ? at + 1 : at);
}

/// When an order that is still to be placed will be here, if `units` more make the policy place one; a review at or
/// after `not_yet` has not happened yet.
Time Replication::beyond_announced(std::uint32_t point, Quantity units, Time at, Time not_yet) const {
  const PointState& p = s_.points[point];
  const PointPlan& plan = b_.points[point];
  const PointRules& rules = b_.rules(plan);
  if (!rules.replenished || refused(point) || at >= rules.listing.retired) return never;
  const auto supplied = [&](Time ordered) {
    if (!rules.made_here) return engine::announced_of_order(*this, b_.terms(b_.links[plan.sources.first]), ordered);
    return later(ordered, rules.resource.valid() ? b_.resources[rules.resource.index()].planned : 0);
  };
  const bool whole = echelons::watches(*this, point);  // its planner does not look at this point alone
  return std::visit(
      [&](const auto& policy) -> Time {
        if constexpr (std::remove_cvref_t<decltype(policy)>::continuous) {
          if (!whole && position(point) - units > policy.wake_at()) return never;
          const PlannerView view{at, at, p.on_record, p.on_order, p.backlog + waiting_units(point) + units};
          if (!whole && rules.lot.may_wait() && rules.lot.apply(policy.order(view)) == 0) return never;
          return supplied(p.sees_old_data ? rules.information->refresh_with(not_yet) : at);
        } else {
          PlannerView view{at, at, p.on_record, p.on_order, p.backlog + waiting_units(point) + units};
          PlanView ahead;
          if constexpr (plans_ahead<std::remove_cvref_t<decltype(policy)>>)
            view.plan = engine::plan_ahead(*this, point, at, ahead);
          if (!whole && rules.lot.apply(policy.order(view)) == 0) return never;
          const Time known = p.sees_old_data ? rules.information->refresh_with(not_yet) : not_yet;
          return supplied(engine::next_review(*this, point, policy.calendar, known));
        }
      },
      policy_of(point));
}

}  // namespace restock
