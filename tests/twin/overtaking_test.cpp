// Orders that have waited so long that they come before all classes, and payments that are asked for when somebody is
// about to wait, traced by hand.
#include "catch.hpp"
#include "twin/models.hpp"
#include "twin/twin.hpp"

using namespace restock;
using namespace restock::models;

namespace {

constexpr std::uint32_t high = 0;
constexpr std::uint32_t low = 1;

/// A store that gets what it is given, and two kinds of customers, the one before the other.
Draft two_classes(std::vector<TraceLine> of_high, std::vector<TraceLine> of_low, std::vector<InitialSupply> supply) {
  Draft b = one_store(BaseStock{0}, 0, TraceArrivals{}, constant_time(1 * day));
  b.length = 20 * day;
  replay(b, of_high);
  DraftStream second = b.streams[high];
  second.who = hash_name("those who come after");
  second.queue = 1;
  second.trace = {static_cast<std::uint32_t>(b.trace.size()), static_cast<std::uint32_t>(of_low.size())};
  b.trace.insert(b.trace.end(), of_low.begin(), of_low.end());
  b.streams.push_back(second);
  for (DraftStream& stream : b.streams) stream.offer_without_date = true;
  b.points[0].replenished = false;
  b.points[0].sources = {0, 0};
  b.points[0].streams = {0, 2};
  b.points[0].queues = 2;
  b.points[0].pipeline = {0, static_cast<std::uint32_t>(supply.size())};
  b.pipeline = std::move(supply);
  b.links.clear();
  return b;
}

const OrderRow& order(const TwinResult& result, std::uint32_t stream, std::uint64_t number) {
  for (const OrderRow& row : result.orders)
    if (row.stream == stream && row.number == number) return row;
  FAIL("no such customer");
  return result.orders.front();
}

}  // namespace

TEST_CASE("who has waited three days comes before all who come before him otherwise") {
  Draft b = two_classes({{2 * day, 1}, {3 * day, 1}, {5 * day, 1}}, {{1 * day, 1}},
                        {{3 * day + 12 * hour, 1}, {6 * day, 1}, {7 * day, 1}, {8 * day, 1}});
  b.streams[low].first_after = 3 * day;
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(order(twin, high, 0).ended == 3 * day + 12 * hour);
  CHECK(order(twin, low, 0).ended == 6 * day);
  CHECK(order(twin, high, 1).ended == 7 * day);
  CHECK(order(twin, high, 2).ended == 8 * day);
  CHECK(twin.record.customer_facts[low].overtook == 1);
  CHECK(twin.record.customer_facts[high].overtook == 0);
  b.streams[low].first_after = never;
  CHECK(order(run_twin(b, 1, 0), low, 0).ended == 8 * day);
}

TEST_CASE("those who have risen are served in the order in which they rose") {
  Draft b = two_classes({{1 * day, 1}}, {{2 * day, 1}}, {{8 * day, 1}, {9 * day, 1}});
  b.streams[high].first_after = 5 * day;
  b.streams[low].first_after = 3 * day;
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(order(twin, low, 0).ended == 8 * day);
  CHECK(order(twin, high, 0).ended == 9 * day);
  b.streams[low].first_after = 4 * day;  // the same tick: the first stream before the second
  CHECK(order(run_twin(b, 1, 0), high, 0).ended == 8 * day);
}

TEST_CASE("who leaves in the instant in which he would rise does not; whom the seller keeps on then does") {
  Draft b = two_classes({}, {{1 * day, 1}}, {{8 * day, 1}});
  b.streams[low].first_after = 3 * day;
  b.streams[low].has_patience = true;
  b.streams[low].patience = constant_time(3 * day);
  const TwinResult leaves = run_twin(b, 1, 0);
  CHECK(order(leaves, low, 0).outcome == Outcome::cancelled_by_customer);
  CHECK(leaves.record.customer_facts[low].overtook == 0);
  b.streams[low].has_patience = false;
  b.streams[low].seller_limit = 3 * day;
  b.streams[low].reassess = ReassessRules{5 * day, 5 * day};
  const TwinResult stays = run_twin(b, 1, 0);
  CHECK(order(stays, low, 0).outcome == Outcome::shipped_from_backorder);
  CHECK(stays.record.customer_facts[low].kept_on == 1);
  CHECK(stays.record.customer_facts[low].overtook == 1);
}

TEST_CASE("who rises takes at once what one who waits for all of his has reserved, but for what is kept from him") {
  Draft b = two_classes({{1 * day, 3}}, {{2 * day, 1}}, {{3 * day, 2}});
  b.streams[high].partial = PartialRule::wait_complete;
  b.streams[low].first_after = 4 * day;
  CHECK(order(run_twin(b, 1, 0), low, 0).ended == 6 * day);
  b.streams[low].critical_level = 2;
  const TwinResult kept = run_twin(b, 1, 0);
  CHECK(order(kept, low, 0).outcome == Outcome::open);
  CHECK(kept.record.customer_facts[low].overtook == 1);
}

TEST_CASE("what one who has risen waits for is sold to nobody, of whatever class") {
  Draft b = two_classes({{3 * day, 1}, {6 * day, 1}}, {{1 * day, 3}}, {{2 * day, 2}});
  b.streams[low].partial = PartialRule::wait_complete;
  b.streams[low].first_after = 4 * day;
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(order(twin, high, 0).outcome == Outcome::filled);
  CHECK(order(twin, high, 1).outcome == Outcome::open);
  CHECK(twin.record.customer_facts[low].overtook == 3);
  CHECK(twin.record.points[0].closing_on_hand == 1);
}

TEST_CASE("who cannot pay when he is about to wait is not booked; what is there is sold to him") {
  Draft b = two_classes({{1 * day, 3}, {4 * day, 1}}, {}, {{0, 2}, {3 * day, 5}});
  b.streams[high].payment_fails = 1.0;
  b.streams[high].pays_at_order = true;
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(order(twin, high, 0).filled == 2);
  CHECK(order(twin, high, 0).lost == 1);
  CHECK(order(twin, high, 0).outcome == Outcome::lost_out_of_stock);
  CHECK(order(twin, high, 0).ended == 1 * day);
  CHECK(order(twin, high, 1).outcome == Outcome::filled);
  CHECK(twin.record.streams[high].backordered == 0);
  CHECK(twin.record.streams[high].lost_out_of_stock == 1);
  CHECK(twin.record.customer_facts[high].payment_declined == 1);
  CHECK(twin.record.customer_facts[high].payment_failed == 0);
  b.streams[high].pays_at_order = false;
  const TwinResult later = run_twin(b, 1, 0);
  CHECK(order(later, high, 0).cancelled == 1);
  CHECK(order(later, high, 0).ended == 3 * day);
  CHECK(later.record.customer_facts[high].payment_failed == 1);
  CHECK(later.record.customer_facts[high].payment_declined == 0);
}

TEST_CASE("who has paid and leaves gets it back") {
  Draft b = two_classes({{1 * day, 4}}, {{1 * day, 2}}, {{2 * day, 1}});
  b.streams[high].pays_at_order = true;
  for (DraftStream& stream : b.streams) stream.seller_limit = 3 * day;
  const TwinResult twin = run_twin(b, 1, 0);
  CHECK(twin.record.streams[high].cancelled_by_seller == 3);
  CHECK(twin.record.streams[low].cancelled_by_seller == 2);
  CHECK(twin.record.extra[0].refunded == 3);
}
