// The summary for people and for programs.
#include "analysis/summary.hpp"
#include "output/small_result.hpp"

#include <nlohmann/json.hpp>

using namespace restock;
using namespace restock::test;

namespace {

/// Two alternatives of `n` replications; every metric is undefined but those that a test sets.
Results blank(std::size_t n, std::vector<std::string> alternatives = {"base", "other"}) {
  ResultHeader header;
  header.scenario = "Blank";
  header.start = "2026-01-01";
  header.length = 365 * day;
  header.replications = n;
  header.axes.alternatives = std::move(alternatives);
  Results results(header);
  results.present.assign(results.present.size(), 1);
  return results;
}

void set(Results& results, const char* metric, std::size_t alternative, const std::vector<double>& values) {
  for (std::size_t r = 0; r < values.size(); ++r)
    results.totals[metric_index(metric).value()][results.cell(alternative, r)] = values[r];
}

Results measured(Detail detail, std::size_t replications = 3) {
  const SmallRun run(detail, replications);
  Results results(run.header, detail >= Detail::stock_point);
  for (std::size_t a = 0; a < 2; ++a)
    for (std::size_t r = 0; r < replications; ++r) results.add(run.cell(a, r));
  return results;
}

}  // namespace

TEST_CASE("the_table_shows_mean_and_half_width_with_as_many_decimals_as_the_interval_warrants") {
  Results results = blank(3);
  set(results, "fill_rate", 0, {0.90, 0.91, 0.92});
  set(results, "fill_rate", 1, {0.95, 0.95, 0.95});
  set(results, "total_cost", 0, {48000.0, 49000.0, 47000.0});
  const std::string table = summary_table(results);
  CHECK_THAT(table, Catch::Contains("fill_rate             0.910 ± 0.025  0.950 ± 0.000"));
  CHECK_THAT(table, Catch::Contains("total_cost [money/d]   48000 ± 2484              –"));
  CHECK_THAT(table, !Catch::Contains("mean_wait"));
  CHECK_THAT(table, Catch::Contains("365 d from 2026-01-01, 3 replications, seed 0"));
}

TEST_CASE("alternatives_that_do_not_fit_follow_in_a_block_of_their_own") {
  Results results = blank(2, {"an alternative with a rather long name", "a second one of the same kind", "third"});
  for (std::size_t a = 0; a < 3; ++a) set(results, "demand", a, {100.0, 102.0});
  const std::string table = summary_table(results, false, 80);
  CHECK(table.find("third") > table.find("demand"));
  std::size_t rows = 0;
  for (std::size_t at = table.find("demand"); at != std::string::npos; at = table.find("demand", at + 1)) ++rows;
  CHECK(rows == 2);
}

TEST_CASE("json_has_the_fixed_names_and_null_where_nothing_is_defined") {
  const auto json = nlohmann::json::parse(summary_json(measured(Detail::total)));
  CHECK(json["schema"] == "restock.run/1");
  CHECK(json["scenario"] == "Kettles");
  CHECK(json["seed"] == 7);
  CHECK(json["replications"] == 3);
  REQUIRE(json["alternatives"].size() == 2);
  const auto& base = json["alternatives"][0];
  CHECK(base["name"] == "base");
  CHECK_FALSE(base.contains("stock_points"));
  CHECK(base["metrics"].size() == metrics().size());
  CHECK(base["metrics"]["demand"]["mean"] == 101.0);
  CHECK(base["metrics"]["demand"]["half_width"].get<double>() == Approx(4.3026527 / std::sqrt(3.0)));
  CHECK_FALSE(base["metrics"]["demand"].contains("n"));
  CHECK(base["metrics"]["bullwhip"]["mean"].is_null());
  CHECK(base["metrics"]["bullwhip"]["n"] == 0);
}

TEST_CASE("json_of_a_single_replication_has_means_without_half_width") {
  const auto json = nlohmann::json::parse(summary_json(measured(Detail::total, 1)));
  CHECK(json["alternatives"][0]["metrics"]["fill_rate"]["mean"] == 0.7);
  CHECK(json["alternatives"][0]["metrics"]["fill_rate"]["half_width"].is_null());
}

TEST_CASE("json_lists_the_stock_points_that_an_alternative_has") {
  const auto json = nlohmann::json::parse(summary_json(measured(Detail::stock_point)));
  const auto &base = json["alternatives"][0]["stock_points"], &other = json["alternatives"][1]["stock_points"];
  CHECK(base.size() == 2);
  REQUIRE(other.size() == 3);
  CHECK(other[2]["site"] == "café");
  CHECK(other[2]["product"] == "kettle");
  CHECK(other[2]["metrics"]["demand"]["mean"] == 101.0);
}

TEST_CASE("a_name_that_is_not_utf8_does_not_break_the_json") {
  Results results = blank(1);
  results.header.scenario = "caf\xe9";
  CHECK_NOTHROW(nlohmann::json::parse(summary_json(results)));
}

TEST_CASE("disruptions_are_shown_with_their_share_of_time_and_their_spells_where_there_are_any") {
  const std::string table = summary_table(measured(Detail::total));
  CHECK_THAT(table, Catch::Contains("  port strike              20.0 % in 2  20.0 % in 2\n"));
  CHECK_THAT(table, Catch::Contains("  surge online/sale                  –  50.0 % in 0\n"));
  CHECK_THAT(summary_table(blank(3)), !Catch::Contains("spells"));
  const auto json = nlohmann::json::parse(summary_json(measured(Detail::total)))["alternatives"];
  REQUIRE(json[0]["disruptions"].size() == 1);
  CHECK(json[0]["disruptions"][0]["name"] == "port strike");
  CHECK(json[0]["disruptions"][0]["active"]["mean"] == 0.2);
  CHECK(json[1]["disruptions"][0]["spells"]["half_width"].get<double>() == Approx(4.3026527 / std::sqrt(3.0)));
  CHECK(json[1]["disruptions"].size() == 2);
  CHECK_FALSE(nlohmann::json::parse(summary_json(blank(1)))["alternatives"][0].contains("disruptions"));
}
