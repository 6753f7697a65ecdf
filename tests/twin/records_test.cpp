// Wrong records, traced by hand.
#include "catch.hpp"
#include "twin/models.hpp"
#include "twin/twin.hpp"

using namespace restock;
using namespace restock::models;

TEST_CASE("two stolen units are missed at the count, and only then ordered") {
  Draft b = one_store(BaseStock{5}, 5, TraceArrivals{}, constant_time(1 * day));
  b.length = 8 * day;
  b.streams[0].sees = Sees::shelf;
  replay(b, {{2 * day, 1}});
  TheftRule theft;
  theft.arrivals = PerPeriodArrivals{{10 * day}, {1 * day}};
  theft.size.law = Constant{{2.0}};
  b.points[0].records.theft = theft;
  b.points[0].records.counts = CountsEvery{{4 * day}, {0}};
  const StockFacts f = run_twin(b, 1, 0).record.points[0];
  CHECK(f.shrunk == 2);
  CHECK(f.counts == 2);  // on day 0 and on day 4
  CHECK(f.record_adjusted == 2);
  CHECK(f.integrals.record_error == Wide{2 * 3 * day});
  CHECK(f.replenishment_units == 3);  // one for the customer, two for the thief
  CHECK(f.received == 3);
  CHECK(f.closing_on_hand == 5);
}

TEST_CASE("a record that reaches 0 calls for a count, and what it finds is sold to those who wait") {
  Draft b = one_store(BaseStock{0}, 4, TraceArrivals{}, constant_time(50 * day));
  b.length = 10 * day;
  b.points[0].initial_on_record = 2;
  b.points[0].records.count_on_zero = true;
  replay(b, {{1 * day, 3}, {2 * day, 1}});
  const TwinResult twin = run_twin(b, 1, 0);
  // The first is sold the two on record, and waits for one; the count finds two, so he has it in the same instant.
  REQUIRE(twin.orders.size() == 2);
  CHECK(twin.orders[0].outcome == Outcome::filled);
  CHECK(twin.orders[1].outcome == Outcome::filled);
  const StockFacts& f = twin.record.points[0];
  CHECK(f.counts == 2);  // as the record falls from 2 to 0, and from 1 to 0 on day 2
  CHECK(f.record_adjusted == 2);
  CHECK(f.closing_on_hand == 0);
}
