#include "catch.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

namespace {

/// The warehouse of the example has a second supplier.
Scenario with_a_second_supplier() {
  Scenario s = three_echelons();
  add_site(s, "nearby", SiteKind::supplier);
  add_lane(s, "nearby", "reno", 4 * day);
  return s;
}

PointId reno_of(const Network& network) { return network.find(SiteId{1}, ProductId{0}); }

}  // namespace

TEST_CASE("a rule that chooses among lanes gets all of them") {
  Scenario s = with_a_second_supplier();
  Issues issues;
  const auto usual = build_network(s, issues);
  REQUIRE(usual);
  CHECK(found(issues, "lane_never_used").line == 43);
  CHECK(usual->points[reno_of(*usual).index()].sources.count == 1);
  s.replenishment[0].source = SourcePrimary{};
  issues.clear();
  const auto both = build_network(s, issues);
  REQUIRE(both);
  CHECK(issues.empty());
  CHECK(both->points[reno_of(*both).index()].sources.count == 2);
}

TEST_CASE("shares are for rules that go by them") {
  Scenario s = with_a_second_supplier();
  s.lanes[0].share = Share{0.5};
  s.lanes[3].share = Share{0.5};
  CHECK(issues_of(s).empty());
  s.replenishment[0].source = SourceFastest{};
  CHECK(found(issues_of(s), "share_not_used").line == 40);
}

TEST_CASE("a policy with two sources needs two lanes, and a choice more than one") {
  Scenario s = with_a_second_supplier();
  s.replenishment[0].policy = DualIndex{ReviewCalendar{}, 300, 100};
  CHECK(issues_of(s).empty());
  s.lanes[0].sailings = SailingSchedule{};
  CHECK(issues_of(s).empty());
  s.lanes[3].sailings = SailingSchedule{};
  CHECK(found(issues_of(s), "fast_lane_sails").line == 80);
  s.lanes[0].sailings = s.lanes[3].sailings = std::nullopt;
  s.lanes.pop_back();
  CHECK(found(issues_of(s), "needs_two_lanes").line == 80);
  s.replenishment[0].policy = ReorderPoint{300, 800};
  s.replenishment[0].source = SourceQuoted{};
  CHECK(found(issues_of(s), "nothing_to_choose").line == 80);
}
