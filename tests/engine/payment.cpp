// Customers who pay when they order, and what goes back to whom; and the waits of those who leave, by reason.
#include "engine/story.hpp"

#include <fmt/format.h>

using namespace restock;
using namespace restock::test;

namespace {

/// One unit in stock for a customer at day 1 and one at day 2; whatever is ordered takes ten days.
std::string two_customers(const std::string& customers, const std::string& more = {}) {
  return fmt::format(R"yaml(
length: 40 d
products: {{ door: {{ cost: 10, price: 30 }}, gate: {{ cost: 10, price: 30 }} }}
sites: {{ joinery: {{ kind: supplier }}, shop: {{ kind: store }} }}
lanes: {{ road: {{ from: joinery, to: shop, transit: 10 d }} }}
demand:
  first: {{ at: shop, product: door, arrivals: "per_period(every: 100 d, offset: 1 d)" }}
  second: {{ at: shop, product: door, arrivals: "per_period(every: 100 d, offset: 2 d)" }}
  third: {{ at: shop, product: gate, arrivals: "per_period(every: 100 d, offset: 39 d)" }}
customers: {{ {} }}
replenishment: {{ shop: {{ at: shop, policy: base_stock, S: 1 }} }}
{}
)yaml",
                     customers, more);
}

Quantity left_for(const Story& story, Leaves why) { return story.record.left_for[index_of(why)].total(); }

}  // namespace

TEST_CASE("who cannot pay when he orders is not taken on backorder, and nobody fails at shipment") {
  const Story asked = told(two_customers("payment_fails: 100 %, payment: order"));
  CHECK(asked.only("first").outcome == Outcome::filled);  // what is sold from stock is paid
  CHECK(asked.only("second").outcome == Outcome::lost_out_of_stock);
  CHECK(asked.only("second").ended == 2 * day);
  const Ledger ledger = asked.network();
  CHECK(ledger.customers.payment_declined == 1);
  CHECK(ledger.customers.payment_failed == 0);
  CHECK(ledger.orders.lost_out_of_stock == 1);
  CHECK(ledger.orders.backordered == 0);
  CHECK(ledger.extra.refunded == 0);

  const Story later = told(two_customers("payment_fails: 100 %"));
  CHECK(later.only("second").outcome == Outcome::cancelled_by_seller);
  CHECK(later.network().customers.payment_declined == 0);
  CHECK(later.network().customers.payment_failed == 1);
}

TEST_CASE("who cannot pay neither takes something else nor comes again") {
  const Story story = told(
      two_customers("payment_fails: 100 %, payment: order, second_choice: { product: \"*\" }, comes_back: { share: "
                    "100 %, after: 1 d }"));
  CHECK(story.only("second").outcome == Outcome::lost_out_of_stock);
  CHECK(story.network().customers.turned_away == 0);
  CHECK(story.network().extra.bought_elsewhere == 0);
}

TEST_CASE("who does not want to wait is not asked to pay") {
  const Story story = told(two_customers("payment_fails: 100 %, payment: order, accept: probability(0)"));
  CHECK(story.only("second").outcome == Outcome::lost_declined);
  CHECK(story.network().customers.payment_declined == 0);
}

TEST_CASE("of an order that is there in part the rest is asked for") {
  const std::string text = R"yaml(
length: 40 d
products: { door: {} }
sites: { joinery: { kind: supplier }, shop: { kind: store } }
lanes: { road: { from: joinery, to: shop, transit: 10 d } }
demand:
  one: { at: shop, size: 3, arrivals: "per_period(every: 100 d, offset: 1 d)", payment_fails: 100 %, payment: order }
replenishment: { shop: { at: shop, policy: base_stock, S: 1 } }
)yaml";
  const OrderRow row = told(text).only("one");
  CHECK(row.filled == 1);
  CHECK(row.lost == 2);
  CHECK(row.backordered == 0);
}

