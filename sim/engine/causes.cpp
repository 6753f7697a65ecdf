// Causes: their spells begin and end, before every step of the instant; and what is in force because of them.
//
// Nothing is stored per link but what stands still: the effects in force are those of the causes that are active.
#include "engine/replication.hpp"

#include "disruption/shortage.hpp"

#include <algorithm>
#include <iterator>

namespace restock {

namespace {

void add_to(std::vector<std::vector<std::uint32_t>>& lists, std::uint32_t target, std::size_t effect) {
  lists[target].push_back(static_cast<std::uint32_t>(effect));
}

}  // namespace

void Replication::reset_causes() {
  Disruptions& d = s_.disruptions;
  const std::size_t links = b_.effects.empty() ? 0 : b_.links.size();
  const std::size_t resources = b_.effects.empty() ? 0 : b_.resources.size();
  d.causes.clear();
  d.of_link.assign(links, {});
  d.of_resource.assign(resources, {});
  d.of_port.assign(b_.ports.size(), {});
  d.of_route.assign(b_.routes.size(), {});
  d.lanes.assign(links, {});
  d.suppliers.assign(links, {});
  d.production.assign(resources, {});
  for (std::size_t e = 0; e < b_.effects.size(); ++e) {
    const EffectPlan& effect = b_.effects[e];
    switch (effect.kind) {
      case EffectKind::lane_delay:
      case EffectKind::lane_closed:
      case EffectKind::dispatch_held:
      case EffectKind::orders_refused:
      case EffectKind::shortage:
      case EffectKind::orders_cancelled:
      case EffectKind::shipments_short:
        add_to(d.of_link, effect.target, e);
        break;
      case EffectKind::production_stopped:
      case EffectKind::production_slowed:
      case EffectKind::yield_drop:
        add_to(d.of_resource, effect.target, e);
        break;
      case EffectKind::port_closed:
      case EffectKind::port_slowed:
      case EffectKind::berths_lost:
        add_to(d.of_port, effect.target, e);
        break;
      case EffectKind::sea_delay:
      case EffectKind::sea_closed:
      case EffectKind::sailings_blanked:
        add_to(d.of_route, effect.target, e);
        break;
      case EffectKind::information_frozen:
      case EffectKind::stock_lost:
        break;  // kept, or over, at the stock point
    }
  }
  for (std::uint32_t cause = 0; cause < b_.causes.size(); ++cause) {
    const CausePlan& plan = b_.causes[cause];
    d.causes.push_back(
        {SpellWalk(plan.when, {luck_.seed, luck_.replication, plan.who}, now_.tick), 0, 0, CauseFacts{}, false, {}});
    want_spell(cause);
    want_look(cause, now_.tick);
  }
}

/// The next spell of a cause goes into the calendar.
void Replication::want_spell(std::uint32_t cause) {
  const Time begin = s_.disruptions.causes[cause].walk.spell().begin;
  if (begin < end_)
    schedule(EventKind::spell_begin, begin, static_cast<std::uint32_t>(b_.causes.size()) + cause, 0, cause);
}

void Replication::on_spell_begin(std::uint32_t cause) {
  CauseState& state = s_.disruptions.causes[cause];
  const Rows effects = b_.causes[cause].effects;
  for (std::uint32_t e = effects.first; e < effects.end(); ++e) before_change(b_.effects[e]);
  const Spell& spell = state.walk.spell();
  state.level = spell.level;
  state.awaited = false;
  state.since = now_.tick;
  if (in_window()) ++state.facts.spells;
  if (sink_ != nullptr) state.past.push_back({now_.tick, never});
  for (std::uint32_t e = effects.first; e < effects.end(); ++e) begin_effect(b_.effects[e]);
  for (std::uint32_t e = effects.first; e < effects.end(); ++e)
    if (b_.effects[e].kind == EffectKind::stock_lost)
      for (int k = 0; k < state.level; ++k) scrap(b_.effects[e]);
  schedule(EventKind::spell_end, spell.end, cause, 0, cause);
}

void Replication::on_spell_end(std::uint32_t cause) {
  CauseState& state = s_.disruptions.causes[cause];
  const Rows effects = b_.causes[cause].effects;
  for (std::uint32_t e = effects.first; e < effects.end(); ++e) before_change(b_.effects[e]);
  state.level = 0;
  if (sink_ != nullptr) state.past.back().end = now_.tick;
  if (in_window()) state.facts.active += now_.tick - std::max<Time>(0, state.since);
  for (std::uint32_t e = effects.first; e < effects.end(); ++e) end_effect(b_.effects[e]);
  state.walk.advance();
  want_spell(cause);
}

/// Customers who came before this instant have met the world as it was.
void Replication::before_change(const EffectPlan& effect) {
  if (effect.kind == EffectKind::information_frozen) touch(effect.target);
  if (effect.kind == EffectKind::orders_refused) touch(static_cast<std::uint32_t>(b_.links[effect.target].to.index()));
  if (effect.kind == EffectKind::stock_lost) touch(effect.target);
}

void Replication::begin_effect(const EffectPlan& effect) {
  switch (effect.kind) {
    case EffectKind::lane_closed:
      stop_lane(effect.target);
      break;
    case EffectKind::sea_closed:
      stop_at_sea(effect.target);
      break;
    case EffectKind::orders_refused:
      arm(static_cast<std::uint32_t>(b_.links[effect.target].to.index()));
      break;
    case EffectKind::production_stopped:
      stop_production(effect.target, effect.flag);
      break;
    case EffectKind::port_closed:
    case EffectKind::port_slowed:
    case EffectKind::berths_lost:
      schedule(EventKind::port_changes, now_.tick, effect.target, 0, effect.target);
      break;
    case EffectKind::information_frozen:
      freeze(effect.target);
      break;
    case EffectKind::stock_lost:  // when all others have begun
      break;
    case EffectKind::lane_delay:
    case EffectKind::sea_delay:
    case EffectKind::sailings_blanked:
    case EffectKind::dispatch_held:
    case EffectKind::production_slowed:
    case EffectKind::shortage:
    case EffectKind::orders_cancelled:
    case EffectKind::yield_drop:
    case EffectKind::shipments_short:
      break;  // looked up when something is dispatched, started or received
  }
}

void Replication::end_effect(const EffectPlan& effect) {
  if (is_of_port(effect.kind)) {
    schedule(EventKind::port_changes, now_.tick, effect.target, 0, effect.target);
    return;
  }
  if (is_of_route(effect.kind)) {
    if (effect.kind == EffectKind::sea_closed &&
        count_in_force(s_.disruptions.of_route[effect.target], EffectKind::sea_closed) == 0)
      resume_at_sea(effect.target);
    return;
  }
  if (effect.kind == EffectKind::information_frozen) return unfreeze(effect.target);
  if (effect.kind == EffectKind::production_stopped && !production_stopped(effect.target))
    resume_production(effect.target);
  if (!is_on_link(effect.kind)) return;
  const LinkPlan& link = b_.links[effect.target];
  if (in_force(effect.target, effect.kind) > 0) return;  // another cause still has it
  switch (effect.kind) {
    case EffectKind::lane_closed:
      resume_lane(effect.target);
      break;
    case EffectKind::dispatch_held:
      if (link.from.valid()) {
        const auto sender = static_cast<std::uint32_t>(link.from.index());
        if (s_.points[sender].has_internal_entries()) want_dispatch(sender);
      } else {
        release_parcels(effect.target, Fate::held);
      }
      break;
    case EffectKind::orders_refused: {
      const auto point = static_cast<std::uint32_t>(link.to.index());
      want_review_if_below(point);
      arm(point);
      break;
    }
    case EffectKind::shortage:
      release_parcels(effect.target, Fate::rest);
      break;
    default:
      break;
  }
}

/// A share of what is on hand goes; where it is recorded, it is no shipment, and a continuous point looks again.
void Replication::scrap(const EffectPlan& effect) {
  const std::uint32_t point = effect.target;
  const Quantity units = std::min(nearest_share(s_.points[point].on_hand, effect.factor), findable(point));
  if (units == 0) return;
  move_stock(point, -units, 0, now_.tick);
  if (effect.flag) move_stock(point, 0, -units, now_.tick);
  s_.loss_facts[point].scrapped += units;
  history_.note(b_.points[point].who, Fact::scrapped, now_.tick, 0, units);
  want_review_if_below(point);
  arm(point);
}

/// How many causes, counted by their levels, have this effect on a link now.
int Replication::in_force(std::uint32_t link, EffectKind kind) const {
  if (b_.effects.empty()) return 0;
  return count_in_force(s_.disruptions.of_link[link], kind);
}

int Replication::count_in_force(const std::vector<std::uint32_t>& list, EffectKind kind) const {
  int count = 0;
  for (const std::uint32_t e : list)
    if (b_.effects[e].kind == kind) count += s_.disruptions.causes[b_.effects[e].cause].level;
  return count;
}

bool Replication::production_stopped(std::uint32_t resource) const {
  const Disruptions& d = s_.disruptions;
  if (b_.effects.empty()) return false;
  return std::ranges::any_of(d.of_resource[resource], [&](std::uint32_t e) {
    return b_.effects[e].kind == EffectKind::production_stopped && d.causes[b_.effects[e].cause].level > 0;
  });
}

/// Factors multiply: of all effects of a kind in force on the target of `list`, a level of k counting k times.
double Replication::factor_of(const std::vector<std::uint32_t>& list, EffectKind kind) const {
  double factor = 1.0;
  for (const std::uint32_t e : list)
    if (b_.effects[e].kind == kind)
      for (int k = 0; k < s_.disruptions.causes[b_.effects[e].cause].level; ++k) factor *= b_.effects[e].factor;
  return factor;
}

/// The transit time of what is dispatched now, or (`announced`) what is said of it.
Time Replication::delayed(std::uint32_t link, Time span, bool announced) const {
  if (b_.effects.empty()) return span;
  return with_delays(s_.disruptions.of_link[link], EffectKind::lane_delay, span, announced);
}

/// Likewise the sea leg of what sails now.
Time Replication::delayed_at_sea(std::uint32_t route, Time span, bool announced) const {
  return with_delays(s_.disruptions.of_route[route], EffectKind::sea_delay, span, announced);
}

Time Replication::with_delays(const std::vector<std::uint32_t>& list, EffectKind kind, Time span,
                              bool announced) const {
  double factor = 1.0;
  Time add = 0;
  int count = 0;
  for (const std::uint32_t e : list) {
    const EffectPlan& effect = b_.effects[e];
    if (effect.kind != kind || (announced && !effect.flag)) continue;
    for (int k = 0; k < s_.disruptions.causes[effect.cause].level; ++k, ++count) {
      factor *= effect.factor;
      add = later(add, effect.add);
    }
  }
  return count > 0 ? later(to_ticks(static_cast<double>(span) * factor), add) : span;
}

/// Whether nobody accepts orders of a point now.
bool Replication::refused(std::uint32_t point) const {
  if (b_.effects.empty()) return false;
  const Rows sources = b_.points[point].sources;
  if (b_.rules(b_.points[point]).made_here || sources.count == 0) return false;
  for (std::uint32_t link = sources.first; link < sources.end(); ++link)
    if (in_force(link, EffectKind::orders_refused) == 0) return false;
  return true;
}

/// The causes that were active at some time from `from` to `until`, both included and not in the future.
std::uint64_t Replication::active_between(Time from, Time until) const {
  std::uint64_t marks = 0;
  for (std::size_t cause = 0; cause < s_.disruptions.causes.size(); ++cause) {
    const std::vector<PastSpell>& past = s_.disruptions.causes[cause].past;
    const auto after = std::ranges::upper_bound(past, until, {}, &PastSpell::begin);
    if (after == past.begin() || std::prev(after)->end <= from) continue;
    marks |= std::uint64_t{1} << std::min(cause, shared_cause);
  }
  return marks;
}

void Replication::close_causes() {
  for (CauseState& cause : s_.disruptions.causes)
    if (cause.level > 0) cause.facts.active += b_.length - std::max<Time>(0, cause.since);
}

}  // namespace restock
