// Checks: the short notation and the mapping mean the same, in the metric's unit.
#include "catch.hpp"
#include "input/support.hpp"
#include "measure/kpi.hpp"

using namespace restock;
using namespace restock::test;

namespace {

std::vector<Check> checks_of(const std::string& list) { return must_read(scenario_text("expect: " + list)).expect; }

Check check_of(const std::string& text) {
  const auto checks = checks_of("[ " + text + " ]");
  REQUIRE(checks.size() == 1);
  return checks[0];
}

std::string name_of(const std::optional<Reference>& part) { return part ? part->name : "-"; }

}  // namespace

TEST_CASE("a check in words and the same as a mapping are one and the same") {
  for (const char* text : {"fill_rate at b product p in more >= 95 %", "fill_rate in more product p at b>=0.95",
                           "{ metric: fill_rate, at: b, product: p, in: more, at_least: 95 % }",
                           "{ metric: fill_rate, at: b, product: p, in: more, at_least: 0.95 }"}) {
    INFO(text);
    const Check check = check_of(text);
    CHECK(metrics()[check.index].name == "fill_rate");
    CHECK(name_of(check.at) == "b");
    CHECK(name_of(check.product) == "p");
    CHECK(name_of(check.in) == "more");
    CHECK(check.relation == Relation::at_least);
    CHECK(check.bound == Approx(0.95));
  }
}

TEST_CASE("all four relations are read, and nothing but the metric and the bound is needed") {
  const auto checks = checks_of("[ profit >= -3.5, profit <= 1e3, profit > 0, profit < 7 ]");
  REQUIRE(checks.size() == 4);
  const Relation relations[]{Relation::at_least, Relation::at_most, Relation::above, Relation::below};
  const double bounds[]{-3.5, 1000.0, 0.0, 7.0};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(checks[i].relation == relations[i]);
    CHECK(checks[i].bound == bounds[i]);
    CHECK_FALSE(checks[i].at);
    CHECK_FALSE(checks[i].in);
  }
}

TEST_CASE("bounds are in the unit of the metric") {
  CHECK(check_of("mean_wait < 36 h").bound == 1.5);
  CHECK(check_of("mean_promise_slip <= -12 h").bound == -0.5);
  CHECK(check_of("total_cost <= 400").bound == 400.0);
  CHECK(check_of("total_cost <= 400 money/d").bound == 400.0);
  CHECK(check_of("total_cost <= 400 per d").bound == 400.0);
  CHECK(check_of("mean_on_hand < 12.5 units").bound == 12.5);
  CHECK(check_of("bullwhip < 150 %").bound == 1.5);
}

TEST_CASE("names of several words need no quotes, keywords and signs inside them do") {
  CHECK(name_of(check_of("fill_rate at old town shop > 0.5").at) == "old town shop");
  CHECK(name_of(check_of("\"fill_rate at 'shop at home' > 0.5\"").at) == "shop at home");
  const Check odd = check_of("\"fill_rate at 'a > b' > 0.5\"");
  CHECK(name_of(odd.at) == "a > b");
  CHECK(check_text(odd, "a > b", "") == "fill_rate at \"a > b\" > 0.5");
}

TEST_CASE("a part of a check is complained of where it stands") {
  CHECK(problems_of(scenario_text("expect:\n  - fill_rate at b near c >= 0.5")) == "");
  CHECK(problems_of(scenario_text("expect:\n  - fill_rate near b >= 0.5")) == "8:15 bad_check");
  CHECK(problems_of(scenario_text("expect:\n  - \"fill_rate near b >= 0.5\"")) == "8:16 bad_check");
  CHECK(problems_of(scenario_text("expect:\n  - fill_rate at b at c >= 0.5")) == "8:20 bad_check");
  CHECK(problems_of(scenario_text("expect:\n  - fill_rate at b >=")) == "8:20 bad_check");
  CHECK(problems_of(scenario_text("expect:\n  - fill_rate at >= 0.5")) == "8:15 bad_check");
}

TEST_CASE("checks can be set and added by patches") {
  Issues issues;
  const Document document =
      parse_document(scenario_text("expect: [ fill_rate >= 0.5, profit > 0 ]"), "test.yaml", "", issues);
  const Document changed =
      patched(document, {parse_patch("expect[1]=profit > 10", issues), parse_patch("expect.+=lost_rate < 2 %", issues)},
              issues);
  const auto checks = must_read(changed).expect;
  REQUIRE(checks.size() == 3);
  CHECK(checks[1].bound == 10.0);
  CHECK(checks[2].bound == Approx(0.02));
}
