// Every shipped scenario runs, and its base keeps the fixed shape of the summary.
#include "catch.hpp"

#include "shell.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

TEST_CASE("every shipped scenario is valid and runs without a warning") {
  std::vector<std::filesystem::path> scenarios;
  for (const auto& entry : std::filesystem::directory_iterator(RESTOCK_SOURCE_DIR "/scenarios"))
    if (entry.path().extension() == ".yaml") scenarios.push_back(entry.path());
  std::sort(scenarios.begin(), scenarios.end());
  REQUIRE(scenarios.size() >= 10);
  for (const auto& scenario : scenarios) {
    INFO(scenario.filename());
    const Answer outcome = restock("run '" + scenario.string() + "' --replications 2 --json");
    INFO(outcome.err);
    CHECK(outcome.code == 0);
    CHECK(outcome.err.find("warning") == std::string::npos);
    CHECK(outcome.out.starts_with("{\"schema\":\"restock.run/1\""));
    for (const char* metric : {"fill_rate", "promise_kept_rate", "p95_wait", "inventory_to_sales", "total_cost"})
      CHECK(outcome.out.find("\"" + std::string(metric) + "\"") != std::string::npos);
    const std::string first_line = text_of(scenario).substr(0, text_of(scenario).find('\n'));
    CHECK(first_line.starts_with("# "));
  }
}

TEST_CASE("the network of a scenario is drawn as dot and as svg") {
  const Answer dot = restock("network '" + shipped("two_echelons.yaml") + "'");
  CHECK(dot.code == 0);
  CHECK(dot.out.starts_with("digraph"));
  const Answer svg = restock("network '" + shipped("two_echelons.yaml") + "' --format svg");
  CHECK(svg.code == 0);
  CHECK(svg.out.find("</svg>") != std::string::npos);
}

TEST_CASE("lists, schema and help answer on standard output") {
  for (const char* topic : {"policies", "distributions", "arrivals", "acceptance", "metrics", "sections"}) {
    const Answer outcome = restock(std::string("list ") + topic);
    CHECK(outcome.code == 0);
    CHECK(outcome.out.size() > 100);
    CHECK(restock(std::string("list --json ") + topic).out.starts_with("{"));
  }
  CHECK(restock("list policy").code == 2);
  CHECK(restock("schema").out.find("draft-07") != std::string::npos);
  CHECK(restock("--help").code == 0);
  CHECK(restock("--version").out.starts_with("restock "));
}
