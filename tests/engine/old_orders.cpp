// Orders that come before all classes once they are old, in stories short enough to be told by hand: everything is made
// to order and takes ten days, but where it is said otherwise.
#include "engine/story.hpp"

#include <fmt/format.h>

using namespace restock;
using namespace restock::test;

namespace {

/// A customer of the lower class at day 1, and one of the higher class at each of days 2, 3 and 4.
std::string two_classes(const std::string& usual, const std::string& more = {}) {
  return fmt::format(R"yaml(
length: 30 d
products: {{ door: {{}} }}
sites: {{ joinery: {{ kind: supplier }}, shop: {{ kind: store }} }}
lanes: {{ road: {{ from: joinery, to: shop, transit: 10 d }} }}
demand:
  usual: {{ at: shop, priority: 0, arrivals: "per_period(every: 100 d, offset: 1 d)", {} }}
  gold-a: {{ at: shop, priority: 5, arrivals: "per_period(every: 100 d, offset: 2 d)" }}
  gold-b: {{ at: shop, priority: 5, arrivals: "per_period(every: 100 d, offset: 3 d)" }}
  gold-c: {{ at: shop, priority: 5, arrivals: "per_period(every: 100 d, offset: 4 d)" }}
replenishment: {{ shop: {{ at: shop, policy: base_stock, S: 0 }} }}
{}
)yaml",
                     usual, more);
}

}  // namespace

TEST_CASE("an old order comes before all classes, and those whom it overtakes wait longer") {
  const Story classes = told(two_classes("partial: ship_available"));
  CHECK(classes.only("usual").ended == 14 * day);
  CHECK(classes.only("gold-a").ended == 11 * day);
  CHECK(classes.only("gold-c").ended == 13 * day);
  CHECK(classes.record.customer_facts.empty());

  const Story old = told(two_classes("first_after: 9 d"));
  CHECK(old.only("usual").ended == 11 * day);
  CHECK(old.only("gold-a").ended == 12 * day);
  CHECK(old.only("gold-b").ended == 13 * day);
  CHECK(old.only("gold-c").ended == 14 * day);
  CHECK(old.network().customers.overtook == 1);

  const Story too_late = told(two_classes("first_after: 12 d"));
  CHECK(too_late.only("usual").ended == 14 * day);
  CHECK(too_late.only("gold-c").ended == 13 * day);
  CHECK(too_late.network().customers.overtook == 1);
}

TEST_CASE("old orders come in the order in which they have grown old") {
  // The first of them waits for nine days, the others for seven: of these one grows old before, one after him.
  const std::string text = R"yaml(
length: 30 d
products: { door: {} }
sites: { joinery: { kind: supplier }, shop: { kind: store } }
lanes: { road: { from: joinery, to: shop, transit: 20 d } }
demand:
  first: { at: shop, priority: 0, arrivals: "per_period(every: 100 d, offset: 1 d)", first_after: 9 d }
  second: { at: shop, priority: 3, arrivals: "per_period(every: 100 d, offset: 2 d)", first_after: 7 d }
  third: { at: shop, priority: 5, arrivals: "per_period(every: 100 d, offset: 4 d)", first_after: 7 d }
replenishment: { shop: { at: shop, policy: base_stock, S: 0 } }
)yaml";
  const Story story = told(text);
  CHECK(story.only("second").ended == 21 * day);
  CHECK(story.only("first").ended == 22 * day);
  CHECK(story.only("third").ended == 24 * day);
  CHECK(story.network().customers.overtook == 3);
}

TEST_CASE("whoever leaves in that instant does not overtake") {
  const Story patience = told(two_classes("first_after: 9 d, patience: 9 d"));
  CHECK(patience.only("usual").outcome == Outcome::cancelled_by_customer);
  CHECK(patience.network().customers.overtook == 0);
  const Story limit = told(two_classes("first_after: 9 d, seller_limit: 9 d"));
  CHECK(limit.only("usual").outcome == Outcome::cancelled_by_seller);
  CHECK(limit.network().customers.overtook == 0);
  // Whom the seller keeps on is still there, and does.
  const Story kept = told(two_classes("first_after: 9 d, seller_limit: \"reassess(after: 9 d, within: 5 d)\""));
  CHECK(kept.only("usual").ended == 11 * day);
  CHECK(kept.network().customers.kept_on == 1);
  CHECK(kept.network().customers.overtook == 1);
  // And whoever overtakes still loses patience.
  const Story later = told(two_classes("first_after: 5 d, patience: 9 d"));
  CHECK(later.only("usual").outcome == Outcome::cancelled_by_customer);
  CHECK(later.only("usual").ended == 10 * day);
  CHECK(later.network().customers.overtook == 1);
}

