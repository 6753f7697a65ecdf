// Who calls units from whom, and where customers go before they are lost.
#include "catch.hpp"
#include "network/example.hpp"

#include <optional>
#include <string>
#include <vector>

using namespace restock;
using namespace restock::example;

namespace {

TransshipmentRule& call(Scenario& s, const std::string& at) {
  TransshipmentRule rule;
  rule.name = "van";
  rule.where = at_line(170);
  rule.at = names({at});
  return s.transshipment.emplace_back(rule);
}

std::optional<Network> network_of(const Scenario& s) {
  Issues issues;
  return build_network(s, issues);
}

std::vector<std::string> givers_of(const Scenario& s, const std::string& caller) {
  const auto network = network_of(s);
  std::vector<std::string> found;
  for (const NetworkCaller& each : network->callers)
    if (point_name(s, *network, each.point) == caller)
      for (const PointId giver : each.givers) found.push_back(point_name(s, *network, giver));
  return found;
}

}  // namespace

TEST_CASE("a site calls those that hold the product, and not itself") {
  Scenario s = three_echelons();
  call(s, "*").time = exactly(day);
  CHECK(givers_of(s, "webshop/kettle") == std::vector<std::string>{"reno/kettle", "corner-shop/kettle"});
  CHECK(givers_of(s, "webshop/toaster") == std::vector<std::string>{"reno/toaster"});
  CHECK(givers_of(s, "reno/kettle").empty());  // nobody orders there as a customer
}

TEST_CASE("a later rule may change what is kept and leave who is called") {
  Scenario s = three_echelons();
  call(s, "webshop").from = names({"corner-shop"});
  s.transshipment[0].product = names({"kettle"});
  call(s, "webshop").keep = 3;
  s.transshipment[1].product = names({"kettle"});
  CHECK(givers_of(s, "webshop/kettle") == std::vector<std::string>{"corner-shop/kettle"});
  const auto network = network_of(s);
  CHECK(network->transshipment[network->points[network->callers[0].point.index()].transshipment].keep == 3);
}

TEST_CASE("a site that can call nobody is told") {
  Scenario s = three_echelons();
  call(s, "webshop").from = names({"corner-shop"});  // which sells kettles only
  const Issue issue = found(issues_of(s), "nobody_to_call");
  CHECK(issue.line == 170);
  CHECK(issue.problem.find("webshop/toaster") != std::string::npos);
}

TEST_CASE("a rule that calls for nobody's customers is told") {
  Scenario s = three_echelons();
  call(s, "reno").from = names({"webshop"});
  CHECK(found(issues_of(s), "called_for_nobody").line == 170);
  s.transshipment[0].at = names({"webshop"});
  s.transshipment[0].from = names({"reno"});
  CHECK(issues_of(s).empty());
}

TEST_CASE("second choices are tried by site, then by product, as declared") {
  Scenario s = three_echelons();
  s.demand[1].customers.second_choice = SecondChoice{names({"*"}), names({"*"}), Share{1.0}};
  const auto network = network_of(s);
  REQUIRE(network->second_choices.size() == 1);
  std::vector<std::string> options;
  for (const PointId option : network->second_choices[0].options) options.push_back(point_name(s, *network, option));
  CHECK(options == std::vector<std::string>{"reno/kettle", "reno/toaster", "webshop/kettle", "webshop/toaster"});
}

TEST_CASE("a second choice that nobody holds is told") {
  Scenario s = three_echelons();
  s.demand[1].customers.second_choice = SecondChoice{std::nullopt, names({"toaster"}), Share{1.0}};
  CHECK(found(issues_of(s), "no_second_choice").problem.find("corner-shop/kettle") != std::string::npos);
}
