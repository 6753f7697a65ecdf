#include "engine/feed.hpp"

#include "engine/cursor.hpp"

#include <algorithm>
#include <variant>

namespace restock {

Height::Height(const Blueprint& blueprint, const Modulation& modulation, Luck luck, std::uint64_t who,
               std::uint64_t base_who, Time clock_start)
    : promotion_(std::get_if<Promotion>(&modulation.source)),
      bargains_(std::get_if<Bargains>(&modulation.source)),
      luck_(luck),
      base_who_(base_who) {
  if (modulation.level != Modulation::no_level) level_ = &blueprint.levels[modulation.level];
  for (const std::uint32_t shock : modulation.shocks) shocks_.push_back({&blueprint.shocks[shock], INT64_MIN, 1.0});
  const auto spells = [&](std::uint32_t number) {
    const RegimePlan& plan = blueprint.regimes[number];
    return Spells{SpellWalk(plan.when, {luck.seed, luck.replication, plan.who}, clock_start), &plan};
  };
  for (const std::uint32_t dip : modulation.dips) dips_.push_back(spells(dip));
  if (const auto* surge = std::get_if<RegimeSurge>(&modulation.source)) regime_ = spells(surge->regime);
  if (const auto* surge = std::get_if<BurstSurge>(&modulation.source))
    bursts_.emplace(surge->bursts, luck.seed, luck.replication, surge->together != 0 ? surge->together : who,
                    clock_start);
}

double Height::factor(KnownShock& shock, std::int64_t period) {
  if (period != shock.period) {
    shock.period = period;
    shock.factor = shock.plan->factor(luck_.seed, luck_.replication, base_who_, period);
  }
  return shock.factor;
}

double Height::level(Time t) {
  double height = level_ != nullptr ? level_->at(t) : 1.0;
  for (KnownShock& shock : shocks_) height *= factor(shock, shock.plan->period_of(t));
  for (Spells& dip : dips_)
    for (int level = dip.walk.level_at(t); level > 0; --level) height *= dip.plan->lift;
  return height;
}

double Height::at(Time t) {
  const double height = level(t);
  if (bargains_ != nullptr) return height * bargains_->most;
  if (promotion_ != nullptr) return promotion_->on(t) ? height : 0.0;
  if (regime_) return height * regime_->plan->shape(regime_->walk.level_at(t));
  return bursts_ ? height * bursts_->at(t) : height;
}

double Height::most(Time from, Time until) {
  if (promotion_ != nullptr && !promotion_->touches(from, until)) return 0.0;
  double bound = level_ != nullptr ? level_->most(from, until) : 1.0;
  for (KnownShock& shock : shocks_) {
    const std::int64_t first = shock.plan->period_of(from);
    double highest = factor(shock, first);
    for (std::int64_t period = first + 1; period <= shock.plan->period_of(until - 1); ++period)
      highest = std::max(highest, factor(shock, period));
    bound *= highest;
  }
  for (Spells& dip : dips_) dip.walk.seek(from);
  if (bargains_ != nullptr) return bound * bargains_->most;
  if (regime_) {
    regime_->walk.seek(from);
    double highest = 0.0;
    for (SpellWalk ahead = regime_->walk; ahead.spell().begin < until; ahead.advance())
      highest = std::max(highest, regime_->plan->shape(ahead.spell().level));
    return bound * highest;
  }
  return bursts_ ? bound * bursts_->most(from, until) : bound;
}

Feed::Feed(const Blueprint& blueprint, std::uint32_t stream, Luck luck, Time clock_start, Time end)
    : blueprint_(&blueprint),
      modulation_(blueprint.modulation(blueprint.rules(blueprint.streams[stream]))),
      luck_(luck),
      stream_(stream),
      clock_start_(clock_start),
      end_(end),
      height_(blueprint, *modulation_, luck, blueprint.streams[stream].who,
              blueprint.streams[stream - modulation_->behind_base].who, clock_start),
      block_(bucket_of(clock_start, blueprint.strip_block)) {
  const StreamPlan& plan = blueprint.streams[stream];
  if (const auto* cluster = std::get_if<ClusterPlan>(&modulation_->source))
    cluster_.emplace(*cluster, luck.seed, luck.replication, plan.who, clock_start);
  if (std::holds_alternative<OwnArrivals>(modulation_->source)) {
    Gaps gaps;
    Cursor own(blueprint, plan, luck, gaps);
    own.begin(clock_start);
    own_ = {own.time(), own.number()};
  }
}

void Feed::move_to(std::uint64_t place) {
  constexpr std::uint64_t enough = 256;
  place_ = place;
  const std::uint64_t passed = place - first_;
  if (passed < enough || 2 * passed < ready_.size()) return;
  ready_.erase(ready_.begin(), ready_.begin() + static_cast<std::ptrdiff_t>(passed));
  first_ = place;
}

/// Makes at least one more customer ready; false when there are no more.
bool Feed::extend() {
  if (cluster_) return extend_cluster();
  const std::size_t before = ready_.size();
  while (ready_.size() == before) {
    const Time from = std::max(clock_start_, block_ * blueprint_->strip_block);
    const Time until = std::min(end_, (block_ + 1) * blueprint_->strip_block);
    if (from >= until) return false;
    add_block(from, until);
    ++block_;
  }
  return true;
}

bool Feed::extend_cluster() {
  while (!cluster_->empty() && cluster_->front().at < end_) {
    const Candidate customer = cluster_->front();
    cluster_->pop();
    if (customer.at < clock_start_) continue;
    ready_.push_back(customer);
    return true;
  }
  return false;
}

void Feed::add_block(Time from, Time until) {
  const auto before = static_cast<std::ptrdiff_t>(ready_.size());
  const bool own = std::holds_alternative<OwnArrivals>(modulation_->source);
  const std::uint32_t strips = modulation_->mean_gap > 0.0 ? strips_below(height_.most(from, until)) : 0;
  if (own) add_own_arrivals(until);
  const StreamPlan& stream = blueprint_->streams[stream_];
  const StripSource source{luck_.seed, luck_.replication, stream.who, modulation_->mean_gap / stream.volume,
                           blueprint_->strip_block};
  for (std::uint32_t strip = own ? 1 : 0; strip < strips; ++strip) {
    Height height = height_;
    strip_customers(
        source, strip, block_, from, until, [&](Time t) { return height.at(t); }, ready_);
  }
  std::sort(ready_.begin() + before, ready_.end());
}

void Feed::add_own_arrivals(Time until) {
  const StreamPlan& plan = blueprint_->streams[stream_];
  Gaps gaps;
  Cursor own(*blueprint_, plan, luck_, gaps, own_.at, own_.number);
  BulkDraws keeps(luck_.seed, luck_.replication, plan.who, Purpose::keep);
  Height height = height_;
  for (; own.time() < until; own.advance()) {
    const double level = height.at(own.time());
    if (level >= 1.0 || keeps.uniform(own.number()) < level) ready_.push_back({own.time(), own.number()});
  }
  own_ = {own.time(), own.number()};
}

}  // namespace restock
