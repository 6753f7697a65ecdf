// Comparison: paired, simultaneous, honest about what it does not know.
#include "analysis/compare.hpp"

#include "output/error.hpp"
#include "random/draws.hpp"

#include "catch.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace restock;

namespace {

using Values = std::vector<std::vector<double>>;

Results results_with(const char* metric, const Values& values, std::vector<std::string> names, std::uint64_t seed = 7) {
  ResultHeader header;
  header.scenario = "Pairs";
  header.length = 10 * day;
  header.seed = seed;
  header.replications = values[0].size();
  header.axes.alternatives = std::move(names);
  Results results(header);
  for (std::size_t a = 0; a < values.size(); ++a)
    for (std::size_t r = 0; r < values[a].size(); ++r)
      results.totals[metric_index(metric).value()][results.cell(a, r)] = values[a][r];
  return results;
}

const Difference& only(const Contender& contender) {
  REQUIRE(contender.differences.size() == 1);
  return contender.differences[0];
}

}  // namespace

TEST_CASE("a_small_gain_on_the_same_customers_is_clear_where_independent_runs_would_not_tell") {
  const Values values{{0.80, 0.90, 0.70, 0.85}, {0.82, 0.921, 0.719, 0.87}};
  const Comparison c = compare({{"r.h5", results_with("fill_rate", values, {"base", "second"})}});
  const Difference& d = only(c.contenders[0]);
  CHECK(d.paired.difference.mean.value() == Approx(0.02));
  CHECK(d.paired.correlation.value() > 0.99);
  CHECK(d.paired.variance_ratio.value() < 0.01);
  CHECK(d.verdict == Verdict::better);
  CHECK_THAT(compare_table(c), Catch::Contains("second against base: better in fill_rate."));
}

TEST_CASE("lower_cost_is_better_and_noise_is_unclear") {
  const Values values{{100, 110, 90, 105}, {90, 99, 81, 94}, {130, 80, 120, 85}};
  const Comparison c = compare({{"r.h5", results_with("total_cost", values, {"base", "lean", "noisy"})}});
  CHECK(only(c.contenders[0]).verdict == Verdict::better);
  CHECK(only(c.contenders[1]).verdict == Verdict::unclear);
  const std::string table = compare_table(c);
  CHECK_THAT(table, Catch::Contains("noisy against base: no clear difference in total_cost."));
  CHECK_THAT(table, Catch::Contains("ranking by total_cost (lower is better)"));
  CHECK(c.ranking[0].name == "lean");
  CHECK(c.ranking[0].may_be_best);
}

TEST_CASE("a_measure_that_is_neither_good_nor_bad_is_higher_or_lower") {
  const Values values{{10, 11, 12}, {20, 21, 22}};
  const Comparison c =
      compare({{"r.h5", results_with("mean_on_hand", values, {"base", "full"})}}, {"", "", {"mean_on_hand"}});
  CHECK(only(c.contenders[0]).verdict == Verdict::higher);
}

TEST_CASE("what_a_policy_cannot_touch_is_the_same_and_not_merely_unclear") {
  const Comparison c =
      compare({{"r.h5", results_with("fill_rate", {{0.8, 0.9, 0.7}, {0.8, 0.9, 0.7}}, {"base", "b"})}});
  CHECK(only(c.contenders[0]).verdict == Verdict::same);
  CHECK_THAT(compare_table(c), Catch::Contains("b against base: the same in fill_rate."));
}

TEST_CASE("the_base_can_be_named_and_a_wrong_name_lists_those_there_are") {
  const Values values{{1, 2, 3}, {2, 3, 4.5}};
  const std::vector<NamedResult> given{{"r.h5", results_with("total_cost", values, {"base", "dear"})}};
  const Comparison c = compare(given, {"dear", "", {}});
  CHECK(c.base == "dear");
  CHECK(c.contenders[0].name == "base");
  CHECK_THROWS_WITH(compare(given, {"cheap", "", {}}), Catch::Contains("is not an alternative"));
  CHECK_THROWS_WITH(compare(given, {"", "", {"fill_rat"}}), Catch::Contains("is not a metric"));
  CHECK_THROWS_WITH(compare(given, {"", "demand", {}}), Catch::Contains("ranks nothing"));
}

TEST_CASE("results_of_another_seed_or_a_lone_alternative_are_not_comparable") {
  const Results one = results_with("total_cost", {{1, 2, 3}}, {"base"});
  const Results other_seed = results_with("total_cost", {{1, 2, 3}}, {"base"}, 8);
  CHECK_THROWS_WITH(compare({{"a.h5", one}, {"b.h5", other_seed}}), Catch::Contains("another seed"));
  CHECK_THROWS_WITH(compare({{"a.h5", one}}), Catch::Contains("single alternative"));
  CHECK_THROWS_AS(compare({}), ResultError);
}

TEST_CASE("two_files_are_paired_over_their_common_replications_and_same_names_are_told_apart") {
  const Results longer = results_with("total_cost", {{10, 20, 30, 40, 50}}, {"base"});
  const Results shorter = results_with("total_cost", {{11, 21, 31}}, {"base"});
  const Comparison c = compare({{"a.h5", longer}, {"b.h5", shorter}});
  CHECK(c.base == "a.h5:base");
  CHECK(c.contenders[0].name == "b.h5:base");
  CHECK(c.replications == 3);
  CHECK(only(c.contenders[0]).paired.difference.n == 3);
  CHECK(only(c.contenders[0]).paired.difference.mean.value() == Approx(1.0));
}

