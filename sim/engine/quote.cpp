// What the seller promises: announced dates matched to the queue. Never the drawn realisation.
#include "engine/replication.hpp"

#include <algorithm>
#include <variant>

namespace restock {

// Announced supply is kept only where there are customers to quote to.

void Replication::inbound_add(std::uint32_t point, Time date, std::uint64_t id, Quantity units) {
  if (b_.points[point].streams.empty()) return;
  PointState& p = s_.points[point];
  const auto place = std::upper_bound(p.inbound.begin(), p.inbound.end(), date,
                                      [](Time d, const Inbound& other) { return d < other.date; });
  p.inbound.insert(place, {date, id, units});
}

void Replication::inbound_take(std::uint32_t point, Time date, std::uint64_t id, Quantity units) {
  if (b_.points[point].streams.empty()) return;
  PointState& p = s_.points[point];
  auto place = std::lower_bound(p.inbound.begin(), p.inbound.end(), date,
                                [](const Inbound& other, Time d) { return other.date < d; });
  while (place != p.inbound.end() && place->id != id) ++place;
  require(place != p.inbound.end() && place->units >= units, "inbound supply is announced before it is taken");
  place->units -= units;
  if (place->units == 0) p.inbound.erase(place);
}

Time Replication::quote(std::uint32_t point, unsigned queue, Quantity units, Time at, bool review_is_over) const {
  const PointState& p = s_.points[point];
  const PointPlan& plan = b_.points[point];
  Quantity need = units_ahead(p, queue) + units - std::max<Quantity>(0, p.on_record);
  if (need <= 0) return at;
  for (const Inbound& supply : p.inbound) {
    need -= supply.units;
    if (need <= 0) return std::max(at, supply.date);
  }
  if (!plan.replenished) return never;
  const Time lead = plan.made_here ? (plan.resource.valid() ? b_.resources[plan.resource.index()].planned : 0)
                                   : b_.links[plan.sources.first].planned_lead;
  return std::visit(
      [&](const auto& policy) -> Time {
        if constexpr (std::remove_cvref_t<decltype(policy)>::continuous) {
          return position(p) - units <= policy.wake_at() ? later(at, lead) : never;
        } else {
          const PlannerView view{at, p.on_record, p.on_order, p.backlog + p.waiting + units};
          if (policy.order(view) <= 0) return never;
          return later(policy.calendar.at_or_after(review_is_over ? at + 1 : at), lead);
        }
      },
      plan.policy);
}

}  // namespace restock
