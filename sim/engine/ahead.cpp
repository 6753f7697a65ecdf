#include "engine/ahead.hpp"

#include <algorithm>
#include <variant>

namespace restock::engine {

namespace {

/// Customers who come before something else does; of fewer it is cheaper to draw them twice.
constexpr Quantity worth_it = 4;

/// Whether nothing in the whole blueprint reads levels of stock points at times of its own.
bool nobody_looks_around(const Replication& r) {
  const Blueprint& b = r.b_;
  const SideTables& side = r.s_.side;
  const auto first_come = [](const PointRules& rules) { return rules.sharing == SharingRule::first_come; };
  return !r.serve_is_named_ && b.calls.empty() && b.second_choices.empty() && b.baskets.empty() && b.packings.empty() &&
         b.look_alikes.empty() && b.echelons.empty() && b.joint_groups.empty() && b.programs.empty() &&
         b.forecasts.empty() && b.level_plans.empty() && side.information.empty() && side.on_the_way.empty() &&
         side.to_withdraw.empty() && std::ranges::all_of(b.point_rules, first_come);
}

/// Poisson customers of one unit each who take what is there or wait: those whom pull_one_stream serves.
bool serves_plainly(const StreamRules& stream) {
  return std::holds_alternative<PoissonArrivals>(stream.arrivals) && !stream.modulation.valid() && stream.unit_size &&
         stream.critical_level == 0 && !stream.reserve && !stream.loyalty && !stream.retrial && !stream.returns &&
         !stream.bargains && stream.publish_every == 0;
}

/// A record that nothing makes wrong and nobody corrects: a count tells what was there when it was made.
bool has_plain_records(const RecordRules& records) {
  return !records.loses() && !records.counts && !records.calls_for_counts() && !records.misplaced &&
         !records.posts_late() && !records.scanning && !records.receiving;
}

bool is_plain(const PointRules& rules) {
  return has_plain_records(rules.records) && rules.replenished && !rules.made_here && is_continuous(rules.policy) &&
         !rules.shelf && !rules.expediting && !rules.expiry && !rules.markdown && !rules.information &&
         rules.cover_target == unlimited && !rules.writes_off;
}

/// Bad units of a lot leave the order when it is made: the position falls at a time that nobody can foresee.
bool may_be_spoilt(const Replication& r, const PointPlan& plan) {
  const Blueprint& b = r.b_;
  return std::ranges::any_of(plan.sources.of(b.links), [&](const LinkPlan& link) {
    const ResourceId maker = b.terms(link).resource;
    if (!maker.valid()) return false;
    const auto spoils = [&](const EffectPlan& effect) {
      return effect.kind == EffectKind::yield_drop && effect.target == maker.value;
    };
    return !b.resources[maker.index()].yield.is_whole() || std::ranges::any_of(b.effects, spoils);
  });
}

bool may_run_ahead(const Replication& r, std::uint32_t point) {
  const PointPlan& plan = r.b_.points[point];
  const PointState& p = r.s_.points[point];
  if (plan.streams.count != 1 || plan.sources.empty() || !is_plain(r.b_.rules(plan))) return false;
  if (may_be_spoilt(r, plan)) return false;
  const StreamPlan& stream = r.b_.streams[plan.streams.first];
  return !stream.is_line() && serves_plainly(r.b_.rules(stream)) && !p.watches_record && !p.deadline_wakes &&
         !p.each_customer && !p.held;
}

/// Points at which a cause looks, or at which something of it happens at times of its own.
void leave_out_the_troubled(Replication& r) {
  const Blueprint& b = r.b_;
  const auto leave_out = [&](std::size_t point) { r.s_.points[point].runs_ahead = false; };
  for (const std::uint32_t watched : b.watched)
    if (watched < b.points.size()) leave_out(watched);  // or a port of that number: no harm done
  for (const EffectPlan& effect : b.effects) {
    if (is_of_point(effect.kind)) leave_out(effect.target);
    if (effect.kind == EffectKind::orders_refused || effect.kind == EffectKind::orders_cancelled ||
        effect.kind == EffectKind::shortage)
      leave_out(b.links[effect.target].to.index());
  }
}

struct Horizon {
  Time at = 0;           ///< nothing comes in between before this tick
  bool touches = false;  ///< a receipt of the point will, so that it is looked at then in any case
};

Horizon horizon_of(const Replication& r, std::uint32_t point) {
  Horizon horizon{std::min(r.next_barrier_, later(r.next_sample_, 1)), false};
  const bool calm = r.b_.effects.empty();  // else what is to come may come later, or what is sent sooner than usual
  for (std::uint32_t at = r.s_.points[point].first_inbound; at != none; at = r.s_.inbound[at].next) {
    const Inbound& inbound = r.s_.inbound[at];
    const bool under_way = inbound.kind == Supply::shipment;
    Time comes = r.now_.tick;
    if (!calm && !under_way) return {comes, false};
    if (under_way) {
      comes = r.s_.shipments[inbound.slot].arrives;
    } else if (const std::uint32_t link = r.s_.orders[inbound.slot].link; link != none) {
      const auto* way = std::get_if<Constant>(&r.b_.terms(r.b_.links[link]).transit.law);
      if (way != nullptr) comes = later(comes, to_ticks(way->value.value));
    }
    if (comes < horizon.at || (comes == horizon.at && under_way)) horizon = {comes, under_way && calm};
  }
  return horizon;
}

}  // namespace

void see_who_runs_ahead(Replication& r) {
  if (!nobody_looks_around(r)) return;
  for (std::uint32_t point = 0; point < r.b_.points.size(); ++point)
    r.s_.points[point].runs_ahead = may_run_ahead(r, point);
  for (const LinkPlan& link : r.b_.links)
    if (link.from.valid()) r.s_.points[link.from.index()].runs_ahead = false;
  for (const ComponentPlan& component : r.b_.components) r.s_.points[component.point.index()].runs_ahead = false;
  leave_out_the_troubled(r);
}

bool run_ahead(Replication& r, std::uint32_t point, Quantity units) {
  if (units < worth_it || r.stage_ == ReplicationData::Stage::drain) return false;
  PointState& p = r.s_.points[point];
  const StreamPlan& stream = r.b_.streams[r.b_.points[point].streams.first];
  const Horizon horizon = horizon_of(r, point);
  const double rate = std::get<PoissonArrivals>(r.b_.rules(stream).arrivals).rate.per_tick * stream.volume;
  if (!(static_cast<double>(horizon.at - r.now_.tick) * rate >= static_cast<double>(worth_it))) return false;
  if (p.backlog == 0) units -= r.pull_one_stream(point, horizon.at, units - 1);
  Quantity before = 0;
  const Time at = r.look_ahead(point, units, before, horizon.at);
  if (at < horizon.at) {
    r.wake_at(point, at, p.demanded + before);
  } else if (!horizon.touches) {
    r.wake_at(point, horizon.at, unlimited);
  }
  return true;
}

bool looks_again(Replication& r, std::uint32_t point) {
  PointState& p = r.s_.points[point];
  const std::uint32_t youngest = p.youngest_order;
  if (!p.runs_ahead || youngest == none || r.s_.orders[youngest].undispatched == 0) return false;
  if (r.position(point) - wake_level(r.policy_of(point)) < worth_it) return false;
  if (p.wake != r.now_.tick) r.wake_at(point, r.now_.tick, unlimited);
  return true;
}

}  // namespace restock::engine
