// Ports, timetables and routes beyond the wall.
#include "catch.hpp"
#include "compile/compile.hpp"
#include "core/hash.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

namespace {

Compiled compiled(const Scenario& s) {
  Issues issues;
  const auto network = build_network(s, issues);
  for (const Issue& issue : issues) UNSCOPED_INFO(issue.path << ": " << issue.problem);
  REQUIRE(network.has_value());
  return compile(s, *network, Detail::stock_point);
}

}  // namespace

TEST_CASE("a lane's products share its route, and ports keep their sites") {
  Scenario s = three_echelons();
  Site& beach = add_site(s, "long-beach", SiteKind::port);
  beach.port.berths = 3;
  beach.port.crane_rate = Rate{900.0 / static_cast<double>(day)};
  beach.port.call_overhead = {6 * hour};
  beach.port.background =
      BackgroundTraffic{PoissonArrivals{Rate{1.2 / static_cast<double>(day)}}, {}, exactly(2 * day)};
  beach.port.reroute = RerouteRule{{"oakland", at_line(25)}, 8, Duration{4 * day}, Duration{2 * day}};
  YardRules yard;
  yard.capacity = 400;
  yard.dwell = exactly(3 * day);
  beach.port.yard = yard;
  add_site(s, "oakland", SiteKind::port).port.handling = exactly(day);
  s.lanes[0].via = Reference{"long-beach", at_line(40)};
  s.lanes[0].inland = exactly(2 * day);
  s.lanes[0].sailings = SailingSchedule{Duration{7 * day}, Duration{9 * day}, 500, Share{0.05}};
  const Blueprint b = compiled(s).blueprint;

  REQUIRE(b.ports.size() == 2);
  CHECK(b.layout.port_site == std::vector<SiteId>{SiteId(std::size_t{4}), SiteId(std::size_t{5})});
  CHECK(b.layout.port_berths == std::vector<std::int64_t>{3, 1});
  const PortPlan& port = b.ports[0];
  CHECK(port.who == hash_name("port/long-beach"));
  CHECK(port.announced_handling(450) == 18 * hour);
  CHECK(port.planned_yard == 3 * day);
  CHECK(port.yard == 400);
  CHECK(port.reroute.to == PortId(std::size_t{1}));
  CHECK(port.reroute.queue == 8);
  CHECK(port.reroute.wait == 4 * day);
  CHECK(port.traffic.any);
  CHECK(port.traffic.planned_handling == 2 * day);
  CHECK(mean(port.traffic.gap.law) == Approx(static_cast<double>(day) / 1.2));
  CHECK_FALSE(b.ports[1].traffic.any);

  REQUIRE(b.routes.size() == 1);
  const RoutePlan& route = b.routes[0];
  CHECK(route.who == hash_name("route/ningbo->reno"));
  CHECK(route.port == PortId(std::size_t{0}));
  CHECK(route.timetable);
  CHECK(route.sailings.first == 2 * day);
  CHECK(route.sailings.capacity == 500);
  CHECK(route.sailings.missed == 0.05);
  CHECK(route.planned_sea == 18 * day);
  CHECK(route.planned_inland == 2 * day);
  int routed = 0;
  for (const LinkPlan& link : b.links) routed += b.terms(link).route.valid() ? 1 : 0;
  CHECK(routed == 2);
  CHECK(b.terms(b.links[0]).planned_transit == 18 * day + 7 * day / 2 + port.announced_handling(1) + 3 * day + 2 * day);
}

TEST_CASE("a port needs no stock point") {
  Scenario s = empty();
  Site& quay = add_site(s, "quay", SiteKind::port);
  quay.port.handling = exactly(day);
  quay.port.background = BackgroundTraffic{RenewalArrivals{exactly(2 * day)}, {}, {}};
  const Blueprint b = compiled(s).blueprint;
  CHECK(b.points.empty());
  REQUIRE(b.ports.size() == 1);
  CHECK(b.ports[0].traffic.gap.mean_ticks() == 2 * day);
  CHECK(b.ports[0].traffic.handling.mean_ticks() == day);
}

TEST_CASE("effects on a lane over the sea are on its route, once; closures are a cause of their own") {
  Scenario s = three_echelons();
  Site& beach = add_site(s, "long-beach", SiteKind::port);
  beach.port.handling = exactly(day);
  beach.port.closures = Scheduled{{10 * day}, {day}};
  s.lanes[0].via = Reference{"long-beach", at_line(40)};
  s.lanes[0].late = Lateness{{0.2}, exactly(day)};
  Disruption cause;
  cause.name = "canal";
  Threshold threshold;
  threshold.of = Watched::port_queue;
  threshold.at = names({"long-beach"});
  threshold.above = 3;
  cause.when = threshold;
  LaneClosed closed;
  closed.lane = names({"*"});
  cause.effects = {closed};
  s.disruptions.push_back(cause);
  const Compiled c = compiled(s);
  const Blueprint& b = c.blueprint;

  CHECK(c.labels.causes == std::vector<std::string>{"canal", "closures of long-beach"});
  REQUIRE(b.causes.size() == 2);
  std::size_t at_sea = 0;
  for (const EffectPlan& effect : b.causes[0].effects.of(b.effects)) {
    const bool of_route = effect.kind == EffectKind::sea_closed;
    at_sea += of_route ? 1 : 0;
    CHECK((of_route || !b.terms(b.links[effect.target]).route.valid()));
  }
  CHECK(at_sea == 1);
  CHECK(b.causes[0].watched.of(b.watched).size() == 1);
  CHECK(b.watched[0] == 0);
  CHECK(std::get<Threshold>(b.causes[0].when).at.patterns.empty());
  CHECK(b.causes[1].who == hash_name("closures/long-beach"));
  REQUIRE(b.causes[1].effects.count == 1);
  CHECK(b.effects.back().kind == EffectKind::port_closed);
  CHECK(b.routes[0].late == 0.2);
}
