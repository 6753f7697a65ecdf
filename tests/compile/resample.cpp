// What a resample of the inputs changes, what it leaves, and what is told of what cannot be resampled.
#include "compile/resample.hpp"
#include "catch.hpp"
#include "compile/compile.hpp"
#include "input/laws.hpp"
#include "network/example.hpp"
#include "random/draws.hpp"

#include <algorithm>
#include <numeric>
#include <set>

using namespace restock;
using namespace restock::example;

namespace {

Empirical measured(std::vector<double> days, std::vector<double> weights = {}) {
  Empirical law;
  for (const double each : days) law.values.push_back({each * static_cast<double>(day)});
  law.weights = std::move(weights);
  law.prepare();
  return law;
}

Scenario with_lead_times(const Empirical& law) {
  Scenario s = three_echelons();
  s.files = {"s.yaml"};
  s.inputs = InputRules{};
  s.lanes[0].transit.law = law;
  return s;
}

const Empirical& law_of(const Scenario& s, std::size_t lane) { return std::get<Empirical>(s.lanes[lane].transit.law); }

std::vector<std::string> codes(const Issues& issues) {
  std::vector<std::string> all;
  for (const Issue& issue : issues) all.push_back(issue.code);
  return all;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// A trace of one order a day, of as many units as the day's number.
DemandEntry& replay(Scenario& s, int first, int days) {
  DemandEntry& entry = s.demand[0];
  entry.arrivals = TraceArrivals{"lines.csv"};
  TraceGroup group;
  for (int d = 0; d < days; ++d) group.lines.push_back({(first + d) * day + 9 * hour, first + d + 1000});
  entry.trace = {group};
  return entry;
}

}  // namespace

TEST_CASE("a resample has as many observations as there were, and the next one has others") {
  const Scenario s = with_lead_times(measured({1, 2, 3, 4, 5, 6, 7, 8}));
  std::set<std::vector<double>> seen;
  for (std::uint64_t b = 0; b < 20; ++b) {
    const Scenario world = resampled(s, b);
    const std::vector<double>& drawn = law_of(world, 0).drawn;
    CHECK(std::accumulate(drawn.begin(), drawn.end(), 0.0) == 8.0);
    CHECK(law_of(resampled(s, b), 0).drawn == drawn);
    seen.insert(drawn);
  }
  CHECK(seen.size() > 15);
}

TEST_CASE("samples are of the resample, and what planners know is of the observations") {
  const Scenario s = with_lead_times(measured({1, 2, 3, 50}));
  const Scenario world = resampled(s, 3);
  const Empirical &before = law_of(s, 0), &after = law_of(world, 0);
  CHECK(after.moments().mean == before.moments().mean);
  CHECK(after.quantile(0.9) == before.quantile(0.9));
  std::set<double> possible, drawn;
  for (std::size_t i = 0; i < after.values.size(); ++i)
    if (after.drawn[i] > 0.0) possible.insert(after.values[i].value);
  for (std::uint64_t i = 0; i < 200; ++i) {
    Draws draws({1, 2, 3, Purpose::test, i});
    drawn.insert(after.sample(draws));
  }
  CHECK(drawn == possible);
  CHECK(possible.size() < 4);  // of four observations, the chance that all are drawn is one in ten
}

TEST_CASE("over many resamples every observation is drawn as often as any other") {
  const Scenario s = with_lead_times(measured({1, 2, 3, 4, 5}));
  std::vector<double> sum(5, 0.0);
  for (std::uint64_t b = 0; b < 4000; ++b) {
    const Scenario world = resampled(s, b);
    for (std::size_t i = 0; i < 5; ++i) sum[i] += law_of(world, 0).drawn[i];
  }
  for (const double each : sum) CHECK(each == Approx(4000.0).margin(4.0 * std::sqrt(4000.0 * 0.8)));
}

TEST_CASE("weights that count are as many observations") {
  const Scenario s = with_lead_times(measured({1, 2, 3}, {2, 7, 1})), plain = with_lead_times(measured({1, 2, 3}));
  Issues issues;
  CHECK(observed_inputs(s, {}, true, issues)[0].observations == 10);
  double least = 0.0;
  for (std::uint64_t b = 0; b < 1000; ++b) {
    const Scenario world = resampled(s, b);
    const std::vector<double>& drawn = law_of(world, 0).drawn;
    CHECK(drawn[0] + drawn[1] + drawn[2] == 10.0);
    least += drawn[2];
  }
  CHECK(least == Approx(1000.0).margin(4.0 * std::sqrt(900.0)));
}

TEST_CASE("the same list in two places is one input, another list is another") {
  Scenario s = with_lead_times(measured({1, 2, 3, 4, 5, 6}));
  s.lanes[1].transit.law = measured({1, 2, 3, 4, 5, 6});
  Issues issues;
  CHECK(observed_inputs(s, {}, true, issues).size() == 1);
  Scenario world = resampled(s, 1);
  CHECK(law_of(world, 0).drawn == law_of(world, 1).drawn);
  s.lanes[1].transit.law = measured({1, 2, 3, 4, 5, 7});
  const auto inputs = observed_inputs(s, {}, true, issues);
  REQUIRE(inputs.size() == 2);
  CHECK(inputs[0].name == "lanes." + s.lanes[0].name + ".transit");
  world = resampled(s, 1);
  CHECK(law_of(world, 0).drawn != law_of(world, 1).drawn);
}

TEST_CASE("a resample belongs to the name of its input and to the seed, not to its place") {
  Scenario s = with_lead_times(measured({1, 2, 3, 4, 5, 6}));
  const std::vector<double> drawn = law_of(resampled(s, 4), 0).drawn;
  Scenario moved = s;
  std::swap(moved.lanes[0], moved.lanes[1]);
  moved.lanes[0].transit.law = measured({9, 8, 7});
  CHECK(law_of(resampled(moved, 4), 1).drawn == drawn);
  Scenario other = s;
  other.seed = s.seed + 1;
  CHECK(law_of(resampled(other, 4), 0).drawn != drawn);
}

TEST_CASE("what cannot be resampled is told at its place, and nothing at all is an error") {
  Scenario s = with_lead_times(measured({1, 2, 3}, {0.5, 0.25, 0.25}));
  s.lanes[1].transit.law = measured({4});
  s.lanes[2].transit.law = Exponential{Measure{static_cast<double>(day)}};
  prepare(s.lanes[2].transit.law);
  Issues issues;
  CHECK(observed_inputs(s, {0, 7, 1}, true, issues).empty());
  const auto found = codes(issues);
  CHECK(found ==
        std::vector<std::string>{"weights_do_not_count", "one_observation", "no_observations", "nothing_to_resample"});
  CHECK(issues[0].line == s.lanes[0].where.line);
  CHECK(issues[0].path == "lanes." + s.lanes[0].name + ".transit");
  CHECK(issues[1].line == s.lanes[1].where.line);
  CHECK(issues[2].line == 7);
  CHECK(issues[2].problem.find("lanes." + s.lanes[2].name + ".transit") != std::string::npos);
  CHECK(issues[3].severity == Severity::error);
  CHECK(issues[3].file == "s.yaml");
  Issues milder;
  CHECK(observed_inputs(s, {}, false, milder).empty());
  CHECK_FALSE(has_errors(milder));
}

TEST_CASE("a history is drawn in whole blocks, which keep their hours and their order") {
  Scenario s = with_lead_times(measured({1, 2, 3}));
  s.warmup = {14 * day};
  s.length = {28 * day};
  replay(s, -14, 42);
  Issues issues;
  observed_inputs(s, {}, true, issues);
  CHECK(has(codes(issues), "history_kept"));
  CHECK(resampled(s, 2).demand[0].trace[0].lines.size() == 42);
  s.inputs->blocks = Duration{week};
  issues.clear();
  const auto inputs = observed_inputs(s, {}, true, issues);
  CHECK_FALSE(has(codes(issues), "history_kept"));
  REQUIRE(inputs.size() == 2);
  CHECK(inputs[1].name == "lines.csv");
  CHECK(inputs[1].observations == 6);
  CHECK(inputs[1].blocks);
  std::set<Quantity> first_days;
  for (std::uint64_t b = 0; b < 50; ++b) {
    const std::vector<TraceLine> lines = resampled(s, b).demand[0].trace[0].lines;
    REQUIRE(lines.size() == 42);
    for (int d = 0; d < 42; ++d) {
      const TraceLine& line = lines[static_cast<std::size_t>(d)];
      CHECK(line.at == (d - 14) * day + 9 * hour);
      const Quantity source = line.units - 1000;  // the day it was observed on
      CHECK((source - (d - 14)) % 7 == 0);
      if (d % 7 != 0) CHECK(line.units == lines[static_cast<std::size_t>(d - 1)].units + 1);
    }
    first_days.insert(lines[0].units);
  }
  CHECK(first_days == std::set<Quantity>{986, 993, 1000, 1007, 1014, 1021});
}

TEST_CASE("a history that ends before the run is drawn from, and one of a single block is refused") {
  Scenario s = with_lead_times(measured({1, 2, 3}));
  s.warmup = {};
  s.length = {21 * day};
  s.inputs->blocks = Duration{week};
  replay(s, -70, 40);
  Issues issues;
  observed_inputs(s, {}, true, issues);
  CHECK_FALSE(has_errors(issues));
  const std::vector<TraceLine> lines = resampled(s, 0).demand[0].trace[0].lines;
  REQUIRE(lines.size() == 21);
  CHECK(lines.front().at == 9 * hour);
  CHECK(lines.back().at == 20 * day + 9 * hour);
  replay(s, 0, 10);
  issues.clear();
  observed_inputs(s, {0, 9, 1}, true, issues);
  REQUIRE(has_errors(issues));
  CHECK(has(codes(issues), "blocks_too_long"));
}

TEST_CASE("every law that a scenario states is found under the path that a patch would name") {
  Scenario s = three_echelons();
  s.customers.patience = TimeLaw{Exponential{Measure{1e9}}};
  s.demand[0].customers.patience = s.customers.patience;
  Regime regime;
  RandomSpells spells;
  spells.up.law = Exponential{Measure{1e9}};
  regime.when = spells;
  s.demand[0].surges.push_back({"good-times", {}, regime});
  Disruption storm;
  storm.name = "storm";
  storm.when = spells;
  s.disruptions.push_back(storm);
  std::set<std::string> paths;
  for (const auto& each : laws_of(std::as_const(s))) paths.insert(each.path);
  const std::string entry = "demand." + s.demand[0].name;
  for (const std::string& path : {std::string("customers.patience"), entry + ".customers.patience", entry + ".size",
                                  entry + ".patience", entry + ".surges.good-times.when.up",
                                  std::string("disruptions.storm.when.up"), "lanes." + s.lanes[0].name + ".transit"}) {
    INFO(path);
    CHECK(paths.contains(path) == (path != entry + ".customers.patience"));
  }
}
