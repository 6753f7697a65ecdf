#include "catch.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

TEST_CASE("whoever orders on demand needs customers who wait") {
  Scenario s = three_echelons();
  s.replenishment[1].policy = OrderOnDemand{};
  CHECK(issues_of(s).empty());
  s.demand[1].customers.backorders = false;
  const Issue issue = found(issues_of(s), "nobody_waits");
  CHECK(issue.line == 61);
  CHECK(issue.path == "demand.walk-in.backorders");
  s.demand[1].customers.backorders = true;
  s.demand[1].customers.sees = Sees::shelf;
  CHECK(found(issues_of(s), "nobody_waits").line == 61);
}

TEST_CASE("whoever collects orders needs customers who wait without a date") {
  Scenario s = three_echelons();
  s.replenishment[1].policy = OrderOnDemand{4};
  CHECK(found(issues_of(s), "collects_without_date").path == "demand.online.offer_without_date");
  for (DemandEntry& entry : s.demand) entry.customers.offer_without_date = true;
  CHECK(issues_of(s).empty());
}

TEST_CASE("cards and caps are not exceeded by rounding up") {
  Scenario s = three_echelons();
  s.replenishment[0].lot.multiple = 5;
  for (const Policy& policy : {Policy{Kanban{3, 5}}, Policy{Conwip{10, 5}}}) {
    s.replenishment[0].policy = policy;
    CHECK(found(issues_of(s), "lots_beyond_the_limit").path == "replenishment.rule0");
  }
  s.replenishment[0].lot = LotRule{0, 1, 5, {}};
  CHECK(issues_of(s).empty());
}

TEST_CASE("an order that never fills its lot is no order") {
  Scenario s = three_echelons();
  s.replenishment[0].policy = FixedOrder{{}, 20};
  s.replenishment[0].lot = LotRule{0, 40, unlimited, {0.6}};
  CHECK(found(issues_of(s), "never_full").path == "replenishment.rule0.round_up_from");
  s.replenishment[0].policy = FixedOrder{{}, 24};
  CHECK(issues_of(s).empty());
}

TEST_CASE("what a site orders by can_order from one other is ordered together") {
  Scenario s = three_echelons();
  s.replenishment[1].policy = CanOrder{10, 30, 60};
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network);
  REQUIRE(network->joint_orders.size() == 1);  // kettles and toasters at the webshop; the corner shop has one product
  CHECK(point_name(s, *network, network->joint_orders[0][0]) == "webshop/kettle");
  CHECK(point_name(s, *network, network->joint_orders[0][1]) == "webshop/toaster");
}
