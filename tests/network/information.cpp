#include "catch.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

namespace {

InformationRule& add_information(Scenario& s, const std::string& at) {
  InformationRule rule;
  rule.name = "late" + std::to_string(s.information.size());
  rule.where = at_line(120);
  rule.at = names({at});
  return s.information.emplace_back(rule);
}

}  // namespace

TEST_CASE("late information of a continuous policy needs to be told when new data come") {
  Scenario s = three_echelons();
  add_information(s, "*").delay = Duration{2 * day};
  const Issue issue = found(issues_of(s), "information_without_refresh");
  CHECK(issue.line == 80);
  CHECK(issue.path == "replenishment.rule0.policy");
  add_information(s, "reno").every = Duration{day};
  CHECK(issues_of(s).empty());
}

TEST_CASE("an offset of refreshes needs an interval, and not everything can be remembered") {
  Scenario s = three_echelons();
  InformationRule& rule = add_information(s, "webshop");
  rule.offset = Duration{hour};
  CHECK(found(issues_of(s), "offset_of_nothing").path == "replenishment.rule1");
  rule.every = Duration{minute};
  CHECK(issues_of(s).empty());
  rule.delay = Duration{day};
  CHECK(found(issues_of(s), "delay_too_long").path == "replenishment.rule1");
}

TEST_CASE("each key of late information is of the last rule that states it") {
  Scenario s = three_echelons();
  InformationRule& all = add_information(s, "*shop");
  all.delay = Duration{2 * day};
  all.own_orders = OwnOrders::as_recorded;
  add_information(s, "webshop").delay = Duration{day};
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network);
  const auto terms = [&](const char* site, const char* product) {
    for (std::size_t p = 0; p < network->points.size(); ++p)
      if (point_name(s, *network, PointId(p)) == std::string(site) + "/" + product)
        return network->information[network->points[p].information];
    return InformationTerms{};
  };
  CHECK(terms("webshop", "kettle").delay->ticks == day);
  CHECK(terms("corner-shop", "kettle").delay->ticks == 2 * day);
  CHECK(terms("webshop", "toaster").own_orders == OwnOrders::as_recorded);
  CHECK_FALSE(terms("reno", "kettle").is_late());
}
