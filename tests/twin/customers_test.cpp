// Customers who come back, stay away and send goods back, and products before and after their time, traced by hand.
#include "catch.hpp"
#include "twin/models.hpp"
#include "twin/twin.hpp"

using namespace restock;
using namespace restock::models;

namespace {

/// Takes no backorders; what is ordered comes five days later.
Draft shop(Quantity stock, std::vector<TraceLine> customers) {
  Draft b = one_store(BaseStock{stock}, stock, TraceArrivals{}, constant_time(5 * day));
  b.length = 20 * day;
  b.streams[0].backorders = false;
  replay(b, std::move(customers));
  return b;
}

const OrderRow& order(const TwinResult& result, std::uint64_t number) {
  for (const OrderRow& row : result.orders)
    if (row.number == number) return row;
  FAIL("no such customer");
  return result.orders.front();
}

}  // namespace

TEST_CASE("of two who come back after six days, the first finds the unit that has come, the second none again") {
  Draft b = shop(1, {{1 * day, 1}, {2 * day, 1}, {3 * day, 1}});
  RetrialRules& rules = b.streams[0].retrial.emplace();
  rules.comes_back = 1.0;
  rules.after = constant_time(6 * day);
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(order(twin, 0).outcome == Outcome::filled);
  CHECK(order(twin, 1).outcome == Outcome::sold_later);
  CHECK(order(twin, 1).sold_later == 1);
  CHECK(order(twin, 1).ended == 8 * day);
  CHECK(order(twin, 2).outcome == Outcome::lost_out_of_stock);
  CHECK(order(twin, 2).ended == 9 * day);
  const OrderFacts& f = twin.record.streams[0];
  CHECK(f.orders == 3);
  CHECK(f.demand == 3);
  CHECK(f.filled == 1);
  CHECK(f.sold_later == 1);
  CHECK(f.orders_on_time == 1);
  const CustomerFacts& c = twin.record.customer_facts[0];
  CHECK(c.turned_away == 2);
  CHECK(c.visits == 2);
  CHECK(c.away == 0);
  CHECK(twin.record.customers == 3);
  CHECK(twin.record.points[0].replenishment_units == 2);
}

TEST_CASE("who is told of the delivery comes a day later; who does not want to know any more is lost by then") {
  Draft b = shop(1, {{1 * day, 1}, {2 * day, 1}, {3 * day, 1}, {19 * day, 3}});
  RetrialRules& rules = b.streams[0].retrial.emplace();
  rules.notice = 1.0;
  rules.reaction = constant_time(1 * day);
  rules.valid = 3 * day;
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(order(twin, 1).outcome == Outcome::lost_out_of_stock);
  CHECK(order(twin, 1).ended == 5 * day);
  CHECK(order(twin, 2).outcome == Outcome::sold_later);  // on day 6 the delivery comes before he gives up
  CHECK(order(twin, 2).ended == 7 * day);
  CHECK(order(twin, 3).outcome == Outcome::open);
  CHECK(order(twin, 3).filled == 1);
  const CustomerFacts& c = twin.record.customer_facts[0];
  CHECK(c.waits_notice == 4);
  CHECK(c.visits == 1);
  CHECK(c.away == 2);
  CHECK(twin.record.streams[0].open_at_end() == 2);
}

TEST_CASE("after a loss that takes all goodwill nobody comes any more; a least goodwill keeps them coming") {
  Draft b = shop(1, {{1 * day, 1}, {2 * day, 2}, {8 * day, 1}, {9 * day, 1}});
  LoyaltyRules& rules = b.streams[0].loyalty.emplace();
  rules.lost = in_one;
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(twin.orders.size() == 2);
  CHECK(twin.record.customers == 2);
  CHECK(twin.record.customer_facts[0].stayed_away == 2);
  CHECK(twin.record.points[0].closing_on_hand == 1);
  rules.least = in_one;
  const TwinResult faithful = run_twin(b, 1, 0);
  CHECK(faithful.orders.size() == 4);
  CHECK(faithful.record.customer_facts[0].stayed_away == 0);
}

