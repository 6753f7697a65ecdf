// Goods in the twin that become too old, that are written off.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

void World::start_expiry(std::uint32_t at) {
  const DraftPoint& plan = b_.points[at];
  if (plan.expiry) new_lot(at, points_[at].on_hand);
  if (plan.writes_off) schedule(Kind::expiry, std::max(plan.discontinued, now_.tick + 1), plan.dispatch_rank, 1, at, 1);
}

void World::new_lot(std::uint32_t at, Quantity units) {
  if (!b_.points[at].expiry || units == 0) return;
  const Time old = later(now_.tick, b_.points[at].expiry->life);
  points_[at].lots.emplace_back(old, units);
  if (old < never) schedule(Kind::expiry, old, b_.points[at].dispatch_rank, 0, at, 0);
}

/// Units leave: unit by unit the oldest, or the youngest.
void World::issue(std::uint32_t at, Quantity units) {
  if (!b_.points[at].expiry || !picks_lots_) return;
  auto& lots = points_[at].lots;
  for (; units > 0; --units) {
    const auto lot = b_.points[at].expiry->issue == IssueRule::oldest_first ? lots.begin() : std::prev(lots.end());
    if (--lot->second == 0) lots.erase(lot);
  }
}

/// What is too old goes, as far as it can be found; the rest is the oldest that there is.
void World::expiry(std::uint32_t at, bool of_life) {
  const DraftPoint& plan = b_.points[at];
  Point& point = points_[at];
  Quantity units = point.findable();
  if (!of_life) {
    Quantity old = 0;
    while (!point.lots.empty() && point.lots.front().first <= now_.tick) {
      old += point.lots.front().second;
      point.lots.pop_front();
    }
    units = std::min(units, old);
    if (old > units) point.lots.emplace_front(now_.tick, old - units);
  }
  if (units == 0) return;
  picks_lots_ = of_life;
  change(at, &Point::on_hand, -units);
  picks_lots_ = true;
  if (of_life || plan.expiry->recorded) change(at, &Point::on_record, -units);
  (of_life ? extra(at).written_off : extra(at).expired) += units;
  history_.note(plan.who, of_life ? Fact::written_off : Fact::expired, now_.tick, 0, units);
  review_if_low(at);
}

/// Whether the product's life is over, and what comes in is written off.
bool World::over(std::uint32_t at) const { return b_.points[at].writes_off && now_.tick >= b_.points[at].discontinued; }

}  // namespace restock::twin
