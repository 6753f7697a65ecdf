// What the twin's books have room for: what a blueprint has a use for.
#include "twin/memory.hpp"

#include "measure/leaving.hpp"

#include <algorithm>

namespace restock::twin {

Memory::Memory(const Draft& blueprint, std::uint64_t seed, std::uint64_t replication)
    : b_(blueprint),
      seed_(seed),
      replication_(replication),
      day_(b_.order_of_day),
      serve_named_(std::count(b_.order_of_day.begin(), b_.order_of_day.end(), DayStep::serve) > 0),
      points_(b_.points.size()),
      links_(b_.links.size()),
      resources_(b_.resources.size()),
      ports_(b_.ports.size()),
      routes_(b_.routes.size()),
      packed_until_(b_.packings.size(), -b_.warmup),
      history_(b_.length) {
  if (std::count(day_.begin(), day_.end(), DayStep::count) == 0) day_.push_back(DayStep::count);
  for (const DraftStream& stream : b_.streams)
    streams_.push_back({0, BulkDraws(seed, replication, stream.who, Purpose::arrival_gap)});
  record_.points.resize(b_.points.size());
  record_.streams.resize(b_.streams.size());
  record_.links.resize(b_.links.size());
  for (const DraftPoint& point : b_.points)
    if (point.records.misplaced || point.records.receiving || point.records.scanning)
      record_.errors.resize(b_.points.size());
  if (!b_.look_alikes.empty()) record_.errors.resize(b_.points.size());
  for (const DraftLink& link : b_.links)
    if (link.short_chance > 0.0) record_.losses.resize(b_.points.size());
  for (const ResourcePlan& resource : b_.resources)
    if (!resource.yield.is_whole()) record_.losses.resize(b_.points.size());
  for (const EffectPlan& effect : b_.effects)
    if (effect.kind == EffectKind::shipments_short || effect.kind == EffectKind::yield_drop ||
        effect.kind == EffectKind::stock_lost)
      record_.losses.resize(b_.points.size());
  for (const DraftPoint& point : b_.points)
    if (point.shelf) record_.shelves.resize(b_.points.size());
  for (const ScriptProgram& program : b_.programs) scripts_.emplace_back(program);
  for (const DraftPoint& point : b_.points)
    if (point.expediting || point.expiry || point.writes_off || point.cover_target < unlimited || point.markdown)
      record_.extra.resize(b_.points.size());
  if (!b_.calls.empty() || !b_.second_choices.empty() || !b_.packings.empty()) record_.extra.resize(b_.points.size());
  for (const DraftStream& stream : b_.streams)
    if (stream.critical_level > 0 || stream.reserve) record_.extra.resize(b_.points.size());
  for (const DraftLink& link : b_.links)
    if (link.critical_level > 0) record_.extra.resize(b_.points.size());
  for (const DraftStream& stream : b_.streams) {
    if (stream.returns) record_.extra.resize(b_.points.size());
    if (stream.pays_at_order) record_.extra.resize(b_.points.size());
    if (stream.retrial || stream.loyalty || stream.reassess || stream.payment_fails > 0.0 || stream.first_after < never)
      record_.customer_facts.resize(b_.streams.size());
  }
  record_.ports.resize(b_.ports.size());
  const auto is_late = [](const DraftPoint& point) { return point.information.has_value(); };
  const auto freezes = [](const EffectPlan& effect) { return effect.kind == EffectKind::information_frozen; };
  if (std::any_of(b_.points.begin(), b_.points.end(), is_late) ||
      std::any_of(b_.effects.begin(), b_.effects.end(), freezes))
    record_.information.resize(b_.points.size());
  record_.port_waits.resize(b_.ports.size());
  for (auto* sketches : {&record_.waits, &record_.late, &record_.early, &record_.left})
    sketches->resize(b_.sketch_groups);
  record_.segment_waits.resize(b_.layout.segments);
  record_.left_for.resize(leaves_names.size());
}

}  // namespace restock::twin
