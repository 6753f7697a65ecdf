// What the network says about ports.
#include "catch.hpp"
#include "network/draw.hpp"
#include "network/example.hpp"
#include "network/lead.hpp"

using namespace restock;
using namespace restock::example;

namespace {

Site& add_port(Scenario& s, const std::string& name, Time handling) {
  Site& port = add_site(s, name, SiteKind::port);
  port.port.handling = exactly(handling);
  return port;
}

/// ningbo → (long-beach) → reno → shops.
Scenario over_long_beach() {
  Scenario s = three_echelons();
  add_port(s, "long-beach", 2 * day).port.berths = 2;
  s.lanes[0].via = Reference{"long-beach", {0, 40, 30}};
  s.lanes[0].inland = exactly(3 * day);
  return s;
}

}  // namespace

TEST_CASE("a lane over a port is announced with all its legs") {
  Scenario s = over_long_beach();
  CHECK(issues_of(s).empty());
  const Site& port = s.sites.back();
  CHECK(announced_way(s.lanes[0], &port) == (18 + 2 + 3) * day);
  YardRules yard;
  yard.dwell = exactly(2 * day);
  yard.customs = exactly(day);
  s.sites.back().port.yard = yard;
  s.lanes[0].sailings = SailingSchedule{Duration{7 * day}, {}, unlimited, {}};
  CHECK(announced_way(s.lanes[0], &port) == (18 + 2 + 3 + 3) * day + 7 * day / 2);
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network);
  CHECK(longest_lead(s, *network).total == (18 + 2 + 3 + 3 + 2) * day + 7 * day / 2);
}

TEST_CASE("a port is no stock point and no end of a lane") {
  Scenario s = over_long_beach();
  add_lane(s, "long-beach", "reno", day);
  s.demand[0].at = names({"long-beach"}, 60);
  const Issues issues = issues_of(s);
  CHECK(found(issues, "port_has_no_stock").line == 60);
  CHECK(found(issues, "port_is_no_end").path == "lanes.long-beach->reno.from");
}

TEST_CASE("via and reroute name ports, and no vessel sails in circles") {
  Scenario s = over_long_beach();
  s.lanes[0].via = Reference{"reno", {0, 40, 30}};
  CHECK(found(issues_of(s), "via_is_no_port").column == 30);
  s = over_long_beach();
  s.sites.back().port.reroute = RerouteRule{{"reno", {0, 24, 9}}, 5, {}, {}};
  CHECK(found(issues_of(s), "reroute_to_no_port").line == 24);
  s.sites.back().port.reroute->to.name = "oakland";
  CHECK(found(issues_of(s), "unknown_site").line == 24);
  add_port(s, "oakland", day).port.reroute = RerouteRule{{"long-beach", {0, 25, 9}}, 5, {}, {}};
  CHECK(found(issues_of(s), "reroute_in_circles").problem == "vessels sent on from long-beach would come back to it");
}

TEST_CASE("goods at sea cannot be called back") {
  Scenario s = over_long_beach();
  s.replenishment[0].on_cancel = CancelRule::even_in_transit;
  CHECK(found(issues_of(s), "even_in_transit_by_sea").path == "replenishment.rule0.on_cancel");
}

TEST_CASE("berths that cannot do the work are a warning, and so is a port without a vessel") {
  Scenario s = over_long_beach();
  Site& port = s.sites.back();
  port.port.background = BackgroundTraffic{};
  port.port.background->arrivals = PoissonArrivals{Rate{1.1 / static_cast<double>(day)}};
  CHECK(found(issues_of(s), "berths_overloaded").path == "sites.long-beach.berths");
  port.port.background->arrivals = PoissonArrivals{Rate{0.9 / static_cast<double>(day)}};
  CHECK(issues_of(s).empty());
  port.port.handling.reset();
  port.port.background->handling = exactly(2 * day);
  port.port.crane_rate = Rate{100.0 / static_cast<double>(day)};  // 50 units a day for reno, 1.8 berths for the others
  CHECK(found(issues_of(s), "berths_overloaded").path == "sites.long-beach.berths");
  add_port(s, "empty", day);
  CHECK(found(issues_of(s), "idle_site").path == "sites.empty");
}

TEST_CASE("ports stand between the ends of their lanes") {
  const Scenario s = over_long_beach();
  Issues issues;
  const auto network = build_network(s, issues);
  REQUIRE(network);
  const std::string dot = draw_dot(s, *network);
  CHECK(dot.find("long-beach\\n2 berths") != std::string::npos);
  CHECK(dot.find("trapezium") != std::string::npos);
  CHECK(dot.find("label=\"18 d\"") != std::string::npos);
  CHECK(dot.find("label=\"3 d\"") != std::string::npos);
}
