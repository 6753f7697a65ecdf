// The key `sweep:`: what factors become. What is wrong with them is in broken/.
#include "input/sweep.hpp"
#include "catch.hpp"
#include "input/support.hpp"

using namespace restock;
using namespace restock::test;

namespace {

SweepSection sweep_of(const std::string& text, const std::string& folder = {}) {
  Issues issues;
  Document document = parse_document(scenario_text("sweep: { " + text + " }"), "test.yaml", folder, issues);
  auto section = read_sweep(document, issues);
  INFO(long_form(issues));
  REQUIRE(issues.empty());
  REQUIRE(section);
  return *section;
}

std::string levels_of(const std::string& factor, const std::string& folder = {}) {
  std::string text;
  const SweepSection section = sweep_of("factors: { x: { path: length_of_nothing, " + factor + " } }", folder);
  for (const Node& level : section.factors[0].levels)
    text += (text.empty() ? "" : " | ") + (level.is_scalar() ? level.text : "…");
  return text;
}

}  // namespace

TEST_CASE("a factor takes the values of a list, whatever they are") {
  CHECK(levels_of("values: [1, 2 d, high, {a: 1}]") == "1 | 2 d | high | …");
}

TEST_CASE("a range has equal steps or equal ratios, keeps its unit and is rounded when asked to") {
  CHECK(levels_of("from: 10, to: 30, steps: 5") == "10 | 15 | 20 | 25 | 30");
  CHECK(levels_of("from: 0.1, to: 0.9, steps: 9") == "0.1 | 0.2 | 0.3 | 0.4 | 0.5 | 0.6 | 0.7 | 0.8 | 0.9");
  CHECK(levels_of("from: 1, to: 1000000, steps: 4, scale: log") == "1 | 100 | 10000 | 1000000");
  CHECK(levels_of("from: 2 per d, to: 8 per d, steps: 3, scale: log") == "2 per d | 4 per d | 8 per d");
  CHECK(levels_of("from: -1 d, to: 1 d, steps: 3") == "-1 d | 0 d | 1 d");
  CHECK(levels_of("from: 1, to: 2, steps: 4, round: 0.25") == "1 | 1.25 | 1.75 | 2");
  CHECK(levels_of("from: 10, to: 20, steps: 4, round: 1") == "10 | 13 | 17 | 20");
}

TEST_CASE("a factor takes the values of a column, each located in the table") {
  const Scratch scratch;
  scratch.write("rates.csv", "rate,other\n3 per d,1\n5 per d,2\n");
  CHECK(levels_of("file: rates.csv, column: rate", scratch.path()) == "3 per d | 5 per d");
  const auto section = sweep_of("factors: { x: { path: p, file: rates.csv, column: rate } }", scratch.path());
  CHECK(section.factors[0].levels[1].where.line == 3);
  CHECK(section.factors[0].levels[1].where.column == 1);
}

TEST_CASE("one factor may change several places") {
  const auto section = sweep_of("design: zip, factors: { x: { path: [a.b, c.d], values: [1] } }");
  CHECK(section.design == DesignKind::zip);
  CHECK(section.factors[0].paths == std::vector<std::string>{"a.b", "c.d"});
}

TEST_CASE("a sampled design says how many points") {
  for (const char* text : {"design: latin_hypercube(points: 40)", "design: latin_hypercube(40)",
                           "design: { kind: latin_hypercube, points: 40 }"}) {
    const auto section = sweep_of(std::string(text) + ", factors: { x: { path: p, from: 1, to: 2 } }");
    CHECK(section.design == DesignKind::latin_hypercube);
    CHECK(section.points == 40);
    CHECK(section.factors[0].levels.empty());
  }
}
