// restock explain: one command for every word that the program reads or writes.
#include "catch.hpp"

#include "shell.hpp"

TEST_CASE("explain answers for a path, a member, a metric, a dataset, an error and a word of the trade") {
  const Answer path = restock("explain demand.surges.lift");
  CHECK(path.code == 0);
  CHECK(path.out.find("of:       surge promotion") != std::string::npos);
  const Answer two = restock("explain gamma");
  CHECK(two.out.find("gamma (distributions)") != std::string::npos);
  CHECK(two.out.find("gamma (demand_laws)") != std::string::npos);
  const Answer metric = restock("explain fill_rate");
  CHECK(metric.out.find("fill_rate (metric)") != std::string::npos);
  CHECK(metric.out.find("/stock_point_fill_rate") != std::string::npos);
  CHECK(restock("explain /summary/mean").out.find("alternative metric") != std::string::npos);
  CHECK(restock("explain summary/mean").code == 0);
  CHECK(restock("explain /timeseries").out.find("on_hand") != std::string::npos);
  CHECK(restock("explain missing_unit").out.starts_with("missing_unit (errors)"));
  CHECK(restock("explain inventory position").out.starts_with("inventory position (words)"));
  CHECK(restock("explain merge").out.find("restock merge (command)") != std::string::npos);
  CHECK(restock("explain sweep status").out.find("--json") != std::string::npos);
  CHECK(restock("explain policies").out.find("reorder_point") != std::string::npos);
}

TEST_CASE("explain is told apart from noise, with a suggestion, exit code 2 and the same as JSON") {
  const Answer typo = restock("explain fil_rate");
  CHECK(typo.code == 2);
  CHECK(typo.out.empty());
  CHECK(typo.err.find("did you mean fill_rate?") != std::string::npos);
  CHECK(restock("explain demand.arivals").err.find("did you mean demand.arrivals?") != std::string::npos);
  CHECK(restock("explain").code == 2);
  const Answer json = restock("explain reorder_point --json");
  CHECK(json.code == 0);
  CHECK(json.out.find("\"schema\": \"restock.explain/1\"") != std::string::npos);
  const Answer wrong = restock("explain fil_rate --json");
  CHECK(wrong.code == 2);
  CHECK(wrong.out.find("\"unknown_topic\"") != std::string::npos);
}

TEST_CASE("what a message calls a mistake can be looked up") {
  write_file("typo.yaml", "warmpu: 3 d\n");
  const Answer broken = restock("validate typo.yaml --json");
  const std::size_t at = broken.out.find("\"code\":");
  REQUIRE(at != std::string::npos);
  const std::size_t from = broken.out.find('"', at + 7) + 1;
  const std::string code = broken.out.substr(from, broken.out.find('"', from) - from);
  CHECK(restock("explain " + code).code == 0);
}
