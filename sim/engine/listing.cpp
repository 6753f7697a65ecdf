// Presale and retirement. A release is an event of its own, so a point that is held is held for everybody whom it
// pulls.
#include "engine/listing.hpp"

#include "engine/expiry.hpp"

namespace restock::engine {

void set_listing(Replication& r, std::uint32_t point) {
  const ListingRules& listing = r.b_.rules(r.b_.points[point]).listing;
  if (!listing.holds(r.now_.tick)) return;
  r.s_.points[point].held = true;
  if (listing.released < r.end_)
    r.schedule(EventKind::release, listing.released, r.b_.points[point].dispatch_rank, 0, point);
}

void on_release(Replication& r, std::uint32_t point) {
  r.touch(point);
  r.s_.points[point].held = false;
  r.record_acted_upon(point);
}

bool orders_no_more(const Replication& r, std::uint32_t point) {
  return is_over(r, point) || r.now_.tick >= r.b_.rules(r.b_.points[point]).listing.retired;
}

bool sells(const Replication& r, std::uint32_t point, Time at) {
  const PointRules& rules = r.b_.rules(r.b_.points[point]);
  return at < rules.discontinued && at >= rules.listing.listed && !r.s_.points[point].held;
}

}  // namespace restock::engine
