// The packers of a site are a server: first come first served, so all that has to be known of them is until when they
// are busy. The stock points of a site are pulled as one, so that units come to them in the order of time.
#include "engine/packing.hpp"

#include <algorithm>

namespace restock::engine {

void reset_packing(Replication& r) {
  PackingTables& tables = r.s_.side.packing;
  tables.of_point.assign(r.b_.packings.empty() ? 0 : r.b_.points.size(), none);
  tables.busy_until.assign(r.b_.packings.size(), r.now_.tick);
  for (std::uint32_t p = 0; p < r.b_.packings.size(); ++p)
    for (const PointId point : r.b_.packings[p].points.of(r.b_.packing_points)) tables.of_point[point.index()] = p;
}

Time pack(Replication& r, std::uint32_t point, Quantity units, Time at) {
  PackingTables& tables = r.s_.side.packing;
  if (tables.of_point.empty() || tables.of_point[point] == none) return at;
  const std::uint32_t packing = tables.of_point[point];
  Time& until = tables.busy_until[packing];
  until = later(std::max(at, until), units * r.b_.packings[packing].per_unit);
  ExtraFacts& facts = r.s_.extra_facts[point];
  facts.packed += units;
  facts.packing += widen(units, until - at);
  return until;
}

}  // namespace restock::engine
