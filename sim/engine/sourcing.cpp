// Which lane an order takes, where several lead to a stock point; and the two lanes of a policy that orders from both.
#include "engine/sourcing.hpp"

#include "engine/calendars.hpp"
#include "engine/rationing.hpp"

#include <algorithm>
#include <variant>
#include <vector>

namespace restock::engine {

namespace {

bool is_quoted(const Sourcing& sourcing) { return std::holds_alternative<SourceQuoted>(sourcing); }

/// Nothing stands still on a link, and its sender sends and makes.
bool runs(const Replication& r, std::uint32_t link) {
  if (r.b_.effects.empty()) return true;
  if (r.in_force(link, EffectKind::lane_closed) > 0 || r.in_force(link, EffectKind::dispatch_held) > 0) return false;
  const LinkTerms& terms = r.b_.terms(r.b_.links[link]);
  if (terms.route.valid() &&
      r.count_in_force(r.s_.disruptions.of_route[terms.route.index()], EffectKind::sea_closed) > 0)
    return false;
  return !terms.resource.valid() || !r.production_stopped(terms.resource.value);
}

/// How long the oldest order over a link that is not all here is past its announced date.
Time overdue(const Replication& r, std::uint32_t point, std::uint32_t link) {
  Time most = 0;
  for (std::uint32_t slot = r.s_.points[point].oldest_order; slot != none; slot = r.s_.orders[slot].next) {
    const Order& order = r.s_.orders[slot];
    if (order.link == link && order.announced < never) most = std::max(most, r.now_.tick - order.announced);
  }
  return most;
}

/// How long an order waits in a sender's queue, as far as he knows: matched to what he has and what is announced to
/// him; what is beyond that comes in his own planned lead time.
Time wait_at(Replication& r, std::uint32_t link, Quantity units) {
  const LinkTerms& terms = r.b_.terms(r.b_.links[link]);
  const auto sender = static_cast<std::uint32_t>(r.b_.links[link].from.index());
  r.touch(sender);
  const PointState& p = r.s_.points[sender];
  const Quantity reserved = rations(r, sender) ? r.s_.side.rations[sender].reserved : 0;
  Quantity need = r.units_ahead(p, terms.queue) + r.waiting_units(sender) + units + terms.critical_level + reserved -
                  std::max<Quantity>(0, p.on_record);
  if (need <= 0) return 0;
  for (std::uint32_t slot = p.first_inbound; slot != none; slot = r.s_.inbound[slot].next) {
    need -= r.s_.inbound[slot].units;
    if (need <= 0) return std::max<Time>(0, r.s_.inbound[slot].date - r.now_.tick);
  }
  const PointPlan& plan = r.b_.points[sender];
  const PointRules& rules = r.b_.rules(plan);
  if (!rules.replenished || r.now_.tick >= rules.listing.retired) return never;
  if (rules.made_here) return rules.resource.valid() ? r.b_.resources[rules.resource.index()].planned : 0;
  return r.b_.terms(r.b_.links[plan.sources.first]).planned_lead;
}

/// When an order that is placed now is announced to be here, from now.
Time quoted(Replication& r, std::uint32_t link, Quantity units) {
  const LinkTerms& terms = r.b_.terms(r.b_.links[link]);
  const Time making = terms.resource.valid() ? r.b_.resources[terms.resource.index()].planned : 0;
  const Time wait = r.b_.links[link].from.valid() ? wait_at(r, link, units) : making;
  const Time leaves = later(taken_up(r, terms, r.now_.tick), wait);
  if (leaves >= never) return never;
  if (terms.route.valid()) return later(leaves, r.announced_by(terms.route.value, units) - r.now_.tick) - r.now_.tick;
  return come_in_at(r, terms, leaves, r.delayed(link, terms.planned_transit, true)) - r.now_.tick;
}

}  // namespace

void reset_sourcing(Replication& r) {
  const Blueprint& b = r.b_;
  const bool asked =
      std::ranges::any_of(b.point_rules, [](const PointRules& rules) { return is_quoted(rules.sourcing); });
  const bool two =
      std::ranges::any_of(b.point_rules, [](const PointRules& rules) { return orders_from_two(rules.policy); });
  const bool ahead = std::ranges::any_of(b.point_rules, [](const PointRules& rules) { return plans(rules.policy); });
  std::vector<std::uint8_t>& kept = r.s_.side.keeps_inbound;
  kept.assign(asked || two || ahead ? b.points.size() : 0, 0);
  if (kept.empty()) return;
  for (std::uint32_t point = 0; point < b.points.size(); ++point) {
    const PointRules& rules = b.rules(b.points[point]);
    if (orders_from_two(rules.policy) || plans(rules.policy)) kept[point] = 1;
    if (!is_quoted(rules.sourcing)) continue;
    for (const LinkPlan& link : b.points[point].sources.of(b.links))
      if (link.from.valid()) kept[link.from.index()] = 1;
  }
}

bool keeps_inbound(const Replication& r, std::uint32_t point) {
  return !r.b_.points[point].streams.empty() ||
         (!r.s_.side.keeps_inbound.empty() && r.s_.side.keeps_inbound[point] != 0);
}

std::uint32_t choose_by_view(Replication& r, std::uint32_t point, Quantity units) {
  const Rows sources = r.b_.points[point].sources;
  const Sourcing& sourcing = r.b_.rules(r.b_.points[point]).sourcing;
  std::vector<LaneView> views;
  for (std::uint32_t link = sources.first; link < sources.end(); ++link) {
    const LinkTerms& terms = r.b_.terms(r.b_.links[link]);
    LaneView view;
    view.accepts = r.in_force(link, EffectKind::orders_refused) == 0;
    view.runs = runs(r, link);
    view.overdue = overdue(r, point, link);
    view.planned = terms.planned_lead;
    if (is_quoted(sourcing)) view.quoted = quoted(r, link, units);
    view.unit_cost = terms.freight + terms.freight_per_shipment / static_cast<double>(units);
    views.push_back(view);
  }
  const std::size_t chosen = std::visit(
      [&](const auto& rule) -> std::size_t {
        if constexpr (requires { rule.choose(views); }) return rule.choose(views);
        return 0;
      },
      sourcing);
  require(chosen != nobody, "an order is placed only where somebody accepts it");
  return sources.first + static_cast<std::uint32_t>(chosen);
}

TwoLinks two_links(const Replication& r, std::uint32_t point) {
  const Rows sources = r.b_.points[point].sources;
  TwoLinks links{sources.first, sources.first};
  const auto lead = [&](std::uint32_t link) { return r.b_.terms(r.b_.links[link]).planned_lead; };
  for (std::uint32_t link = sources.first; link < sources.end(); ++link) {
    if (lead(link) > lead(links.slow)) links.slow = link;
    if (lead(link) <= lead(links.fast)) links.fast = link;
  }
  return links;
}

Quantity due_by(const Replication& r, std::uint32_t point, Time last) {
  Quantity units = 0;
  for (std::uint32_t slot = r.s_.points[point].first_inbound; slot != none; slot = r.s_.inbound[slot].next)
    if (r.s_.inbound[slot].date <= last) units += r.s_.inbound[slot].units;
  return units;
}

}  // namespace restock::engine
