// A scenario file becomes a typed scenario.
#include "input/read.hpp"
#include "catch.hpp"

using namespace restock;

namespace {

const char* const small = R"(name: Two kettles
question: What if (it) rains?
start: 2026-01-01
warmup: 90 d
length: 365 d
replications: 20
seed: 7
order_of_day: receive, review, demand
products:
  kettle: { cost: 14.00, price: 39.00, class: A }
  pot: {}
sites:
  works: { kind: supplier, capacity: 900 per d }
  shop: { kind: store }
lanes:
  - { from: works, to: shop, transit: gamma(mean: 18 d, cv: 0.25), planned: quantile(0.9) }
customers:
  patience: weibull(mean: 12 d, shape: 1.6)  # most wait
  seller_limit: 30 d
demand:
  online: { at: shop, product: kettle, arrivals: poisson(42 per d), size: 2 }
  phone:
    at: "sh*"
    product: [pot]
    arrivals: renewal(gap: exponential(3 h))
    accept: tolerance(wait: 3 d)
    patience: none
replenishment:
  stores: { at: shop, policy: min_max, s: 4, S: 10, minimum: 2 }
  pots:
    at: shop
    product: pot
    policy: reorder_point(s: 3, Q: 8)
costs:
  - { holding: 25 % per y, ordering: 3 }
initial:
  - at: shop
    pipeline: [{arrives: 2026-01-04, units: 4}, {arrives: -3 d, units: 1}]
alternatives:
  more: { replenishment.stores.S: 12 }
  other:
    replenishment.stores.policy: order_up_to(review: 1 d, S: 12)
    "lanes.works->shop.transit": 2 d
    demand.online.arrivals.rate: 50 per d
    replenishment.pots.Q: 9
)";

std::string all(const Issues& issues, const Document& document) {
  std::string text;
  for (const Issue& issue : issues) text += describe(issue, document);
  return text;
}

}  // namespace

TEST_CASE("a scenario with every section is read into its types") {
  Issues issues;
  const Document document = parse_document(small, "small.yaml", "", issues);
  const auto scenario = read_scenario(document, issues);
  INFO(all(issues, document));
  REQUIRE(scenario);
  CHECK(issues.empty());
  for (const auto& a : alternatives(document, issues)) {
    const Document variant = patched(document, a.patches, issues);
    INFO(all(issues, variant));
    INFO(write_yaml(variant));
    const auto read = read_scenario(variant, issues);
    INFO(all(issues, variant));
    CHECK(read);
  }
}
