// Comparisons with the best: by hand, and how often all intervals hold at once.
#include "estimate/best.hpp"

#include "luck.hpp"

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace restock;
using restock_test::bell;
using restock_test::four_errors;

namespace {

using Values = std::vector<std::vector<double>>;

std::vector<AgainstBest> compared(const Values& values, bool higher) {
  return against_the_best({values.begin(), values.end()}, higher);
}

}  // namespace

TEST_CASE("two alternatives by hand") {
  // Differences 1, 2, 3: mean 2, s/√n = 1/√3, t(0.975, 2) = 4.3026527: half-width 2.484.
  const Values values{{2.0, 4.0, 6.0}, {1.0, 2.0, 3.0}};
  const std::vector<AgainstBest> higher = compared(values, true);
  const double w = 4.3026527 / std::sqrt(3.0);
  CHECK(higher[0].may_be_best);
  CHECK(higher[1].may_be_best);
  CHECK(higher[0].low.value() == Approx(2.0 - w));
  CHECK(higher[0].high.value() == Approx(2.0 + w));
  CHECK(higher[1].low.value() == Approx(-2.0 - w));
  CHECK(higher[1].high.value() == Approx(w - 2.0));
  CHECK(higher[1].enough == static_cast<std::size_t>(std::ceil(3.0 * w * w / 4.0)));
  CHECK_FALSE(higher[0].enough);
  // The same numbers as costs: what was better by 2 is now worse by 2, in the same unit.
  const std::vector<AgainstBest> lower = compared(values, false);
  CHECK(lower[1].low.value() == Approx(-2.0 - w));
  CHECK(lower[1].high.value() == Approx(w - 2.0));
  CHECK(lower[0].high.value() == Approx(2.0 + w));
}

TEST_CASE("a clear winner is at least as good as all others, and they are told by whom they are beaten") {
  const Values values{{10.0, 11.0, 12.0, 13.0}, {5.0, 6.1, 7.0, 7.9}, {1.0, 2.0, 3.1, 4.0}};
  const std::vector<AgainstBest> result = compared(values, true);
  CHECK(result[0].may_be_best);
  CHECK(result[0].low.value() == 0.0);
  CHECK(result[0].high.value() > 5.0);
  CHECK_FALSE(result[1].may_be_best);
  CHECK(result[1].winner == 0);
  CHECK(result[2].winner == 0);
  CHECK(result[2].high.value() == 0.0);
  CHECK(result[2].low.value() < -8.9);
  CHECK(result[1].correlation.value() > 0.99);
  CHECK(result[1].variance_ratio.value() < 0.01);
  CHECK_FALSE(result[1].enough);
}

TEST_CASE("an alternative without a value is no candidate and stands in nobody's way") {
  const double absent = std::numeric_limits<double>::quiet_NaN();
  const std::vector<AgainstBest> result = compared({{absent, absent}, {1.0, 2.0}, {1.1, 2.1}}, true);
  CHECK_FALSE(result[0].may_be_best);
  CHECK_FALSE(result[0].high);
  CHECK(result[2].may_be_best);
  CHECK(result[1].winner == 2);
}

TEST_CASE("one replication tells nothing") {
  for (const AgainstBest& one : compared({{1.0}, {2.0}}, true)) {
    CHECK(one.may_be_best);
    CHECK_FALSE(one.low);
  }
}

TEST_CASE("all intervals hold at once as often as they say, and the best is hardly ever excluded") {
  // Five alternatives with correlated luck and unlike variances; 1,000 results of 12 replications each.
  constexpr int results = 1000;
  const std::vector<double> truth{0.0, 0.3, 1.0, 1.0, -2.0}, spread{0.3, 1.0, 0.5, 2.0, 0.2};
  for (const bool higher : {true, false}) {
    int all_hold = 0, best_kept = 0;
    for (int trial = 0; trial < results; ++trial) {
      Draws draws({51, static_cast<std::uint64_t>(trial), higher ? 7U : 8U, Purpose::test, 0});
      Values values(truth.size());
      for (int r = 0; r < 12; ++r) {
        const double shared = bell(draws);
        for (std::size_t a = 0; a < truth.size(); ++a) values[a].push_back(truth[a] + shared + spread[a] * bell(draws));
      }
      const std::vector<AgainstBest> found = compared(values, higher);
      bool hold = true, kept = false;
      for (std::size_t a = 0; a < truth.size(); ++a) {
        double others = higher ? -HUGE_VAL : HUGE_VAL;
        for (std::size_t b = 0; b < truth.size(); ++b)
          if (b != a) others = higher ? std::max(others, truth[b]) : std::min(others, truth[b]);
        const double difference = truth[a] - others;
        hold = hold && found[a].low.value() <= difference && difference <= found[a].high.value();
        const bool is_best = higher ? truth[a] >= 1.0 : truth[a] <= -2.0;
        kept = kept || (is_best && found[a].may_be_best);
      }
      all_hold += hold ? 1 : 0;
      best_kept += kept ? 1 : 0;
    }
    UNSCOPED_INFO("all intervals hold in " << all_hold << ", the best is kept in " << best_kept << " of " << results);
    CHECK(static_cast<double>(all_hold) / results >= 0.95 - four_errors(0.95, results));
    CHECK(static_cast<double>(best_kept) / results >= 0.95 - four_errors(0.95, results));
  }
}
