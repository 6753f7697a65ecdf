// Causes at random; see random_causes.hpp.
#include "laws/random_causes.hpp"

#include "core/hash.hpp"
#include "laws/picks.hpp"

#include <string>
#include <type_traits>

namespace restock {

using namespace laws;

namespace {

TimeLaw spans(Time grain, std::int64_t least, std::int64_t most) {
  TimeLaw law{Constant{measure(grain * pick(1, most))}};
  if (chance(60)) law.law = DiscreteUniform{measure(grain * least), measure(grain * most)};
  if (chance(25)) law.law = Empirical{{measure(grain * least), measure(grain * most)}, {}};
  prepare(law.law);
  return law;
}

Trigger random_trigger(Time grain) {
  switch (pick(0, 6)) {
    case 0:
      return Scheduled{{grain * pick(-5, 20)}, {grain * pick(1, 8)}};
    case 1:
      return Always{};
    case 2: {
      const Time every = grain * pick(2, 9);
      return Repeating{{every}, {std::min(every - 1, grain * pick(1, 4))}, Instant{grain * pick(-6, 6)}};
    }
    case 3:
      return PerPeriodSpells{{grain}, {0.3}, {0.4}};
    case 4:
      return Regimes{{{4 * grain}, {3 * grain}, {2 * grain}}, {0.5}};
    default:
      return RandomSpells{spans(grain, 1, 6), spans(grain, 0, 4)};
  }
}

EffectPlan effect_on_port(const Draft& b) {
  EffectPlan effect;
  effect.kind = one_of({EffectKind::port_closed, EffectKind::port_slowed, EffectKind::berths_lost});
  effect.target = index(0, static_cast<std::int64_t>(b.ports.size()) - 1);
  effect.factor = one_of({0.5, 1.0, 2.0, 0.3});
  effect.add = pick(1, 3);
  return effect;
}

/// Watches the sum over some stock points, or over some ports.
void watch_at_random(Draft& b, Time grain, CausePlan& plan) {
  Threshold threshold;
  threshold.of = one_of({Watched::backlog, Watched::on_hand, Watched::on_record, Watched::on_order});
  if (!b.ports.empty() && chance(50)) threshold.of = Watched::port_queue;
  const bool above = threshold.of != Watched::on_hand && threshold.of != Watched::on_record;
  const Quantity limit = pick(0, 5);
  (above ? threshold.above : threshold.below) = limit;
  if (chance(50)) threshold.until = above ? limit - pick(0, 3) : limit + pick(0, 3);
  threshold.check = {grain * pick(1, 4)};
  threshold.delay = {grain * pick(0, 3)};
  threshold.least = {grain * pick(0, 5)};
  plan.when = threshold;
  plan.watched = {static_cast<std::uint32_t>(b.watched.size()), 0};
  const std::size_t all = threshold.of == Watched::port_queue ? b.ports.size() : b.points.size();
  for (std::uint32_t id = 0; id < all; ++id) {
    if (!chance(60)) continue;
    b.watched.push_back(id);
    ++plan.watched.count;
  }
}

/// Where what is missing is not ordered or sent again in the same instant.
bool can_be_short(const DraftLink& link) {
  return !link.from.valid() && (link.route.valid() || quantile(link.transit.law, 0.0) >= 1.0);
}

/// An effect on something the blueprint has; false where it has nothing of the kind.
bool choose_effect(const Draft& b, Time grain, EffectPlan& effect) {
  if (!b.ports.empty() && chance(40)) {
    effect = effect_on_port(b);
    return true;
  }
  effect.kind = one_of({EffectKind::dispatch_held, EffectKind::lane_closed, EffectKind::orders_refused,
                        EffectKind::lane_delay, EffectKind::production_stopped, EffectKind::production_slowed,
                        EffectKind::shortage, EffectKind::orders_cancelled, EffectKind::information_frozen,
                        EffectKind::yield_drop, EffectKind::shipments_short, EffectKind::stock_lost});
  if (effect.kind == EffectKind::information_frozen) {
    effect.target = index(0, static_cast<std::int64_t>(b.points.size()) - 1);
    return b.points[effect.target].replenished;
  }
  const bool of_point = effect.kind == EffectKind::stock_lost;
  const std::size_t targets = is_on_link(effect.kind) ? b.links.size()
                              : of_point              ? b.points.size()
                                                      : b.resources.size();
  if (targets == 0) return false;
  effect.target = index(0, static_cast<std::int64_t>(targets) - 1);
  effect.flag = chance(50);
  effect.factor = one_of({0.5, 1.0, 2.0, 1.5});
  effect.add = grain * pick(0, 3);
  const bool of_lane = effect.kind == EffectKind::lane_delay || effect.kind == EffectKind::lane_closed;
  if (of_lane && b.links[effect.target].route.valid()) {
    effect.target = b.links[effect.target].route.value;
    effect.kind = effect.kind == EffectKind::lane_delay ? EffectKind::sea_delay : EffectKind::sea_closed;
    if (chance(25) && b.routes[effect.target].timetable) effect.kind = EffectKind::sailings_blanked;
  }
  if (effect.kind == EffectKind::yield_drop || effect.kind == EffectKind::stock_lost)
    effect.factor = one_of({0.5, 0.9, 0.1, effect.kind == EffectKind::stock_lost ? 1.0 : 0.7});
  if (effect.kind == EffectKind::shipments_short) {
    if (!can_be_short(b.links[effect.target])) return false;
    effect.factor = one_of({0.5, 0.0, 0.9});
    effect.chance = one_of({0.3, 0.7});
  }
  if (effect.kind == EffectKind::shortage || effect.kind == EffectKind::orders_cancelled) {
    if (b.links[effect.target].from.valid()) return false;
    effect.factor = one_of({0.5, 0.0, 0.75});
    effect.add = std::max(grain, effect.add);  // or orders and cancellations follow each other tick by tick
  }
  return true;
}

}  // namespace

void add_random_causes(Draft& b, Time grain) {
  for (DraftLink& link : b.links)
    if (chance(10)) {
      link.late = 0.4;
      link.late_extra = spans(grain, 0, 4);
    }
  for (DraftLink& link : b.links)
    if (can_be_short(link) && chance(12)) {
      link.short_chance = one_of({0.2, 0.6});
      link.short_fill.law = one_of<Distribution>({Constant{{0.5}}, Constant{{0.0}}, Uniform{{0.3}, {1.0}}});
      link.short_cancelled = chance(50);
      prepare(link.short_fill.law);
    }
  for (ResourcePlan& resource : b.resources)
    if (chance(20)) {
      resource.yield.law = one_of<Distribution>({Constant{{0.9}}, Constant{{0.4}}, Uniform{{0.2}, {1.0}}});
      prepare(resource.yield.law);
    }
  if (!chance(55)) return;
  for (std::int64_t causes = pick(1, 4); causes > 0; --causes) {
    CausePlan plan;
    plan.who = hash_name("disruption/" + std::to_string(b.causes.size()));
    plan.when = random_trigger(grain);
    if (chance(30)) watch_at_random(b, grain, plan);
    plan.effects = {static_cast<std::uint32_t>(b.effects.size()), 0};
    for (std::int64_t effects = pick(1, 4); effects > 0; --effects) {
      EffectPlan effect;
      if (!choose_effect(b, grain, effect)) continue;
      effect.cause = static_cast<std::uint32_t>(b.causes.size());
      b.effects.push_back(effect);
      ++plan.effects.count;
    }
    b.causes.push_back(plan);
  }
}

void describe_causes(const Draft& b, std::ostream& out) {
  static constexpr const char* kinds[] = {
      "lane_delay",        "lane_closed",     "dispatch_held",    "orders_refused",   "production_stopped",
      "production_slowed", "shortage",        "orders_cancelled", "port_closed",      "port_slowed",
      "berths_lost",       "sea_delay",       "sea_closed",       "sailings_blanked", "information_frozen",
      "yield_drop",        "shipments_short", "stock_lost"};
  for (std::size_t l = 0; l < b.links.size(); ++l)
    if (b.links[l].late > 0.0) out << "link " << l << " late " << b.links[l].late << '\n';
  for (std::size_t l = 0; l < b.links.size(); ++l)
    if (b.links[l].short_chance > 0.0)
      out << "link " << l << " short " << b.links[l].short_chance << " fill " << mean(b.links[l].short_fill.law)
          << (b.links[l].short_cancelled ? " cancelled\n" : " late\n");
  for (std::size_t r = 0; r < b.resources.size(); ++r)
    if (!b.resources[r].yield.is_whole())
      out << "resource " << r << " yield " << mean(b.resources[r].yield.law) << '\n';
  for (std::size_t c = 0; c < b.causes.size(); ++c) {
    out << "cause " << c << ": ";
    std::visit([&](const auto& trigger) { out << trigger.name; }, b.causes[c].when);
    if (const auto* t = std::get_if<Threshold>(&b.causes[c].when)) {
      out << " of " << static_cast<int>(t->of) << (t->above ? " above " : " below ")
          << (t->above ? *t->above : *t->below) << " until " << t->until.value_or(t->above ? *t->above : *t->below)
          << " check " << t->check.ticks << " delay " << t->delay.ticks << " least " << t->least.ticks << " at";
      for (const std::uint32_t id : b.causes[c].watched.of(b.watched)) out << ' ' << id;
    }
    SpellWalk walk(b.causes[c].when, {1, 0, b.causes[c].who}, -b.warmup);
    for (int n = 0; n < 4 && walk.spell().begin < never; ++n, walk.advance())
      out << " [" << walk.spell().begin << ',' << walk.spell().end << ")x" << walk.spell().level;
    out << " …\n";
    for (const EffectPlan& effect : b.causes[c].effects.of(b.effects))
      out << "  " << kinds[static_cast<std::size_t>(effect.kind)] << " of " << effect.target << " factor "
          << effect.factor << " add " << effect.add << (effect.flag ? " flag\n" : "\n");
  }
}

}  // namespace restock
