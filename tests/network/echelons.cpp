// Whose echelon is well defined, and who belongs to it.
#include "catch.hpp"
#include "network/example.hpp"

#include <string>

using namespace restock;
using namespace restock::example;

namespace {

std::string members(const Scenario& s) {
  Issues issues;
  const auto network = build_network(s, issues);
  std::string text;
  if (!network) return "refused: " + issues.front().code;
  for (const NetworkEchelon& echelon : network->echelons)
    for (const auto& [point, content] : echelon.members)
      text += std::to_string(content) + " " + point_name(s, *network, point) + ", ";
  return text;
}

Scenario watched(Scenario s, std::size_t rule = 0) {
  s.replenishment[rule].position = PositionRule::echelon;
  return s;
}

}  // namespace

TEST_CASE("an echelon is everybody downstream, product by product") {
  CHECK(members(watched(three_echelons())) ==
        "1 reno/kettle, 1 corner-shop/kettle, 1 webshop/kettle, 1 reno/toaster, 1 webshop/toaster, ");
}

TEST_CASE("through a bill of materials an echelon counts what is contained") {
  Scenario s = chair_works();
  add_rule(s, "works", BaseStock{400}, {"leg"}).position = PositionRule::echelon;
  CHECK(members(s) == "1 works/leg, 4 works/chair, 4 store/chair, ");
}

TEST_CASE("an echelon with a second source outside is refused") {
  Scenario s = watched(three_echelons());
  Lane& direct = add_lane(s, "ningbo", "webshop", 20 * day);
  s.lanes[1].share = Share{0.5};
  direct.share = Share{0.5};
  const Issue issue = found(issues_of(s), "echelon_with_two_sides");
  CHECK(issue.line == 81);
  CHECK(issue.path == "replenishment.rule1.from");
}

TEST_CASE("an echelon whose orders take time to arrive is refused") {
  Scenario s = watched(three_echelons());
  s.lanes[0].order_delay = {day};
  CHECK(issues_of(s).empty());
  s.lanes[2].order_delay = {day};
  CHECK(found(issues_of(s), "echelon_by_mail").line == 81);
}

TEST_CASE("whoever counts an echelon has no old data") {
  Scenario s = watched(three_echelons());
  InformationRule rule;
  rule.name = "late";
  rule.at = names({"*shop"});
  rule.delay = Duration{day};
  s.information.push_back(rule);
  CHECK(issues_of(s).empty());
  s.information[0].at = names({"*"});
  s.information[0].every = Duration{day};
  CHECK(found(issues_of(s), "echelon_seen_late").path == "replenishment.rule0.position");
}
