// The twin against days traced by hand: who is served when, what he was promised, what the books say.
#include "catch.hpp"
#include "twin/models.hpp"
#include "twin/twin.hpp"

using namespace restock;
using namespace restock::models;

TEST_CASE("a sold-out store promises the truck that is on its way, and keeps the promise") {
  Draft b = one_store(BaseStock{2}, 2, TraceArrivals{}, constant_time(5 * day));
  b.length = 20 * day;
  replay(b, {{1 * day, 1}, {2 * day, 3}});
  const TwinResult twin = run_twin(b, 1, 0);
  REQUIRE(twin.orders.size() == 2);
  CHECK(twin.orders[0].outcome == Outcome::filled);
  const OrderRow& second = twin.orders[1];
  CHECK(second.filled == 1);
  CHECK(second.backordered == 2);
  // One unit comes on day 6; the other one he triggers himself: a date of 2 + 5 days.
  CHECK(second.first_promise == 7 * day);
  CHECK(second.ended == 7 * day);
  const OrderFacts& f = twin.record.streams[0];
  CHECK(f.wait == Wide{(6 - 2) * day + (7 - 2) * day});
  CHECK(f.promised == 2);
  CHECK(f.promise_kept == 2);
  CHECK(f.slip == Wide{-1 * day});
  const StockFacts& s = twin.record.points[0];
  CHECK(s.integrals.on_hand == Wide{2 * day + 1 * day + 2 * (20 - 7) * day - 0 * day});
  CHECK(s.integrals.backlog == Wide{2 * 4 * day + 1 * day});
  CHECK(s.integrals.on_order == Wide{1 * 1 * day + 4 * 4 * day + 3 * 1 * day});
  CHECK(s.received == 4);
  // From the receipt of day 6 to that of day 7; the shortage was before.
  CHECK(s.cycles == 1);
  CHECK(s.cycles_without_shortage == 1);
}

TEST_CASE("a customer without patience leaves one tick later; stock beats patience at a tie") {
  Draft b = one_store(BaseStock{0}, 0, TraceArrivals{}, constant_time(3 * day));
  b.length = 20 * day;
  b.streams[0].has_patience = true;
  replay(b, {{1 * day, 1}});
  SECTION("patience of nothing") {
    b.streams[0].patience = constant_time(0);
    const TwinResult twin = run_twin(b, 1, 0);
    CHECK(twin.orders[0].outcome == Outcome::cancelled_by_customer);
    CHECK(twin.orders[0].ended == 1 * day + 1);
    CHECK(twin.record.streams[0].cancelled_before_due == 1);
    CHECK(twin.record.points[0].closing_on_hand == 1);
  }
  SECTION("patience as long as the lead time") {
    b.streams[0].patience = constant_time(3 * day);
    const TwinResult twin = run_twin(b, 1, 0);
    CHECK(twin.orders[0].outcome == Outcome::shipped_from_backorder);
    CHECK(twin.record.streams[0].promise_kept == 1);
  }
  SECTION("patience as long as the lead time, but demand comes before receipts") {
    b.order_of_day = {DayStep::demand, DayStep::receive, DayStep::review};
    b.streams[0].patience = constant_time(3 * day);
    const TwinResult twin = run_twin(b, 1, 0);
    CHECK(twin.orders[0].outcome == Outcome::cancelled_by_customer);
    CHECK(twin.record.streams[0].promised == 1);
    CHECK(twin.record.streams[0].promise_kept == 0);
  }
}

TEST_CASE("with cancel_supply the unit that a customer no longer wants is not sent") {
  Draft b = one_store(BaseStock{0}, 0, TraceArrivals{}, constant_time(3 * day));
  b.length = 20 * day;
  b.links[0].order_delay = 2 * day;
  b.streams[0].has_patience = true;
  b.streams[0].patience = constant_time(1 * day);
  b.points[0].on_cancel = CancelRule::cancel_supply;
  replay(b, {{1 * day, 4}});
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(twin.record.points[0].supply_cancelled == 4);
  CHECK(twin.record.points[0].received == 0);
  REQUIRE(twin.replenishments.size() == 1);
  CHECK(twin.replenishments[0].cancelled == 4);
  CHECK(twin.replenishments[0].completed == 2 * day);
}