TEST_CASE("what is kept from his class stays kept from an old order") {
  const Story story = told(two_classes("first_after: 5 d, critical_level: 1"));
  CHECK(story.network().customers.overtook == 1);
  CHECK(story.only("gold-a").ended == 11 * day);
  CHECK(story.only("gold-c").ended == 13 * day);
  CHECK(story.only("usual").outcome == Outcome::open);
}

TEST_CASE("stock that was kept for a whole order goes to the old one at once") {
  const std::string text = R"yaml(
length: 30 d
products: { door: {} }
sites: { joinery: { kind: supplier }, shop: { kind: store } }
lanes: { road: { from: joinery, to: shop, transit: 20 d } }
demand:
  whole: { at: shop, priority: 5, size: 3, arrivals: "per_period(every: 100 d, offset: 1 d)", partial: wait_complete }
  one: { at: shop, priority: 0, arrivals: "per_period(every: 100 d, offset: 2 d)", first_after: 4 d }
replenishment: { shop: { at: shop, policy: base_stock, S: 2 } }
)yaml";
  const Story story = told(text);
  CHECK(story.only("one").ended == 6 * day);
  CHECK(story.only("whole").ended == 21 * day);
}

TEST_CASE("dates of those who are overtaken slip, and the old order's improves") {
  const std::string news = "customers: { updates: \"regular(every: 1 d)\" }";
  const Story story = told(two_classes("first_after: 5 d", news));
  const auto last_told = [&](const std::string& segment, Time until) {
    const std::uint32_t stream = story.only(segment).stream;
    Time date = never;
    for (const PromiseRow& row : story.told)
      if (row.stream == stream && row.told <= until) date = row.date;
    return date;
  };
  CHECK(last_told("usual", 1 * day) == 11 * day);
  CHECK(last_told("usual", 5 * day) == 14 * day);
  CHECK(last_told("usual", 7 * day) == 11 * day);
  CHECK(last_told("gold-c", 5 * day) == 13 * day);
  CHECK(last_told("gold-c", 7 * day) == 14 * day);
}

TEST_CASE("units of an old order are ahead of the highest class") {
  // What is kept from the usual customer may be sold to gold ones, until an order of his that waits is old.
  const std::string text = R"yaml(
length: 30 d
products: { door: {} }
sites: { joinery: { kind: supplier }, shop: { kind: store } }
lanes: { road: { from: joinery, to: shop, transit: 20 d } }
demand:
  usual:
    at: shop
    priority: 0
    arrivals: "per_period(every: 100 d, offset: 1 d)"
    critical_level: 2
    first_after: 4 d
  early: { at: shop, priority: 5, arrivals: "per_period(every: 100 d, offset: 3 d)" }
  late: { at: shop, priority: 5, arrivals: "per_period(every: 100 d, offset: 6 d)" }
replenishment: { shop: { at: shop, policy: base_stock, S: 2 } }
)yaml";
  const Story story = told(text);
  CHECK(story.only("early").outcome == Outcome::filled);
  CHECK(story.only("late").outcome == Outcome::shipped_from_backorder);
}

TEST_CASE("all lines of an order that ships together grow old at one tick, each at its stock point") {
  const std::string text = R"yaml(
length: 40 d
products: { phone: {}, case: {} }
sites: { maker: { kind: supplier }, shop: { kind: store } }
lanes:
  phones: { from: maker, to: shop, product: phone, transit: 12 d }
  cases: { from: maker, to: shop, product: case, transit: 10 d }
demand:
  sets:
    at: shop
    product: phone
    priority: 0
    arrivals: "per_period(every: 100 d, offset: 1 d)"
    basket: { ship: complete, lines: [ { product: case } ] }
    first_after: 8 d
  cases: { at: shop, product: case, priority: 5, arrivals: "per_period(every: 100 d, offset: 2 d)" }
  phones: { at: shop, product: phone, priority: 5, arrivals: "per_period(every: 100 d, offset: 2 d)" }
replenishment: { shop: { at: shop, policy: base_stock, S: 0 } }
)yaml";
  const Story story = told(text);
  CHECK(story.network().customers.overtook == 2);
  for (const OrderRow& line : story.of("sets")) CHECK(line.ended == 13 * day);  // the case of day 11 was kept for it
  CHECK(story.only("phones").ended == 14 * day);
  CHECK(story.only("cases").ended == 12 * day);
}
