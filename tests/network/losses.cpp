// Stock, demand and supply that a disruption takes or brings: whom it reaches, and what it cannot be.
#include "catch.hpp"
#include "network/example.hpp"

#include <algorithm>
#include <utility>

using namespace restock;
using namespace restock::example;

namespace {

Network built(const Scenario& s) {
  Issues issues;
  auto network = build_network(s, issues);
  for (const Issue& issue : issues) UNSCOPED_INFO(issue.path << ": " << issue.problem);
  REQUIRE(network.has_value());
  return std::move(*network);
}

Scenario with(Effect effect) {
  Scenario s = three_echelons();
  Disruption& d = s.disruptions.emplace_back();
  d.name = "trouble";
  d.when = Scheduled{{day}, {5 * day}};
  d.effects = {std::move(effect)};
  return s;
}

Selector named(const std::string& name) { return {{name}, {0, 7, 1}}; }

DemandLift lift_at(const std::string& site, double factor) {
  DemandLift lift;
  lift.at = named(site);
  lift.factor = factor;
  return lift;
}

StockLost fire_at(const std::string& site) {
  StockLost fire;
  fire.at = named(site);
  return fire;
}

}  // namespace

TEST_CASE("a lift is a stream behind each entry's surges and a segment of its own; a dip is neither") {
  const Scenario s = with(lift_at("*", 3.0));
  const Network plain = built(three_echelons());
  const Network n = built(s);
  REQUIRE(n.streams.size() == 2 * plain.streams.size());
  CHECK(n.lift_segments.size() == s.demand.size());
  for (std::size_t i = 0; i < n.streams.size(); i += 2) {
    CHECK(n.streams[i].is_base());
    CHECK(n.streams[i].who == plain.streams[i / 2].who);
    CHECK(n.streams[i + 1].lift == 0);
    CHECK(n.streams[i + 1].entry == n.streams[i].entry);
    CHECK(n.streams[i + 1].who != n.streams[i].who);
  }
  const Network dipped = built(with(lift_at("*", 0.5)));
  CHECK(dipped.streams.size() == plain.streams.size());
  for (const NetworkStream& stream : dipped.streams) CHECK(stream.lifts == 1);
}

TEST_CASE("a lift needs arrivals that can follow it, and customers; a fire needs stock") {
  Scenario s = with(lift_at("*", 3.0));
  s.demand[0].arrivals = PerPeriodArrivals{{day}, {}};
  const Issue issue = found(issues_of(s), "needs_poisson");
  CHECK(issue.path == "disruptions.trouble.effects[0]");
  CHECK(issue.line == 7);
  std::get<DemandLift>(s.disruptions[0].effects[0]).factor = 0.5;
  CHECK(issues_of(s).empty());
  DemandLift nobody = lift_at("*", 2.0);
  nobody.class_name = "no-such-class";
  CHECK_FALSE(issues_of(with(nobody)).empty());
  for (const Site& site : s.sites) {
    const bool supplier = site.kind == SiteKind::supplier;
    CHECK(issues_of(with(fire_at(site.name))).empty() == !supplier);
  }
}

TEST_CASE("what is short comes from a supplier, and has been on the way") {
  Scenario s = three_echelons();
  for (std::size_t l = 0; l < s.lanes.size(); ++l) {
    ShipmentsShort effect;
    effect.lane = named(lane_name(s.lanes[l]));
    const auto from = std::find_if(s.sites.begin(), s.sites.end(),
                                   [&](const Site& site) { return site.name == s.lanes[l].from.name; });
    const bool fine = from->kind == SiteKind::supplier;
    const Issues issues = issues_of(with(effect));
    CHECK(issues.empty() == fine);
    if (!fine) CHECK(found(issues, "not_from_a_supplier").line == 7);
  }
  ShipmentsShort any;
  any.lane = named("*");
  s = with(any);
  CHECK(issues_of(s).empty());
  for (Lane& lane : s.lanes) lane.transit = {};
  CHECK(found(issues_of(s), "no_transit").line == 7);
}

TEST_CASE("a yield is production: it can drop, and stop") {
  YieldDrop drop;
  drop.at = named("*");
  Scenario s = with(drop);
  for (Site& site : s.sites) site.capacity.reset(), site.time_per_unit.reset(), site.production_time.reset();
  CHECK(found(issues_of(s), "no_production").line == 7);
  for (Site& site : s.sites)
    if (site.kind == SiteKind::supplier) site.yield = ShareLaw{Constant{{0.9}}};
  CHECK(issues_of(s).empty());
}
