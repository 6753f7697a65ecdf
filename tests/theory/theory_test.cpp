// Known answers: what theory says a scenario has to give, it gives.
#include "catch.hpp"
#include "theory/known_answers.hpp"

#include <iomanip>
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
        INFO(said(one.expected[i], findings[i]));
        CHECK(findings[i].near(one.expected[i]));
        CHECK(findings[i].sharp(one.expected[i]));
      }
    }
  }
}

}  // namespace

TEST_CASE("deterministic scenarios meet their traces exactly") { check(deterministic()); }
TEST_CASE("continuous review meets Hadley and Whitin, Palm, and the start-up transient") { check(continuous_review()); }
TEST_CASE("periodic review meets the textbooks' L and L + 1 periods") { check(periodic_review()); }
TEST_CASE("lost sales meet Erlang and Zipkin's benchmark") { check(lost_sales()); }
TEST_CASE("customers who balk or give up leave every ledger: birth-death laws hold") { check(impatient_customers()); }
TEST_CASE("a base stock of c before c production lines is a queue with c servers") { check(production_queues()); }
TEST_CASE("multi-echelon systems meet their exact laws, not METRIC's") { check(networks()); }
TEST_CASE("workloads that other simulators ran give the same figures") { check(peer_workloads()); }
