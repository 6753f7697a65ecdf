#include "laws/random_expiry.hpp"

#include "laws/picks.hpp"

namespace restock::laws {

void add_random_expiry(Draft& b, Time grain) {
  if (chance(45)) return;
  for (DraftPoint& point : b.points) {
    if (chance(25)) {
      const TimeLaw time = random_time(grain, 2);
      point.expediting =
          ExpeditingRules{grain * pick(1, 4), grain * pick(0, 5), pick(-2, 8), chance(40), time, grain * pick(0, 2)};
    }
    if (chance(30))
      point.expiry =
          ExpiryRules{grain * pick(1, 8), one_of({IssueRule::oldest_first, IssueRule::newest_first}), !chance(30)};
    if (chance(20)) point.cover_target = pick(0, 10);
    if (chance(10)) {
      point.writes_off = true;
      point.discontinued = grain * pick(-2, 20);
    }
  }
}

}  // namespace restock::laws
