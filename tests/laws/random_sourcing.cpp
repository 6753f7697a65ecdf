#include "laws/random_sourcing.hpp"

#include "laws/picks.hpp"

#include <algorithm>

namespace restock::laws {

namespace {

Sourcing random_rule(Time grain) {
  switch (pick(0, 4)) {
    case 0:
      return SourcePrimary{};
    case 1:
      return SourcePrimary{Duration{grain * pick(0, 3)}};
    case 2:
      return SourceCheapest{};
    case 3:
      return SourceFastest{};
    default:
      return SourceQuoted{};
  }
}

Policy random_policy(Time grain) {
  const ReviewCalendar calendar{{grain * pick(1, 4)}, {grain * pick(0, 5)}};
  const Quantity S = pick(0, 12);
  if (chance(50)) return BaseSurge{calendar, pick(0, 3), S};
  return DualIndex{calendar, S + pick(0, 8), S};
}

}  // namespace

void add_random_sourcing(Draft& b, Time grain) {
  for (DraftPoint& point : b.points) {
    if (point.made_here || point.sources.count == 0 || !point.replenished) continue;
    if (chance(50)) point.sourcing = random_rule(grain);
    if (!chance(point.sources.count > 1 ? 35 : 5)) continue;
    // Where the fast lane is announced for later than planned, what is due is ordered again and again.
    point.policy = random_policy(grain);
    point.lot.maximum = std::min(point.lot.maximum, std::max(point.lot.minimum, point.lot.multiple) + pick(0, 8));
  }
  for (DraftLink& link : b.links) {
    if (chance(50)) link.freight = one_of<double>({1.0, 2.0, 3.0});
    if (chance(30)) link.freight_per_shipment = one_of<double>({1.0, 4.0});
  }
}

}  // namespace restock::laws
