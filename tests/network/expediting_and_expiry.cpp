#include "catch.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

namespace {

ExpeditingRule& expedite(Scenario& s, const std::string& at) {
  ExpeditingRule rule;
  rule.name = "rush";
  rule.where = at_line(150);
  rule.at = names({at});
  return s.expediting.emplace_back(rule);
}

}  // namespace

TEST_CASE("expediting says when, and how long it takes") {
  Scenario s = three_echelons();
  expedite(s, "webshop").below = 10;
  CHECK(found(issues_of(s), "half_an_expediting").line == 150);
  s.expediting[0].time = exactly(6 * hour);
  CHECK(issues_of(s).empty());
}

TEST_CASE("what comes by sea cannot change to a van") {
  Scenario s = three_echelons();
  ExpeditingRule& rule = expedite(s, "reno");
  rule.cover = Duration{3 * day};
  rule.time = exactly(day);
  CHECK(issues_of(s).empty());
  s.lanes[0].sailings = SailingSchedule{};
  CHECK(found(issues_of(s), "nothing_to_expedite").line == 150);
}

TEST_CASE("stock that does not last has a life") {
  Scenario s = three_echelons();
  ExpiryRule rule;
  rule.name = "fresh";
  rule.where = at_line(160);
  rule.at = names({"webshop"});
  rule.issue = IssueRule::newest_first;
  s.expiry.push_back(rule);
  CHECK(found(issues_of(s), "no_life").line == 160);
  s.expiry[0].life = Duration{10 * day};
  CHECK(issues_of(s).empty());
}
