// What slips and silence add to what a customer bears.
#include "demand/discontent.hpp"

#include "catch.hpp"
#include "random/math.hpp"

using namespace restock;

TEST_CASE("slips and silence add up, and silence ends in time") {
  const DiscontentRules minds{0.5, 0.1 / static_cast<double>(day), 0.2 / static_cast<double>(day)};
  CHECK(minds.of_slip(10 * day, 14 * day) == Approx(0.9));
  CHECK(minds.of_slip(10 * day, never) == 0.5);
  CHECK(minds.of_slip(10 * day, 10 * day) == 0.0);
  CHECK(minds.of_slip(10 * day, 9 * day) == 0.0);
  CHECK(minds.of_slip(never, 14 * day) == 0.0);
  CHECK(minds.of_silence(10 * day, 13 * day) == Approx(0.6));
  CHECK(minds.of_silence(10 * day, 9 * day) == 0.0);
  const Time end = minds.enough_at(10 * day, 0.6);
  CHECK(minds.of_silence(10 * day, end) > 0.6);
  CHECK(minds.of_silence(10 * day, end - 2) < 0.6);
  CHECK(minds.enough_at(never, 0.6) == never);
  CHECK((DiscontentRules{0.5, 0.0, 0.0}).enough_at(10 * day, 0.6) == never);
  CHECK(DiscontentRules{infinity, 0.0, 0.0}.of_slip(0, 1) == infinity);
}
