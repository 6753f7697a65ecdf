// The twin's packers: what leaves the stock of a site for customers, one unit after another.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

/// When units that leave the stock for a customer now are packed.
Time World::pack(std::uint32_t at, Quantity units) {
  for (std::size_t site = 0; site < b_.packings.size(); ++site) {
    const auto points = b_.packings[site].points.of(b_.packing_points);
    if (units == 0 || std::find(points.begin(), points.end(), PointId{at}) == points.end()) continue;
    Time& done = packed_until_[site];
    done = later(std::max(now_.tick, done), units * b_.packings[site].per_unit);
    extra(at).packed += units;
    extra(at).packing += widen(units, done - now_.tick);
    return done;
  }
  return now_.tick;
}

}  // namespace restock::twin
