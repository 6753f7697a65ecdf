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

TEST_CASE("a misplaced unit is on hand and on record, is sold to nobody, and is found by the count") {
  Draft b = one_store(BaseStock{0}, 1, TraceArrivals{}, constant_time(50 * day));
  b.length = 10 * day;
  b.streams[0].sees = Sees::shelf;
  b.streams[0].backorders = false;
  b.points[0].records.misplaced = MisplacedRule{1e6 / day, {}, 1.0};  // at once
  b.points[0].records.counts = CountsEvery{{20 * day}, {6 * day}};
  replay(b, {{2 * day, 1}, {6 * day, 1}});
  const TwinResult twin = run_twin(b, 1, 0);
  REQUIRE(twin.orders.size() == 2);
  CHECK(twin.orders[0].outcome == Outcome::lost_out_of_stock);
  CHECK(twin.orders[1].outcome == Outcome::lost_out_of_stock);  // the count comes after him
  CHECK(twin.record.errors[0].lost_while_misplaced == 2);
  CHECK(twin.record.points[0].counts == 1);
  CHECK(twin.record.points[0].record_adjusted == 0);
  CHECK(twin.record.points[0].integrals.record_error == 0);
  CHECK(twin.record.points[0].closing_on_hand == 1);
}

TEST_CASE("what is sold twice before the record hears of it, and what comes in before it is on record") {
  Draft b = one_store(BaseStock{0}, 2, TraceArrivals{}, constant_time(50 * day));
  b.length = 10 * day;
  b.streams[0].on_oversold = OversoldRule::backorder;
  b.points[0].pipeline = {0, 1};
  b.pipeline.push_back({3 * day, 4});
  b.points[0].records.posting.sales_every = 5 * day;
  b.points[0].records.posting.receipts = 1 * day;
  b.points[0].records.posting.receipts_every = 5 * day;
  replay(b, {{1 * day, 2}, {2 * day, 2}});
  const TwinResult twin = run_twin(b, 1, 0);
  REQUIRE(twin.orders.size() == 2);
  CHECK(twin.orders[0].filled == 2);
  CHECK(twin.orders[1].oversold == 2);  // the record still says 2
  CHECK(twin.orders[1].outcome == Outcome::shipped_from_backorder);
  CHECK(twin.orders[1].ended == 5 * day);  // in since day 3, on record on day 5
  const StockFacts& f = twin.record.points[0];
  CHECK(f.integrals.on_order == Wide{4 * 5 * day});
  CHECK(f.integrals.on_record == Wide{2 * 5 * day + 4 * 5 * day});  // they leave the record on day 10
  CHECK(f.integrals.on_hand == Wide{2 * 1 * day + 4 * 2 * day + 2 * 5 * day});
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
