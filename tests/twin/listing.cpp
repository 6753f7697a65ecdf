// The twin's products before their release and after their retirement, and how late supply has been so far.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

/// What is there was kept for this day.
void World::release(std::uint32_t at) {
  points_[at].held = false;
  act_on_record(at);
}

bool World::listed(std::uint32_t at) const { return now_.tick >= b_.points[at].listing.listed; }
bool World::retired(std::uint32_t at) const { return now_.tick >= b_.points[at].listing.retired; }

bool World::orders_no_more(std::uint32_t at) const { return over(at) || retired(at); }

/// Units come in of which this date was announced when they were ordered.
void World::learn_lateness(std::uint32_t at, Time announced) {
  points_[at].lateness.add(std::max<Time>(0, now_.tick - announced), 1);
}

/// What his quote puts on top of the date.
Time World::lateness_for(std::uint32_t k) const {
  const auto* rule = std::get_if<LatenessQuote>(&b_.streams[k].promises.quoting);
  return rule == nullptr ? 0 : points_[b_.streams[k].point.index()].lateness.at_most(rule->quantile.value);
}

}  // namespace restock::twin
