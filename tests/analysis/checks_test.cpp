// Checks as people and build servers read them, and the table over many scenarios.
#include "analysis/checks.hpp"
#include "analysis/batch.hpp"
#include "analysis/summary.hpp"

#include "catch.hpp"

#include <nlohmann/json.hpp>

using namespace restock;

namespace {

CheckedClaim claim(const std::string& text, Judgement judgement, const Estimate& value) {
  CheckedClaim c;
  c.text = text;
  c.alternative = "base";
  c.metric = metric_index("fill_rate").value();
  c.bound = 0.95;
  c.file = "a.yaml";
  c.line = 12;
  c.value = value;
  c.judgement = judgement;
  return c;
}

std::vector<CheckedClaim> three() {
  std::vector<CheckedClaim> claims{claim("fill_rate at \"R&D\" >= 0.95", Judgement::met, {10, 0.98, 0.014, 0.01}),
                                   claim("fill_rate >= 0.95", Judgement::missed, {10, 0.90, 0.014, 0.01}),
                                   claim("fill_rate at shop >= 0.95", Judgement::undecided, {10, 0.955, 0.014, 0.01})};
  claims[2].alternative = "more";
  claims[2].enough = 40;
  return claims;
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

BatchRun ran(const std::string& path, const std::vector<double>& fill) {
  ResultHeader header;
  header.scenario = path;
  header.length = 10 * day;
  header.replications = fill.size();
  header.axes.alternatives = {"base", "more"};
  BatchRun run;
  run.path = path;
  run.results = Results(header);
  for (std::size_t r = 0; r < fill.size(); ++r)
    run.results->totals[metric_index("fill_rate").value()][run.results->cell(0, r)] = fill[r];
  return run;
}

}  // namespace

TEST_CASE("the_table_says_what_was_met_missed_or_left_open_and_how_to_close_it") {
  const std::string table = checks_table(three());
  CHECK_THAT(table, Catch::Contains("  missed     fill_rate >= 0.95 "));
  CHECK_THAT(table, Catch::Contains("fill_rate at shop >= 0.95 in more"));
  CHECK_THAT(table, Catch::Contains("0.955 ± 0.010  about 40 replications would tell"));
  CHECK_THAT(table, Catch::Contains("1 of 3 met, 1 missed, 1 undecided"));
  CHECK(checks_table({}).empty());
}

TEST_CASE("junit_has_a_failure_for_what_was_missed_skips_what_is_open_and_escapes_names") {
  const std::string xml = junit_xml({{"A <b>", three(), ""}, {"b.yaml", {}, "line 3: bad & wrong"}});
  CHECK(xml.starts_with("<?xml"));
  CHECK_THAT(xml,
             Catch::Contains("<testsuites name=\"restock\" tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\">"));
  CHECK_THAT(xml,
             Catch::Contains("<testsuite name=\"A &lt;b&gt;\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\">"));
  CHECK_THAT(xml,
             Catch::Contains("name=\"fill_rate at &quot;R&amp;D&quot; &gt;= 0.95\" file=\"a.yaml\" line=\"12\"/>"));
  CHECK_THAT(xml, Catch::Contains("<failure message=\"0.900 ± 0.010\"/>"));
  CHECK_THAT(xml, Catch::Contains("<error message=\"line 3: bad &amp; wrong\"/>"));
  CHECK(times(xml, "<testcase ") == 4);
  CHECK(times(xml, "<skipped ") == 1);
  CHECK(times(xml, "</testsuite>") == 2);
}

TEST_CASE("json_has_the_checks_with_bound_interval_and_outcome_and_none_where_there_are_none") {
  const BatchRun run = ran("a.yaml", {0.9, 0.8});
  RunFacts facts;
  facts.checks = three();
  const auto json = nlohmann::json::parse(summary_json(*run.results, facts));
  REQUIRE(json["checks"].size() == 3);
  CHECK(json["checks"][0]["outcome"] == "met");
  CHECK(json["checks"][0]["relation"] == ">=");
  CHECK(json["checks"][0]["bound"] == 0.95);
  CHECK(json["checks"][1]["mean"] == 0.90);
  CHECK(json["checks"][2]["alternative"] == "more");
  CHECK(json["checks"][2]["replications_to_tell"] == 40);
  CHECK_FALSE(nlohmann::json::parse(summary_json(*run.results)).contains("checks"));
}

TEST_CASE("a_batch_is_one_table_in_which_those_that_did_not_run_say_why") {
  BatchRun bad;
  bad.path = "bad.yaml";
  bad.code = 3;
  bad.error = "line 1: lenght: is not a known key";
  bad.json = R"({"error": {"code": "unknown_key"}})";
  BatchRun good = ran("good.yaml", {0.90, 0.92});
  good.claims = three();
  good.json = summary_json(*good.results);
  const std::string table = batch_table({good, bad});
  CHECK_THAT(table, Catch::Contains("scenario"));
  CHECK_THAT(table, Catch::Contains("good.yaml  0.91 ± 0.13  1 of 2 met, 1 missed"));
  CHECK_THAT(table, Catch::Contains("  more               –            0 of 1 met"));
  CHECK_THAT(table, Catch::Contains("bad.yaml: did not run: line 1: lenght"));
  CHECK_THAT(table, Catch::Contains("1 of 2 scenarios ran"));
  CHECK_THAT(table, !Catch::Contains("profit"));
  const auto json = nlohmann::json::parse(batch_json({good, bad}));
  CHECK(json["schema"] == "restock.batch/1");
  CHECK(json["runs"][0]["result"]["schema"] == "restock.run/1");
  CHECK(json["runs"][1]["exit_code"] == 3);
  CHECK(json["runs"][1]["result"]["error"]["code"] == "unknown_key");
}