TEST_CASE("what one customer sends back another gets who has waited, and sends it back in his turn") {
  Draft b = shop(1, {{1 * day, 1}, {2 * day, 1}});
  b.streams[0].backorders = true;
  b.links[0].transit = constant_time(50 * day);
  b.streams[0].returns = ReturnRules{1.0, constant_time(2 * day), 1.0};
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(order(twin, 1).outcome == Outcome::shipped_from_backorder);
  CHECK(order(twin, 1).ended == 3 * day);
  CHECK(twin.record.extra[0].returned == 2);
  CHECK(twin.record.extra[0].to_stock == 2);
  CHECK(twin.record.points[0].shipped_to_customers == 2);
  CHECK(twin.record.points[0].closing_on_hand == 1);
  b.streams[0].returns->sold_again = 0.0;
  const TwinResult scrapped = run_twin(b, 1, 0);
  CHECK(order(scrapped, 1).outcome == Outcome::open);
  CHECK(scrapped.record.extra[0].returned == 1);
  CHECK(scrapped.record.extra[0].to_stock == 0);
}

TEST_CASE("at his limit the seller keeps on whom he can serve soon, and looks again") {
  Draft b = one_store(BaseStock{0}, 0, TraceArrivals{}, constant_time(4 * day));
  b.length = 20 * day;
  b.streams[0].seller_limit = 2 * day;
  b.streams[0].reassess = ReassessRules{3 * day, 1 * day};
  replay(b, {{1 * day, 1}});
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(twin.orders[0].outcome == Outcome::shipped_from_backorder);
  CHECK(twin.orders[0].ended == 5 * day);
  CHECK(twin.record.customer_facts[0].reassessed == 2);
  CHECK(twin.record.customer_facts[0].kept_on == 2);
  b.streams[0].reassess->within = 1 * day;
  const TwinResult strict = run_twin(b, 1, 0);
  CHECK(strict.orders[0].outcome == Outcome::cancelled_by_seller);
  CHECK(strict.orders[0].ended == 3 * day);
  CHECK(strict.record.customer_facts[0].reassessed == 1);
  CHECK(strict.record.customer_facts[0].kept_on == 0);
  CHECK(strict.record.left[0].total() == 1);
}

TEST_CASE("once supply has come two days late, dates are told that are two days later") {
  Draft b = one_store(BaseStock{0}, 0, TraceArrivals{}, constant_time(3 * day));
  b.length = 20 * day;
  b.links[0].planned_transit = b.links[0].planned_lead = 1 * day;
  b.streams[0].promises.quoting = LatenessQuote{{0.5}};
  replay(b, {{1 * day, 1}, {10 * day, 1}});
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(order(twin, 0).first_promise == 2 * day);
  CHECK(order(twin, 0).ended == 4 * day);
  SpanSketch seen;
  seen.add(2 * day, 1);
  CHECK(seen.at_most(0.5) >= 2 * day);
  CHECK(order(twin, 1).first_promise == 11 * day + seen.at_most(0.5));
  CHECK(twin.record.late[0].total() == 1);
  CHECK(twin.record.early[0].total() == 1);
  CHECK(twin.record.streams[0].orders_on_time == 1);
  CHECK(twin.promises.size() == 2);
}

TEST_CASE("before its release a product is only promised; after its retirement only what is there is sold") {
  Draft b = one_store(BaseStock{3}, 3, TraceArrivals{}, constant_time(50 * day));
  b.length = 20 * day;
  b.points[0].listing = {1 * day, 5 * day, 8 * day};
  replay(b, {{12 * hour, 1}, {2 * day, 1}, {9 * day, 1}, {10 * day, 5}});
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(order(twin, 0).outcome == Outcome::lost_discontinued);
  CHECK(order(twin, 1).outcome == Outcome::shipped_from_backorder);
  CHECK(order(twin, 1).first_promise == 5 * day);
  CHECK(order(twin, 1).ended == 5 * day);
  CHECK(order(twin, 2).outcome == Outcome::filled);
  CHECK(order(twin, 3).filled == 1);
  CHECK(order(twin, 3).lost == 4);
  CHECK(order(twin, 3).outcome == Outcome::lost_discontinued);
  CHECK(twin.record.points[0].replenishment_units == 1);
}