TEST_CASE("units that were sold and are not there are asked for before they wait") {
  const std::string text = R"yaml(
length: 40 d
products: { door: {} }
sites: { joinery: { kind: supplier }, shop: { kind: store } }
lanes: { road: { from: joinery, to: shop, transit: 10 d } }
demand:
  one: { at: shop, size: 3, arrivals: "per_period(every: 100 d, offset: 1 d)", payment_fails: 100 %, payment: order }
replenishment: { shop: { at: shop, policy: base_stock, S: 2 } }
initial: { shop: { at: shop, on_hand: 0, on_record: 2 } }
)yaml";
  const Story story = told(text);
  CHECK(story.only("one").oversold == 2);
  CHECK(story.only("one").lost == 3);
  CHECK(story.network().customers.payment_declined == 3);
}

TEST_CASE("an order that ships together is asked for once, and lost as a whole") {
  const std::string text = R"yaml(
length: 40 d
products: { phone: {}, case: {} }
sites: { maker: { kind: supplier }, shop: { kind: store } }
lanes: { road: { from: maker, to: shop, transit: 10 d } }
demand:
  sets:
    at: shop
    product: phone
    arrivals: "per_period(every: 100 d, offset: 1 d)"
    basket: { ship: complete, lines: [ { product: case, size: 2 } ] }
    payment_fails: 100 %
    payment: order
replenishment: { shop: { at: shop, policy: base_stock, S: 1 } }
)yaml";
  const Story story = told(text);
  CHECK(story.network().customers.payment_declined == 3);
  CHECK(story.network().orders.lost_out_of_stock == 3);
  CHECK(story.network().stock.closing_on_hand == 2);
}

TEST_CASE("what was paid with the order goes back when it is cancelled, by either side") {
  const std::string costs = "costs: { all: { refund: 4.00, cancel: 1.00 } }";
  for (const char* who : {"patience: 3 d", "seller_limit: 3 d"}) {
    const Ledger paid = told(two_customers(fmt::format("payment: order, {}", who), costs)).network();
    CHECK(paid.stock.cancelled == 1);
    CHECK(paid.extra.refunded == 1);
    CHECK(paid.money.refund == 4.0);
    const Ledger not_yet = told(two_customers(who, costs)).network();
    CHECK(not_yet.stock.cancelled == 1);
    CHECK(not_yet.money.refund == 0.0);
    CHECK(paid.money.total_cost() == not_yet.money.total_cost() + 4.0);
  }
}

TEST_CASE("waits of those who leave are told by reason") {
  const Story patience = told(two_customers("patience: 3 d, seller_limit: 5 d"));
  CHECK(left_for(patience, Leaves::patience) == 1);
  CHECK(left_for(patience, Leaves::seller_limit) == 0);
  CHECK(patience.record.left_for[index_of(Leaves::patience)].at_most(1.0) >= 3 * day);
  CHECK(left_for(told(two_customers("patience: 5 d, seller_limit: 3 d")), Leaves::seller_limit) == 1);
  CHECK(left_for(told(two_customers("payment_fails: 100 %")), Leaves::payment) == 1);
  CHECK(left_for(told(two_customers("on_silence: 99.9999 % per d, quote: fixed(1 d)")), Leaves::silence) == 1);
  const Story slip = told(two_customers("updates: \"regular(every: 1 d)\", on_slip: \"leave(at_once: 99.9999 %)\"",
                                        "disruptions: { strike: { when: \"scheduled(4 d, for: 5 d)\", effects: [ "
                                        "{ kind: lane_closed, lane: road } ] } }"));
  CHECK(left_for(slip, Leaves::slip) == 1);
  for (const Story* story : {&patience, &slip}) {
    SpanSketch by_reason, by_place;
    for (const SpanSketch& sketch : story->record.left_for) by_reason += sketch;
    for (const SpanSketch& sketch : story->record.left) by_place += sketch;
    CHECK(by_reason == by_place);
  }
}
