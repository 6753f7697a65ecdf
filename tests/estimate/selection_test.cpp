// Kim and Nelson's selection: by hand on small cases, and its promise on the least favourable one.
#include "estimate/selection.hpp"

#include "estimate/precision.hpp"

#include "luck.hpp"

#include "catch.hpp"

#include <cmath>
#include <vector>

using namespace restock;
using restock_test::bell;
using restock_test::four_errors;

namespace {

using Values = std::vector<std::vector<double>>;

std::vector<std::span<const double>> spans(const Values& values) { return {values.begin(), values.end()}; }

struct Race {
  std::size_t chosen = 0;
  std::size_t cells = 0;  ///< replications of all alternatives together
};

/// k alternatives that share a part of their luck (correlation rho), the first better by δ than all others.
Race run_race(std::size_t k, double rho, double delta, bool higher, std::uint64_t trial) {
  Draws draws({31, trial, 5, Purpose::test, 0});
  SequentialSelection selection(k, {higher, 0.95, delta});
  Values values(k);
  Race race;
  std::vector<std::size_t> going = selection.left();
  for (std::size_t from = 0, to = least_first_stage; !going.empty(); from = to, to = next_block_end(to, 1'000'000)) {
    for (std::size_t r = from; r < to; ++r) {
      const double shared = std::sqrt(rho) * bell(draws);
      for (std::size_t a = 0; a < k; ++a) {
        const double own = shared + std::sqrt(1.0 - rho) * bell(draws);
        const double better = a == 0 ? (higher ? delta : -delta) : 0.0;
        if (values[a].size() == r && selection.exits()[a] == std::nullopt) values[a].push_back(own + better);
      }
    }
    selection.look(spans(values), to);
    going = selection.chosen() ? std::vector<std::size_t>{} : selection.left();
  }
  race.chosen = *selection.chosen();
  for (const auto& of : values) race.cells += of.size();
  return race;
}

}  // namespace

TEST_CASE("a selection chooses right as often as it says when all others are just worth telling apart") {
  // The slippage configuration: the best is better than each other by exactly the indifference. 1,000 races each.
  struct Case {
    std::size_t k;
    double rho;
    bool higher;
  };
  constexpr int races = 1000;
  double independent = 0.0, common = 0.0;
  for (const Case& c : {Case{2, 0.8, true}, Case{5, 0.0, true}, Case{5, 0.8, true}, Case{5, 0.8, false}}) {
    int right = 0;
    double cells = 0.0;
    for (int race = 0; race < races; ++race) {
      const Race one = run_race(c.k, c.rho, 0.25, c.higher, static_cast<std::uint64_t>(race));
      right += one.chosen == 0 ? 1 : 0;
      cells += static_cast<double>(one.cells);
    }
    const double share = static_cast<double>(right) / races;
    UNSCOPED_INFO("k " << c.k << ", correlation " << c.rho << ": " << share << " right, " << cells / races << " cells");
    CHECK(share >= 0.95 - four_errors(0.95, races));
    if (c.k == 5 && c.higher) (c.rho > 0.0 ? common : independent) = cells / races;
  }
  // Common random numbers pay: variances of differences are a fifth, so replications are fewer by nearly as much.
  CHECK(common < 0.4 * independent);
}

TEST_CASE("clearly worse alternatives fall out at the first look and get no more") {
  Values values(3);
  Draws draws({8, 0, 5, Purpose::test, 0});
  for (int r = 0; r < 20; ++r) {
    values[0].push_back(bell(draws));
    values[1].push_back(bell(draws));
    values[2].push_back(100.0 + bell(draws));
  }
  SequentialSelection lowest(3, {false, 0.95, 0.1});
  lowest.look(spans(values), 20);
  CHECK(lowest.left() == std::vector<std::size_t>{0, 1});
  CHECK_FALSE(lowest.chosen());
  REQUIRE(lowest.exits()[2]);
  CHECK(lowest.exits()[2]->replications == 20);
  SequentialSelection highest(3, {true, 0.95, 0.1});
  highest.look(spans(values), 20);
  CHECK(highest.chosen() == 2);
}

TEST_CASE("the horizon is that of the paper") {
  // Differences −1 and 1 in turn: S² = 20/19. η = ½((2·0.05)^(−2/19) − 1), h² = 2η·19, N = ⌊h²S²/δ²⌋.
  Values values(2);
  for (int r = 0; r < 20; ++r) {
    values[0].push_back(r % 2 == 0 ? 1.0 : 0.0);
    values[1].push_back(r % 2 == 0 ? 0.0 : 1.0);
  }
  SequentialSelection selection(2, {true, 0.95, 0.1});
  selection.look(spans(values), 20);
  const double eta = 0.5 * (std::pow(0.1, -2.0 / 19.0) - 1.0);
  CHECK(selection.latest() == static_cast<std::size_t>(std::floor(2.0 * eta * 19.0 * (20.0 / 19.0) / 0.01)) + 1);
  CHECK_FALSE(selection.chosen());
}

TEST_CASE("equals are settled: the first of them is as good as any") {
  const Values values{{1.0, 2.0, 3.0}, {1.0, 2.0, 3.0}, {0.0, 1.0, 2.0}};
  SequentialSelection selection(3, {true, 0.95, 0.1});
  selection.look(spans(values), 3);
  CHECK(selection.chosen() == 0);
  CHECK(selection.left() == std::vector<std::size_t>{0, 1});
  CHECK(selection.exits()[2].has_value());
}