TEST_CASE("with_equal_alternatives_a_false_alarm_is_as_rare_as_promised") {
  int alarms = 0;
  constexpr int trials = 400;
  for (int trial = 0; trial < trials; ++trial) {
    Draws draws({5, static_cast<std::uint64_t>(trial), 2, Purpose::test, 0});
    Values values(4, std::vector<double>(12));
    for (std::size_t r = 0; r < 12; ++r) {
      const double shared = 10.0 * draws.uniform();
      for (std::vector<double>& alternative : values) {
        alternative[r] = shared;
        for (int i = 0; i < 6; ++i) alternative[r] += draws.uniform();
      }
    }
    const Comparison c = compare({{"r.h5", results_with("total_cost", values, {"base", "b", "c", "d"})}});
    bool alarm = false;
    for (const Contender& contender : c.contenders) alarm = alarm || only(contender).verdict != Verdict::unclear;
    alarms += alarm ? 1 : 0;
  }
  // At most 5 % of 400 are expected; 4 standard errors more are 4.4 %.
  CHECK(static_cast<double>(alarms) / trials < 0.05 + 0.044);
}

TEST_CASE("the_clearly_best_is_named_and_the_others_are_told_by_whom_they_are_beaten") {
  const Values values{{100, 110, 90}, {50, 60, 40.5}, {80, 90.5, 70}};
  const Comparison c = compare({{"r.h5", results_with("total_cost", values, {"base", "best", "middle"})}});
  CHECK(c.ranking[0].name == "best");
  CHECK(c.ranking[1].beaten_by == "best");
  CHECK_FALSE(c.ranking[2].may_be_best);
  CHECK_THAT(compare_table(c), Catch::Contains("best is clearly best in total_cost."));
  const auto json = nlohmann::json::parse(compare_json(c));
  CHECK(json["schema"] == "restock.compare/1");
  CHECK(json["base"] == "base");
  CHECK(json["comparisons"][0]["metrics"]["total_cost"]["verdict"] == "better");
  CHECK(json["comparisons"][0]["metrics"]["total_cost"]["difference"].get<double>() == Approx(-49.8333333));
  CHECK(json["ranking"][0]["name"] == "best");
  CHECK(json["ranking"][0]["beaten_by"].is_null());
}

TEST_CASE("a_single_replication_compares_means_and_claims_nothing") {
  const Comparison c = compare({{"r.h5", results_with("total_cost", {{10}, {90}}, {"base", "dear"})}});
  CHECK(only(c.contenders[0]).verdict == Verdict::unclear);
  CHECK_FALSE(only(c.contenders[0]).paired.difference.half_width);
  CHECK(nlohmann::json::parse(compare_json(c))["comparisons"][0]["metrics"]["total_cost"]["half_width"].is_null());
}

TEST_CASE("several that may be best are told with how many replications would tell, and what pairing gained") {
  // Differences of the first two: −1, 2, −1, 3, 2, 1, mean 1, s = 1.673, t(1 − 0.05/4, 5) = 3.163: w = 2.16.
  const Values values{{100, 110, 90, 105, 95, 108}, {101, 108, 91, 102, 93, 107}, {200, 210, 190, 205, 195, 208}};
  const Comparison c = compare({{"r.h5", results_with("total_cost", values, {"base", "lean", "dear"})}});
  CHECK(c.ranking[0].name == "lean");
  CHECK(c.ranking[1].may_be_best);
  CHECK_FALSE(c.ranking[2].may_be_best);
  const double w = student_quantile(1.0 - 0.05 / 4.0, 5) *
                   c.contenders[0].differences[0].paired.difference.deviation.value() / std::sqrt(6.0);
  const auto enough = static_cast<std::size_t>(std::ceil(6.0 * w * w));
  CHECK(c.enough() == enough);
  CHECK(c.ranking[1].high.value() == Approx(1.0 + w));
  CHECK(c.ranking[1].low.value() == Approx(1.0 - w));
  CHECK(c.ranking[0].low.value() == Approx(-1.0 - w));
  const std::string table = compare_table(c);
  CHECK_THAT(table, Catch::Contains("Best in total_cost is one of lean and base"));
  CHECK_THAT(table, Catch::Contains("About " + std::to_string(enough) + " replications would tell (" +
                                    std::to_string(enough - 6) + " more)"));
  CHECK_THAT(table, Catch::Contains("Same customers: independent runs would need"));
  const auto json = nlohmann::json::parse(compare_json(c));
  CHECK(json["replications_to_tell"] == enough);
  CHECK(json["ranking"][1]["against_best"]["high"].get<double>() == Approx(1.0 + w));
  CHECK(json["ranking"][1]["correlation"].get<double>() > 0.9);
  CHECK_FALSE(json["ranking"][0].contains("correlation"));
}

TEST_CASE("equals cannot be told apart by any number of replications") {
  const Comparison c = compare({{"r.h5", results_with("total_cost", {{1, 2, 3}, {1, 2, 3}}, {"base", "same"})}});
  CHECK_FALSE(c.enough());
  CHECK_THAT(compare_table(c), Catch::Contains("Their means are equal"));
}
