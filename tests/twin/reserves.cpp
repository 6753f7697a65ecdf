// The twin's channels with stock of their own: an event for each instant at which a reserve is set or released.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

void World::start_reserves(std::uint32_t at) {
  const Rows& streams = b_.points[at].streams;
  for (std::uint32_t k = streams.first; k < streams.end(); ++k) {
    const auto& rules = b_.streams[k].reserve;
    if (!rules || channel(k) != k) continue;
    if (rules->from <= now_.tick) set_reserve(k);
    expect_reserve(k, rules->from <= now_.tick ? now_.tick + 1 : now_.tick);
  }
}

/// The next instant of those at which it is set, or the one at which it ends.
void World::expect_reserve(std::uint32_t k, Time from) {
  const ReserveRules& rules = *b_.streams[k].reserve;
  Time next = rules.from;
  while (next < from && next < rules.until) next = rules.every > 0 ? next + rules.every : never;
  next = std::min(next, rules.until);
  if (next >= from && next < never)
    calendar_.put({next, 1, b_.streams[k].point.value, -2, k, 0}, {Kind::reserve, k, 0});
}

void World::set_reserve(std::uint32_t k) {
  const DraftStream& plan = b_.streams[k];
  const Point& point = points_[plan.point.index()];
  Quantity available = point.on_record;
  for (std::size_t q = 0; q <= Point::place_of(plan.queue); ++q)
    for (const Entry& entry : point.queues[q]) available -= entry.remaining;
  available = std::max<Quantity>(0, available);
  Quantity kept = plan.reserve->units;
  if (plan.reserve->share > 0.0) kept = static_cast<Quantity>(plan.reserve->share * static_cast<double>(available));
  if (now_.tick >= plan.reserve->until) kept = 0;
  streams_[k].reserved = kept;
  history_.note(plan.who, Fact::reserved, now_.tick, 0, kept);
}

void World::reserve(std::uint32_t k) {
  const std::uint32_t at = b_.streams[k].point.value;
  set_reserve(k);
  expect_reserve(k, now_.tick + 1);
  if (serve_named_)
    schedule(Kind::serve, now_.tick, b_.points[at].dispatch_rank, 0, at);
  else
    allocate(at);
}

Quantity World::kept_from_customers(std::uint32_t k) const {
  Quantity kept = b_.streams[k].critical_level;
  const Rows& streams = b_.points[b_.streams[k].point.index()].streams;
  for (std::uint32_t other = streams.first; other < streams.end(); ++other)
    if (other != channel(k)) kept += streams_[other].reserved;
  return kept;
}

void World::draw_on_reserve(std::uint32_t k, Quantity units) {
  Quantity& reserved = streams_[channel(k)].reserved;
  reserved -= std::min(reserved, units);
}

}  // namespace restock::twin
