// Known answers: what theory says a scenario has to give, it gives.
#include "catch.hpp"
#include "theory/known_answers.hpp"
#include "theory/readme.hpp"

#include <fstream>
#include <iomanip>
#include <iterator>
#include <sstream>

using namespace restock;
using namespace restock::theory;

namespace {

std::string said(const Expectation& expected, const Finding& finding) {
  std::ostringstream text;
  text << std::setprecision(10) << expected.metric << " of " << expected.alternative << ": expected " << expected.value
       << ", simulated " << finding.mean << " ± " << 4.0 * finding.error << " (4 s; at most "
       << expected.tolerance * std::abs(expected.value) << " allowed)";
  return text.str();
}

void check(const Chapter& chapter) {
  for (const Case& one : chapter) {
    DYNAMIC_SECTION(one.name) {
      const auto findings = run(one);
      for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!in_full && !findings[i].deterministic) continue;
        INFO(said(one.expected[i], findings[i]));
        CHECK(findings[i].near(one.expected[i]));
        CHECK(findings[i].sharp(one.expected[i]));
      }
    }
  }
}

Case case_named(const std::string& name) {
  for (const NamedChapter& chapter : chapters)
    for (const Case& one : chapter.cases())
      if (one.name == name) return one;
  throw std::runtime_error("no case " + name);
}

/// How many of a case's expectations a changed scenario still meets; twenty replications are enough to tell.
std::size_t still_near(const Case& one, std::vector<std::string> patches) {
  patches.push_back("replications=20");
  const auto findings = run(one, patches);
  std::size_t near = 0;
  for (std::size_t i = 0; i < findings.size(); ++i) near += findings[i].near(one.expected[i]) ? 1 : 0;
  return near;
}

const std::string readme = RESTOCK_SOURCE_DIR "/tests/theory/README.md";

}  // namespace

TEST_CASE("deterministic scenarios meet their traces exactly") { check(deterministic()); }
TEST_CASE("continuous review meets Hadley and Whitin, Palm, and the start-up transient") { check(continuous_review()); }
TEST_CASE("periodic review meets the textbooks' L and L + 1 periods") { check(periodic_review()); }
TEST_CASE("lost sales meet Erlang and Zipkin's benchmark") { check(lost_sales()); }
TEST_CASE("customers who balk or give up leave every ledger: birth-death laws hold") { check(impatient_customers()); }
TEST_CASE("a base stock of c before c production lines is a queue with c servers") { check(production_queues()); }
TEST_CASE("a port is the queue that the handbooks take it for") { check(ports()); }
TEST_CASE("suppliers and lanes that fail now and then meet renewal theory and Markov chains") { check(disruptions()); }
TEST_CASE("multi-echelon systems meet their exact laws, not METRIC's") { check(networks()); }
TEST_CASE("demand that moves has the means and variances of its laws") { check(moving_demand()); }
TEST_CASE("records that nobody trusts: shrinkage, the freeze and counts meet their chains") { check(wrong_records()); }
TEST_CASE("late information is a longer lead time, or a bullwhip") { check(late_information()); }
TEST_CASE("a shelf and its back room meet their renewal cycle") { check(two_places()); }
TEST_CASE("caps, shares, cards and orders on demand meet their chains") { check(policies()); }
TEST_CASE("who gets the last units: two classes and a critical level meet their chains") { check(rationing()); }
TEST_CASE("two suppliers: dual index, base surge and fallback meet their chains") { check(two_sources()); }
TEST_CASE("units called from neighbours: pooled stock meets Erlang, and patience ends waiting") { check(neighbours()); }
TEST_CASE("further visits: a retrial queue, goodwill that walks, returns, limits looked at again, presale") {
  check(visits());
}
TEST_CASE("policies that a planner writes: the optimal table, and the bullwhip of forecasts") {
  check(written_policies());
}
TEST_CASE("too much is a cost too: expiry, salvage, excess and expediting meet their laws") {
  check(expiry_and_excess());
}
TEST_CASE("reduced prices: the newsvendor with a clearance sale, and reductions by stock") { check(markdowns()); }
TEST_CASE("forecasts are as wrong as they must be") { check(forecasts()); }
TEST_CASE("levels that are set reach what they are set for") { check(set_levels_once_and_again()); }
TEST_CASE("promises, news and silence: who is offered what, and who leaves") { check(promises()); }
TEST_CASE("workloads that other simulators ran give the same figures") { check(peer_workloads()); }

// The mutants need statistics, which a slow build does not have.
TEST_CASE("a lead time one day too long, or a level one unit off, is not missed") {
  if (!in_full) return;
  const Case base_stock = case_named("CB-01");
  CHECK(still_near(base_stock, {}) == base_stock.expected.size());
  CHECK(still_near(base_stock, {"lanes.road.transit=5 d"}) == 0);
  // The last expectation is what is on order, which the level does not change.
  CHECK(still_near(base_stock, {"replenishment.shop.S=16"}) == 1);
  CHECK(still_near(base_stock, {"replenishment.shop.S=14"}) == 1);
}

TEST_CASE("L for L + 1 periods is not missed: demand seen and ordered first, or served before it is received") {
  if (!in_full) return;
  CHECK(still_near(case_named("PB-02"), {"order_of_day=demand, review, receive, serve"}) == 0);
  CHECK(still_near(case_named("W1b"), {"order_of_day=receive, review, demand"}) == 0);
}

TEST_CASE("supply that comes for customers who have left is not missed") {
  if (!in_full) return;
  CHECK(still_near(case_named("RN-01"), {"replenishment.shop.on_cancel=keep_supply"}) == 0);
}

TEST_CASE("METRIC's approximation is told from the exact law") {
  if (!in_full) return;
  Case metric = case_named("ME-04");
  metric.expected.resize(1);
  metric.expected[0].value = 0.235026;
  CHECK(still_near(metric, {}) == 0);
}

TEST_CASE("a run too short to tell does not pass") {
  Case base_stock = case_named("CB-01");
  base_stock.expected.resize(1);
  const std::vector<std::string> patches{"replications=3", "length=50 d"};
  CHECK_FALSE(run(base_stock, patches)[0].sharp(base_stock.expected[0]));
}

TEST_CASE("the page of known answers is current, and everything on it agrees") {
  std::ifstream file(readme);
  REQUIRE(file);
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  CHECK(without_findings(written) == without_findings(page(false)));
  CHECK(written.find("disagrees") == std::string::npos);
}

TEST_CASE("write the page of known answers", "[.][write-readme]") { std::ofstream(readme) << page(true); }
