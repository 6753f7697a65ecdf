#include "catch.hpp"
#include "network/example.hpp"
#include "network/network.hpp"

using namespace restock;
using namespace restock::example;

namespace {

std::vector<std::string> point_names(const Scenario& s, const Network& n) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < n.points.size(); ++i) all.push_back(point_name(s, n, PointId(i)));
  return all;
}

Network built(const Scenario& s) {
  Issues issues;
  const auto network = build_network(s, issues);
  for (const Issue& issue : issues) UNSCOPED_INFO(issue.path << ": " << issue.problem);
  REQUIRE(network.has_value());
  return *network;
}

}  // namespace

TEST_CASE("stock points exist where a product is demanded and upstream of it, in the order written") {
  const Scenario s = three_echelons();
  CHECK(issues_of(s).empty());
  const Network n = built(s);
  CHECK(point_names(s, n) == std::vector<std::string>{"reno/kettle", "reno/toaster", "webshop/kettle",
                                                      "webshop/toaster", "corner-shop/kettle"});
  REQUIRE(n.links.size() == 5);
  CHECK_FALSE(n.links[0].from.valid());
  CHECK(n.links[2].from == PointId(0));
  CHECK(n.links[4].from == PointId(0));
  CHECK(n.streams.size() == 3);
  CHECK(n.find(SiteId(3), ProductId(1)) == PointId());
}

TEST_CASE("a plant's product calls its components into being") {
  const Scenario s = chair_works();
  CHECK(issues_of(s).empty());
  const Network n = built(s);
  CHECK(point_names(s, n) == std::vector<std::string>{"works/chair", "works/leg", "works/seat", "store/chair"});
  CHECK(n.points[0].made_here);
  CHECK(n.points[0].sources.empty());
  REQUIRE(n.points[0].components.count == 2);
  CHECK(n.components[0].point == PointId(1));
  CHECK(n.components[0].units == 4);
  CHECK(n.level == std::vector<std::uint32_t>{1, 2, 2, 0});
  CHECK(n.depth == std::vector<std::uint32_t>{1, 0, 0, 2});
}

TEST_CASE("the last matching replenishment and initial rule holds, costs field by field") {
  Scenario s = three_echelons();
  add_rule(s, "webshop", MinMax{10, 90}, {"toaster"});
  add_initial(s, "*", 5);
  add_initial(s, "corner-shop", 7);
  add_costs(s, {}).ordering = Money{3.0};
  s.costs.back().cancel = Money{1.0};
  add_costs(s, {"webshop"}, {"kett*"}).ordering = Money{4.0};
  const Network n = built(s);
  CHECK(n.points[0].replenishment == 0);
  CHECK(n.points[2].replenishment == 1);
  CHECK(n.points[3].replenishment == 2);
  CHECK(n.points[0].initial == 0);
  CHECK(n.points[4].initial == 1);
  CHECK(n.costs[n.points[3].costs].ordering == Money{3.0});
  CHECK(n.costs[n.points[2].costs].ordering == Money{4.0});
  CHECK(n.costs[n.points[2].costs].cancel == Money{1.0});
  CHECK(n.costs.size() == 3);
}

TEST_CASE("class selectors choose products by their planner's class") {
  Scenario s = three_echelons();
  s.products[1].class_name = "A";
  s.demand[0].class_name = "A";
  const Network n = built(s);
  CHECK(point_names(s, n) ==
        std::vector<std::string>{"reno/kettle", "reno/toaster", "webshop/toaster", "corner-shop/kettle"});
  s.demand[0].class_name = "B";
  const Issue issue = found(issues_of(s), "matches_nothing");
  CHECK(issue.path == "demand.online.class");
  CHECK(issue.problem == "no product is of class B");
  CHECK(issue.hint == "did you mean A?");
}

