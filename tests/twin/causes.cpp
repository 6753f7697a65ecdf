// The twin's causes: spells, what they stop, hold, cut short and cancel. Everything is looked up by walking over all
// effects; what stands still writes down how much time it has left.
#include "twin/world.hpp"

#include "core/contract.hpp"
#include "disruption/shortage.hpp"

#include <algorithm>

namespace restock::twin {

void World::start_causes() {
  for (std::uint32_t c = 0; c < b_.causes.size(); ++c) {
    causes_.push_back({SpellWalk(b_.causes[c].when, {seed_, replication_, b_.causes[c].who}, now_.tick), 0, 0});
    next_spell(c);
    next_look(c, now_.tick);
  }
  record_.causes.resize(b_.causes.size());
}

void World::next_spell(std::uint32_t cause) {
  const Spell& spell = causes_[cause].walk.spell();
  if (spell.begin < never) schedule(Kind::spell_begin, spell.begin, b_.causes.size() + cause, 0, cause);
}

void World::next_look(std::uint32_t cause, Time from) {
  const auto* threshold = std::get_if<Threshold>(&b_.causes[cause].when);
  if (threshold == nullptr) return;
  const Time check = threshold->check.ticks;
  const Time over = (from % check + check) % check;
  schedule(Kind::look, over == 0 ? from : from + check - over, cause, 0, cause);
}

/// Everybody who came before this instant has been served, nobody of this instant has come.
void World::look(std::uint32_t cause) {
  const auto& threshold = std::get<Threshold>(b_.causes[cause].when);
  Cause& state = causes_[cause];
  Quantity sum = 0;
  for (const std::uint32_t id : b_.causes[cause].watched.of(b_.watched)) {
    if (threshold.of == Watched::port_queue) sum += static_cast<Quantity>(ports_[id].anchorage.size());
    if (threshold.of == Watched::backlog) sum += points_[id].backlog;
    if (threshold.of == Watched::on_hand) sum += points_[id].on_hand;
    if (threshold.of == Watched::on_record) sum += points_[id].on_record;
    if (threshold.of == Watched::on_order) sum += points_[id].on_order;
  }
  next_look(cause, now_.tick + 1);
  const bool above = threshold.above.has_value();
  const Quantity limit = above ? *threshold.above : *threshold.below;
  const Quantity back = threshold.until ? *threshold.until : limit;
  const bool is_beyond = above ? sum > limit : sum < limit;
  const bool is_back = above ? sum <= back : sum >= back;
  if (state.level > 0 && is_back && now_.tick - state.since >= threshold.least.ticks)
    schedule(Kind::spell_end, now_.tick, cause, 0, cause);
  if (state.level == 0 && !state.awaited && is_beyond) {
    state.awaited = true;
    schedule(Kind::spell_begin, later(now_.tick, threshold.delay.ticks), b_.causes.size() + cause, 0, cause);
  }
}

void World::spell_begin(std::uint32_t cause) {
  Cause& state = causes_[cause];
  state.awaited = false;
  for (const EffectPlan& effect : b_.causes[cause].effects.of(b_.effects))
    if (effect.kind == EffectKind::information_frozen) keep_data(effect.target);
  state.level = state.walk.spell().level;
  state.since = now_.tick;
  spells_.push_back({now_.tick, never, cause, state.level});
  if (in_window()) record_.causes[cause].spells += 1;
  if (state.walk.spell().end < never) schedule(Kind::spell_end, state.walk.spell().end, cause, 0, cause);
  for (const EffectPlan& effect : b_.causes[cause].effects.of(b_.effects)) {
    if (is_of_port(effect.kind)) schedule(Kind::port_changes, now_.tick, effect.target, 0, effect.target);
    if (effect.kind == EffectKind::lane_closed) close_lane(effect.target);
    if (effect.kind == EffectKind::sea_closed) close_sea(effect.target);
    if (effect.kind == EffectKind::production_stopped) stop_production(effect.target, effect.flag);
    if (effect.kind == EffectKind::stock_lost)
      for (int k = 0; k < state.level; ++k) scrap(effect);
  }
}

void World::spell_end(std::uint32_t cause) {
  count_active(cause, now_.tick);
  causes_[cause].level = 0;
  for (Spell& spell : spells_)
    if (spell.number == cause && spell.end == never) spell.end = now_.tick;
  for (const EffectPlan& effect : b_.causes[cause].effects.of(b_.effects)) end_effect(effect);
  causes_[cause].walk.advance();
  next_spell(cause);
}

void World::count_active(std::uint32_t cause, Time until) {
  if (causes_[cause].level == 0 || closed_) return;
  const Time from = std::max<Time>(0, causes_[cause].since);
  if (until > from) record_.causes[cause].active += until - from;
}

/// Everything that was active at some tick from the one to the other.
std::uint64_t World::active_in(Time from, Time until) const {
  std::uint64_t marks = 0;
  for (const Spell& spell : spells_)
    if (spell.begin <= until && spell.end > from)
      marks |= std::uint64_t{1} << std::min<std::uint64_t>(spell.number, 62);
  return marks;
}

void World::end_effect(const EffectPlan& effect) {
  if (is_of_port(effect.kind)) return schedule(Kind::port_changes, now_.tick, effect.target, 0, effect.target);
  if (level_of(effect.kind, effect.target) > 0) return;
  const std::uint32_t target = effect.target;
  switch (effect.kind) {
    case EffectKind::lane_closed:
      return open_lane(target);
    case EffectKind::sea_closed:
      return open_sea(target);
    case EffectKind::dispatch_held:
      if (b_.links[target].from.valid()) {
        const std::uint32_t sender = b_.links[target].from.value;
        return schedule(Kind::dispatch, now_.tick, b_.points[sender].dispatch_rank, 0, sender);
      }
      return release(target, Part::Of::held);
    case EffectKind::information_frozen:
      return review_if_low(target);
    case EffectKind::orders_refused:
      return review_if_low(b_.links[target].to.value);
    case EffectKind::production_stopped:
      return resume_production(target);
    case EffectKind::shortage:
      return release(target, Part::Of::rest);
    case EffectKind::lane_delay:
    case EffectKind::production_slowed:
    case EffectKind::orders_cancelled:
    case EffectKind::port_closed:
    case EffectKind::port_slowed:
    case EffectKind::berths_lost:
    case EffectKind::sea_delay:
    case EffectKind::sailings_blanked:
    case EffectKind::yield_drop:
    case EffectKind::shipments_short:
    case EffectKind::stock_lost:
      return;
  }
}

/// How often an effect is in force on a target, a cause of level k counting k times.
int World::level_of(EffectKind kind, std::uint32_t target) const {
  int level = 0;
  for (const EffectPlan& effect : b_.effects)
    if (effect.kind == kind && effect.target == target) level += causes_[effect.cause].level;
  return level;
}

bool World::refused_everywhere(std::uint32_t point) const {
  const DraftPoint& plan = b_.points[point];
  if (plan.made_here || plan.sources.count == 0) return false;
  for (std::uint32_t link = plan.sources.first; link < plan.sources.end(); ++link)
    if (level_of(EffectKind::orders_refused, link) == 0) return false;
  return true;
}

/// What burns, burns once.
void World::scrap(const EffectPlan& effect) {
  const std::uint32_t at = effect.target;
  const Quantity units = std::min(nearest_share(points_[at].on_hand, effect.factor), points_[at].findable());
  if (units == 0) return;
  change(at, &Point::on_hand, -units);
  if (effect.flag) change(at, &Point::on_record, -units);
  losses(at).scrapped += units;
  history_.note(b_.points[at].who, Fact::scrapped, now_.tick, 0, units);
  review_if_low(at);
}

// Lanes.

Time World::with_delays(EffectKind kind, std::uint32_t target, Time span, bool announced_only) const {
  double factor = 1.0;
  Time more = 0;
  bool delayed = false;
  for (const EffectPlan& effect : b_.effects)
    for (int k = 0; k < causes_[effect.cause].level; ++k) {
      if (effect.kind != kind || effect.target != target) continue;
      if (announced_only && !effect.flag) continue;
      factor *= effect.factor;
      more = later(more, effect.add);
      delayed = true;
    }
  return delayed ? later(to_ticks(static_cast<double>(span) * factor), more) : span;
}

void World::close_lane(std::uint32_t id) {
  Link& link = links_[id];
  if (link.closed_since < never) return;
  link.closed_since = now_.tick;
  link.last_arrival -= now_.tick;  // how far ahead it lies
  for (Point& point : points_)
    for (Shipment& shipment : point.inbound) {
      if (shipment.initial || shipment.expedited || shipment.link != id) continue;
      if (shipment.due < never) shipment.left = shipment.due - now_.tick;
      shipment.due = never;
    }
}

void World::open_lane(std::uint32_t id) {
  Link& link = links_[id];
  if (link.closed_since == never) return;
  for (std::uint32_t p = 0; p < points_.size(); ++p)
    for (Shipment& shipment : points_[p].inbound) {
      if (shipment.initial || shipment.expedited || shipment.link != id) continue;
      shipment.announced = later(shipment.announced, now_.tick - std::max(link.closed_since, shipment.dispatched));
      if (shipment.left < never) go(p, shipment, shipment.left);
    }
  link.last_arrival += now_.tick;
  link.closed_since = never;
}

/// The shipment arrives when this much time has passed.
void World::go(std::uint32_t point, Shipment& shipment, Time left) {
  shipment.due = later(now_.tick, left);
  shipment.left = never;
  if (shipment.due < never)
    schedule(Kind::receipt, shipment.due, b_.points[point].dispatch_rank, shipment.id, point, shipment.id);
}

// Production.

void World::stop_production(std::uint32_t id, bool progress_is_lost) {
  Resource& resource = resources_[id];
  for (auto& [number, job] : resource.jobs) {
    if (job.waits) continue;
    if (!resource.stopped && job.due < never) job.left = job.due - now_.tick;
    if (!resource.stopped) job.due = never;
    if (progress_is_lost && job.on_line) job.left = job.line_time;
  }
  resource.stopped = true;
}

void World::resume_production(std::uint32_t id) {
  Resource& resource = resources_[id];
  resource.stopped = false;
  for (auto& [number, job] : resource.jobs)
    if (!job.waits && job.left < never) work(id, number, job.left, job.on_line);
  start_lines(id);
}

/// A job is on a line, or past it, for this much time; or will be once production goes on.
void World::work(std::uint32_t id, std::uint64_t number, Time span, bool on_line) {
  Resource& resource = resources_[id];
  Job& job = resource.jobs.at(number);
  job.on_line = on_line;
  job.due = job.left = never;
  if (resource.stopped) {
    job.left = span;
    return;
  }
  job.due = later(now_.tick, span);
  schedule(on_line ? Kind::line_done : Kind::made, job.due, id, on_line ? number : number | (std::uint64_t{1} << 63U),
           id, number);
}

// Suppliers.

void World::supplier_receives(std::uint32_t at, Order& order) {
  const std::uint64_t nth = next_of_day(links_[order.link].received_day);
  Draws draws({seed_, replication_, b_.links[order.link].who, Purpose::supplier_cancels, nth});
  for (const EffectPlan& effect : b_.effects)
    for (int k = 0; k < causes_[effect.cause].level; ++k)
      if (effect.kind == EffectKind::orders_cancelled && effect.target == order.link)
        if (draws.uniform() < effect.factor)
          return set_aside(at, order, order.undispatched, Part::Of::cancelled, effect.add);
  Quantity units = order.undispatched;
  if (level_of(EffectKind::shortage, order.link) > 0) {
    double fill = 1.0;
    Time told = never;
    for (const EffectPlan& effect : b_.effects)
      for (int k = 0; k < causes_[effect.cause].level; ++k)
        if (effect.kind == EffectKind::shortage && effect.target == order.link) {
          fill *= effect.factor;
          if (effect.flag) told = std::min(told, effect.add);
        }
    const Quantity rest = units - share_of(units, fill);
    if (rest > 0) set_aside(at, order, rest, told < never ? Part::Of::cancelled : Part::Of::rest, told);
    units -= rest;
  }
  if (units > 0) supplier_starts(at, order, units);
}

void World::supplier_starts(std::uint32_t at, Order& order, Quantity units) {
  if (b_.links[order.link].resource.valid())
    make(at, order.number, units);
  else
    send(at, order, units);
}

void World::send(std::uint32_t at, Order& order, Quantity units) {
  if (level_of(EffectKind::dispatch_held, order.link) > 0)
    set_aside(at, order, units, Part::Of::held, never);
  else
    ship(at, order, units);
}

void World::set_aside(std::uint32_t at, const Order& order, Quantity units, Part::Of of, Time told_after) {
  Link& link = links_[order.link];
  const std::uint64_t number = link.parts_made++;
  link.parts.emplace(number, Part{of, order.number, units});
  if (of == Part::Of::cancelled && later(now_.tick, told_after) < never)
    schedule(Kind::supply_cancelled, later(now_.tick, told_after), b_.points[at].dispatch_rank,
             (std::uint64_t{1} << 63U) | of_link(order.link, number), order.link, number);
}

void World::release(std::uint32_t id, Part::Of of) {
  const std::uint32_t at = b_.links[id].to.value;
  std::vector<Part> going;
  std::erase_if(links_[id].parts, [&](const auto& numbered) {
    if (numbered.second.of == of) going.push_back(numbered.second);
    return numbered.second.of == of;
  });
  for (const Part& part : going) {
    Order& order = points_[at].orders.at(part.order);
    if (of == Part::Of::rest)
      supplier_starts(at, order, part.units);
    else
      ship(at, order, part.units);
  }
}

void World::supply_cancelled(std::uint32_t id, std::uint64_t number) {
  const auto told = links_[id].parts.find(number);
  if (told == links_[id].parts.end()) return;
  const Part part = told->second;
  links_[id].parts.erase(told);
  const std::uint32_t at = b_.links[id].to.value;
  Order& order = points_[at].orders.at(part.order);
  order.undispatched -= part.units;
  book_withdrawal(at, order, part.units);
  close_if_done(at, part.order);
  review_if_low(at);
}

/// Units that are not in a shipment of an external supplier: those that never come, and those that are sent again.
std::array<Quantity, 2> World::missing_in(const Shipment& shipment) {
  std::array<Quantity, 2> missing{0, 0};
  const DraftLink& plan = b_.links[shipment.link];
  if (plan.from.valid()) return missing;
  Draws words = draws(plan.who, Purpose::short_shipment, next_of_day(links_[shipment.link].receipt_day));
  const auto only = [&](double fill, bool never_comes) {
    const Quantity there = shipment.units - missing[0] - missing[1];
    missing[never_comes ? 0 : 1] += there - share_of(there, fill);
  };
  if (plan.short_chance > 0.0 && words.uniform() < plan.short_chance)
    only(restock::sample(plan.short_fill.law, words), plan.short_cancelled);
  for (const EffectPlan& effect : b_.effects)
    for (int k = 0; k < causes_[effect.cause].level; ++k)
      if (effect.kind == EffectKind::shipments_short && effect.target == shipment.link)
        if (words.uniform() < effect.chance) only(effect.factor, effect.flag);
  return missing;
}

/// Customers' cancellations take back what waits at the supplier, the latest first.
Quantity World::take_back_parts(const Order& order, Quantity most) {
  auto& parts = links_[order.link].parts;
  Quantity taken = 0;
  for (auto numbered = parts.rbegin(); numbered != parts.rend(); ++numbered) {
    Part& part = numbered->second;
    if (part.order != order.number) continue;
    const Quantity units = std::min(most - taken, part.units);
    part.units -= units;
    taken += units;
  }
  std::erase_if(parts, [](const auto& numbered) { return numbered.second.units == 0; });
  return taken;
}

}  // namespace restock::twin
