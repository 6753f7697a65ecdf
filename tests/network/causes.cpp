// What the network says about disruptions: whom they concern and what they watch.
#include "catch.hpp"
#include "network/example.hpp"

using namespace restock;
using namespace restock::example;

namespace {

/// ningbo → (long-beach) → reno, by a timetable; reno → shops by road.
Scenario with_cause(const Trigger& when, const Effect& effect) {
  Scenario s = three_echelons();
  add_site(s, "long-beach", SiteKind::port).port.handling = exactly(day);
  s.lanes[0].via = Reference{"long-beach", at_line(40)};
  s.lanes[0].sailings = SailingSchedule{};
  Disruption cause;
  cause.name = "trouble";
  cause.where = at_line(120);
  cause.when = when;
  cause.effects = {effect};
  s.disruptions.push_back(cause);
  return s;
}

Network built(const Scenario& s) {
  Issues issues;
  const auto network = build_network(s, issues);
  for (const Issue& issue : issues) UNSCOPED_INFO(issue.path << ": " << issue.problem);
  REQUIRE(network.has_value());
  return *network;
}

}  // namespace

TEST_CASE("what goes wrong at a port does so at ports only; globs pass over everything else") {
  BerthsLost lost;
  lost.at = names({"reno"}, 130);
  const Issue issue = found(issues_of(with_cause(Always{}, lost)), "not_a_port");
  CHECK(issue.path == "disruptions.trouble.effects[0].at");
  CHECK(issue.line == 130);
  lost.at = names({"*"});
  CHECK(built(with_cause(Always{}, lost)).causes[0].effects[0].sites == std::vector<std::uint32_t>{4});
}

TEST_CASE("only a lane with sailings can have them blanked") {
  SailingsBlanked blanked;
  blanked.lane = names({"reno->webshop"}, 131);
  CHECK(found(issues_of(with_cause(Always{}, blanked)), "no_sailings").line == 131);
  blanked.lane = names({"reno->*"}, 132);
  CHECK(found(issues_of(with_cause(Always{}, blanked)), "no_sailings").line == 132);
  blanked.lane = names({"*"});
  CHECK(built(with_cause(Always{}, blanked)).causes[0].effects[0].lanes == std::vector<std::uint32_t>{0});
}

TEST_CASE("a threshold is on the stock points or the ports that it names") {
  Threshold threshold;
  threshold.above = 3;
  threshold.at = names({"*shop"}, 133);
  threshold.product = names({"kettle"});
  const Effect held = [] {
    DispatchHeld effect;
    effect.at = names({"ningbo"});
    return effect;
  }();
  Scenario s = with_cause(threshold, held);
  CHECK(built(s).causes[0].watched.size() == 2);
  threshold.product = names({"toaster"});
  CHECK(built(with_cause(threshold, held)).causes[0].watched.size() == 1);
  threshold.at = names({"corner-shop"}, 134);
  CHECK(found(issues_of(with_cause(threshold, held)), "matches_nothing").line == 134);
  threshold.of = Watched::port_queue;
  threshold.product = {};
  CHECK(found(issues_of(with_cause(threshold, held)), "not_a_port").path == "disruptions.trouble.when.at");
  threshold.at = names({"long-*"});
  CHECK(built(with_cause(threshold, held)).causes[0].watched == std::vector<std::uint32_t>{4});
}
