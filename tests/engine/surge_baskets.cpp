// Whom a surge brings orders baskets as the entry's own customers do.
#include "engine/story.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

using namespace restock;
using namespace restock::test;

namespace {

std::string sets(const std::string& surges, const std::string& more = {}) {
  return fmt::format(R"yaml(
start: 2026-03-01
length: 60 d
products: {{ phone: {{}}, case: {{}} }}
sites: {{ maker: {{ kind: supplier }}, shop: {{ kind: store }} }}
lanes: {{ road: {{ from: maker, to: shop, transit: 4 d }} }}
demand:
  sets:
    at: shop
    product: phone
    arrivals: poisson(2 per d)
    basket: {{ lines: [ {{ product: case, chance: 60 %, size: 2 }} ] }}
    {}
replenishment: {{ shop: {{ at: shop, policy: base_stock, S: 20 }} }}
{}
)yaml",
                     surges, more);
}

constexpr const char* promo = "surges: { promo: \"promotion(from: 2026-03-11, for: 20 d, lift: 3)\" }";

using Customer = std::pair<Time, std::uint64_t>;

/// Who ordered a product in a segment.
std::set<Customer> who_ordered(const Story& story, const std::string& segment, std::size_t product) {
  std::set<Customer> all;
  const Layout& layout = story.compiled.blueprint.layout;
  for (const OrderRow& row : story.of(segment))
    if (layout.point_product[layout.stream_point[row.stream].index()].index() == product)
      all.emplace(row.ordered, row.number);
  return all;
}

}  // namespace

TEST_CASE("customers of a surge order lines as often as the others, each line with its order") {
  const Story story = told(sets(promo));
  const std::set<Customer> phones = who_ordered(story, "sets/promo", 0);
  const std::set<Customer> cases = who_ordered(story, "sets/promo", 1);
  REQUIRE(phones.size() > 50);
  CHECK(std::ranges::includes(phones, cases));
  const double share = static_cast<double>(cases.size()) / static_cast<double>(phones.size());
  CHECK(share == Approx(0.6).margin(0.2));  // some 80 orders: three standard deviations are 0.17
  for (const OrderRow& row : story.of("sets/promo"))
    if (cases.contains({row.ordered, row.number}) && row.units != 1) CHECK(row.units == 2);
}

TEST_CASE("a surge changes nothing for whoever would have come without it") {
  const Story with = told(sets(promo));
  const Story without = told(sets("sees: record"));
  for (const std::size_t product : {0U, 1U})
    CHECK(who_ordered(with, "sets", product) == who_ordered(without, "sets", product));
}

TEST_CASE("whom a disruption brings orders lines, too") {
  const Story story = told(sets("sees: record",
                                "disruptions: { panic: { when: \"scheduled(10 d, for: 20 d)\", effects: [ { kind: "
                                "demand_lift, at: shop, factor: 3 } ] } }"));
  const std::set<Customer> cases = who_ordered(story, "sets/panic", 1);
  CHECK(cases.size() > 20);
  CHECK(std::ranges::includes(who_ordered(story, "sets/panic", 0), cases));
}

TEST_CASE("an order of a surge ships together, where the entry's orders do") {
  std::string text = sets(promo);
  const std::string basket = "basket: { ";
  const Story story = told(text.insert(text.find(basket) + basket.size(), "ship: complete, "));
  std::map<Customer, Time> phones;
  int pairs = 0;
  const Layout& layout = story.compiled.blueprint.layout;
  for (const std::string segment : {"sets", "sets/promo"})
    for (const OrderRow& row : story.of(segment)) {
      const bool phone = layout.point_product[layout.stream_point[row.stream].index()].index() == 0;
      if (phone) phones[{row.ordered, row.number}] = row.ended;
    }
  for (const OrderRow& row : story.of("sets/promo")) {
    const bool phone = layout.point_product[layout.stream_point[row.stream].index()].index() == 0;
    if (phone) continue;
    ++pairs;
    CHECK(phones.at({row.ordered, row.number}) == row.ended);
  }
  CHECK(pairs > 20);
}
