#include "catch.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

namespace {

AllocationRule& share_orders(Scenario& s, const std::string& at) {
  AllocationRule rule;
  rule.name = "fair";
  rule.where = at_line(140);
  rule.at = names({at});
  rule.orders = SharingRule::proportional;
  return s.allocation.emplace_back(rule);
}

}  // namespace

TEST_CASE("orders are shared out where other sites order") {
  Scenario s = three_echelons();
  share_orders(s, "reno");
  CHECK(issues_of(s).empty());
  Scenario nobody = three_echelons();
  share_orders(nobody, "webshop");
  CHECK(found(issues_of(nobody), "shared_by_nobody").line == 140);
}

TEST_CASE("a supplier keeps nothing back") {
  Scenario s = three_echelons();
  s.lanes[1].critical_level = 40;
  CHECK(issues_of(s).empty());
  s.lanes[0].critical_level = 40;
  CHECK(found(issues_of(s), "level_at_a_supplier").line == 40);
}

TEST_CASE("a higher class is not meant to leave stock to a lower one") {
  Scenario s = three_echelons();
  add_demand(s, "urgent", "webshop", 2.0).customers.priority = 3;
  s.demand[0].customers.critical_level = 5;
  CHECK(issues_of(s).empty());
  s.demand[2].customers.critical_level = 9;
  CHECK(found(issues_of(s), "level_upside_down").path == "demand.urgent.critical_level");
}