TEST_CASE("an order upstream with no transit is served in the instant in which it is placed") {
  // store <- warehouse <- supplier; nothing takes any time, so every customer is filled from an empty network.
  Draft b = one_store(BaseStock{0}, 0, TraceArrivals{}, constant_time(0));
  b.length = 5 * day;
  replay(b, {{1 * day, 2}, {1 * day, 1}, {2 * day, 1}});
  b.points.push_back(b.points[0]);
  b.points[1].who = hash_name("warehouse");
  b.points[1].streams = {1, 0};
  b.points[1].sources = {1, 1};
  b.points[1].review_rank = 1;
  b.points[0].dispatch_rank = 1;
  b.links.push_back(b.links[0]);
  b.links[1].to = PointId{1};
  b.links[1].who = hash_name("inbound");
  b.links[0].from = PointId{1};
  const TwinResult twin = run_twin(b, 1, 0);
  REQUIRE(twin.orders.size() == 3);
  for (const OrderRow& row : twin.orders) {
    CHECK(row.outcome == Outcome::filled);
    CHECK(row.first_promise == never);
  }
  CHECK(twin.record.points[1].internal_demand == 4);
  CHECK(twin.record.points[1].internal_filled == 4);
  CHECK(twin.record.points[0].backordered == 0);
  CHECK(twin.record.points[0].cycles_without_shortage == twin.record.points[0].cycles);
}

TEST_CASE("a record that is wrong sells what is not there") {
  Draft b = one_store(BaseStock{5}, 1, TraceArrivals{}, constant_time(3 * day));
  b.points[0].initial_on_record = 5;
  b.length = 20 * day;
  replay(b, {{1 * day, 3}});
  SECTION("the customer waits and the record stays wrong") {
    const TwinResult twin = run_twin(b, 1, 0);
    CHECK(twin.orders[0].filled == 1);
    CHECK(twin.orders[0].oversold == 2);
    CHECK(twin.orders[0].outcome == Outcome::shipped_from_backorder);
    CHECK(twin.record.points[0].integrals.phantom > 0);
  }
  SECTION("the seller cancels and corrects the record") {
    b.streams[0].on_oversold = OversoldRule::cancel;
    b.streams[0].on_short_pick = ShortPickRule::zero_record;
    const TwinResult twin = run_twin(b, 1, 0);
    CHECK(twin.orders[0].outcome == Outcome::cancelled_by_seller);
    CHECK(twin.record.streams[0].oversold_cancelled == 2);
    CHECK(twin.record.points[0].record_adjusted == 4);
    CHECK(twin.record.points[0].closing_on_hand == 5);
  }
}

TEST_CASE("a line makes one order after the other") {
  Draft b = one_store(BaseStock{0}, 0, TraceArrivals{}, constant_time(1 * day));
  ResourcePlan line;
  line.who = hash_name("line");
  line.lines = 1;
  line.time_per_unit = constant_time(2 * day);
  b.resources.push_back(line);
  b.links[0].resource = ResourceId{0};
  b.length = 20 * day;
  replay(b, {{1 * day, 2}, {1 * day + 1, 1}});
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(twin.orders[0].ended == (1 + 4 + 1) * day);
  CHECK(twin.orders[1].ended == (1 + 4 + 2 + 1) * day);
}

TEST_CASE("a chair is made when its legs and its seat are there") {
  // point 0: chairs at the plant; 1: legs (4 a chair), 2: seats; both come from suppliers.
  Draft b = one_store(BaseStock{0}, 0, TraceArrivals{}, constant_time(0));
  b.length = 20 * day;
  replay(b, {{1 * day, 2}});
  for (std::uint32_t c = 1; c <= 2; ++c) {
    DraftPoint part = b.points[0];
    part.who = hash_name("part" + std::to_string(c));
    part.streams = {1, 0};
    part.sources = {c - 1, 1};
    part.dispatch_rank = c - 1;
    part.review_rank = c;
    b.points.push_back(part);
    b.links[0].to = PointId{c};
    b.links[0].transit = constant_time((c == 1 ? 3 : 5) * day);
    if (c == 1) b.links.push_back(b.links[0]);
  }
  std::swap(b.links[0], b.links[1]);
  b.links[1].who = hash_name("seats");
  b.points[0].dispatch_rank = 2;
  b.points[0].made_here = true;
  b.points[0].sources = {0, 0};
  b.points[0].components = {0, 2};
  b.components = {{PointId{1}, 4, 0}, {PointId{2}, 1, 0}};
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(twin.orders[0].ended == 6 * day);
  CHECK(twin.record.points[1].shipped_downstream == 8);
  CHECK(twin.record.points[2].shipped_downstream == 2);
  CHECK(twin.record.points[0].received == 2);
}
