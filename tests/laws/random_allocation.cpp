#include "laws/random_allocation.hpp"

#include "laws/picks.hpp"

namespace restock::laws {

namespace {

ReserveRules random_reserve(const Draft& b, Time grain) {
  ReserveRules reserve;
  if (chance(50))
    reserve.units = pick(0, 8);
  else
    reserve.share = one_of<double>({0.3, 0.5, 1.0});
  reserve.from = -b.warmup + (chance(50) ? 0 : grain * pick(-3, 10));
  if (chance(60)) reserve.every = grain * pick(1, 6);
  if (chance(40)) reserve.until = reserve.from + grain * pick(0, 20);
  return reserve;
}

}  // namespace

void add_random_allocation(Draft& b, Time grain) {
  if (chance(45)) return;
  for (DraftStream& stream : b.streams) {
    if (chance(30)) stream.critical_level = pick(1, 6);
    if (chance(20)) stream.reserve = random_reserve(b, grain);
  }
  for (DraftLink& link : b.links)
    if (link.from.valid() && chance(30)) link.critical_level = pick(1, 6);
  for (DraftPoint& point : b.points)
    if (chance(40)) point.sharing = one_of({SharingRule::proportional, SharingRule::uniform});
}

}  // namespace restock::laws