TEST_CASE("several lanes into a site share its orders, or the first takes all") {
  Scenario s = three_echelons();
  add_site(s, "austin", SiteKind::warehouse);
  add_lane(s, "ningbo", "austin", 10 * day);
  add_lane(s, "austin", "webshop", day);
  add_rule(s, "austin", BaseStock{10});
  SECTION("without shares nothing takes the second lane, and what it came from holds nothing") {
    s.replenishment.pop_back();
    const Network n = built(s);
    CHECK(n.points.size() == 5);
    const Issues issues = issues_of(s);
    CHECK(found(issues, "lane_never_used").path == "lanes.austin->webshop");
    CHECK(found(issues, "lane_never_used").line == 44);
    CHECK(found(issues, "lane_carries_nothing").path == "lanes.ningbo->austin");
    CHECK(found(issues, "idle_site").path == "sites.austin");
    CHECK_FALSE(has_errors(issues));
  }
  SECTION("shares are cumulative, and end at exactly 1") {
    s.lanes[1].share = Share{0.7};
    s.lanes[4].share = Share{0.3};
    const Network n = built(s);
    const auto sources = n.points[2].sources.of(n.links);
    REQUIRE(sources.size() == 2);
    CHECK(sources[0].share_upto == Approx(0.7));
    CHECK(sources[1].share_upto == 1.0);
    CHECK(n.points.size() == 7);
  }
  SECTION("shares that do not add up are refused at the lane") {
    s.lanes[1].share = Share{0.7};
    s.lanes[4].share = Share{0.2};
    const Issue issue = found(issues_of(s), "share_sum");
    CHECK(issue.path == "lanes.reno->webshop.share");
    CHECK(issue.line == 41);
    CHECK(issue.problem ==
          "webshop/kettle and 1 more stock point: the shares of the lanes that bring it do not add up to 1");
  }
  SECTION("a share on some lanes only is refused") {
    s.lanes[1].share = Share{1.0};
    CHECK(found(issues_of(s), "share_missing").path == "lanes.reno->webshop.share");
  }
  SECTION("a rule may order from the second lane") {
    s.replenishment[1].from = Reference{"austin", at_line(81)};
    s.replenishment[1].at = names({"webshop"});
    add_rule(s, "corner-shop", BaseStock{9});
    const Network n = built(s);
    CHECK(point_names(s, n) == std::vector<std::string>{"reno/kettle", "webshop/kettle", "webshop/toaster",
                                                        "corner-shop/kettle", "austin/kettle", "austin/toaster"});
    CHECK(n.links[1].lane == LaneId(4));
  }
  SECTION("a rule cannot order from where no lane comes") {
    s.replenishment[1].from = Reference{"austin", at_line(81)};
    const Issue issue = found(issues_of(s), "no_such_lane");
    CHECK(issue.path == "replenishment.rule1.from");
    CHECK(issue.problem == "corner-shop/kettle: no lane from that site brings it");
  }
}

TEST_CASE("addresses depend on names only: a new site, product or lane moves nobody's luck") {
  const Scenario before = three_echelons();
  Scenario after = before;
  Site extra;
  extra.name = "aardvark";
  extra.kind = SiteKind::store;
  after.sites.insert(after.sites.begin(), extra);
  Product urn;
  urn.name = "urn";
  after.products.insert(after.products.begin(), urn);
  add_lane(after, "reno", "aardvark", day);
  std::rotate(after.lanes.begin(), after.lanes.end() - 1, after.lanes.end());
  add_demand(after, "zoo", "aardvark", 3.0);
  std::rotate(after.demand.begin(), after.demand.end() - 1, after.demand.end());
  add_rule(after, "aardvark", BaseStock{2});
  const Network old = built(before), young = built(after);
  const auto point = [&](const Network& n, const Scenario& s, const std::string& name) {
    for (std::size_t i = 0; i < n.points.size(); ++i)
      if (point_name(s, n, PointId(i)) == name) return n.points[i];
    return NetworkPoint{};
  };
  for (std::size_t i = 0; i < old.points.size(); ++i) {
    const NetworkPoint& a = old.points[i];
    const NetworkPoint b = point(young, after, point_name(before, old, PointId(i)));
    CHECK(a.who == b.who);
    REQUIRE(a.sources.count == b.sources.count);
    CHECK(old.links[a.sources.first].who == young.links[b.sources.first].who);
    for (std::uint32_t k = 0; k < a.streams.count; ++k) {
      const auto is_same = [&](const NetworkStream& s) { return s.who == old.streams[a.streams.first + k].who; };
      const auto streams = b.streams.of(young.streams);
      CHECK(std::any_of(streams.begin(), streams.end(), is_same));
    }
  }
}
