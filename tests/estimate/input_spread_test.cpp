// Input uncertainty against simulation uncertainty, on numbers whose answer is known.
#include "estimate/input_spread.hpp"

#include "random/draws.hpp"

#include "catch.hpp"
#include "luck.hpp"

#include <cmath>
#include <limits>
#include <vector>

using namespace restock;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Replication r: the effect of resample r modulo their number, and luck of its own.
std::vector<double> one_way(std::size_t resamples, std::size_t each, double input, double luck, std::uint64_t seed) {
  Draws draws({seed, 0, 0, Purpose::test, 0});
  std::vector<double> effect, values;
  for (std::size_t b = 0; b < resamples; ++b) effect.push_back(10.0 + input * restock_test::bell(draws));
  for (std::size_t r = 0; r < resamples * each; ++r)
    values.push_back(effect[r % resamples] + luck * restock_test::bell(draws));
  return values;
}

}  // namespace

TEST_CASE("variance components of a small layout are those done by hand") {
  // Groups (1, 3), (5, 7), (3, 5): means 2, 6, 4; within 2 each; between 2 · 8 / 2 = 8, so input (8 − 2) / 2 = 3.
  const std::vector<double> values{1, 5, 3, 3, 7, 5};
  const InputSpread spread = input_spread(values, 3);
  CHECK(spread.resamples == 3);
  CHECK(*spread.input_deviation == Approx(std::sqrt(3.0)));
  CHECK(*spread.simulation_deviation == Approx(std::sqrt(2.0)));
  CHECK(*spread.input_share == Approx(0.6));
  CHECK(independent(values, 3) == std::vector<double>{2, 6, 4});
}

TEST_CASE("unequal groups are weighed by their sizes") {
  // Groups (1, 3, 5) and (6, 8): total mean 4.6, within (8 + 2) / 3, between 3·1.6² + 2·2.4² = 19.2, size (5 − 13/5)/1.
  const InputSpread spread = input_spread(std::vector<double>{1, 6, 3, 8, 5}, 2);
  CHECK(std::pow(*spread.simulation_deviation, 2) == Approx(10.0 / 3.0));
  CHECK(std::pow(*spread.input_deviation, 2) == Approx((19.2 - 10.0 / 3.0) / 2.4));
}

TEST_CASE("components that were put in come out, and luck alone leaves the inputs nothing") {
  const InputSpread both = input_spread(one_way(2000, 4, 2.0, 3.0, 1), 2000);
  CHECK(*both.input_deviation == Approx(2.0).epsilon(0.1));
  CHECK(*both.simulation_deviation == Approx(3.0).epsilon(0.05));
  CHECK(*both.input_share == Approx(4.0 / 13.0).epsilon(0.15));
  CHECK(*input_spread(one_way(2000, 4, 0.0, 3.0, 2), 2000).input_share < 0.03);
  const InputSpread sure = input_spread(one_way(50, 2, 2.0, 0.0, 3), 50);
  CHECK(*sure.input_share == Approx(1.0));
  CHECK(*sure.simulation_deviation == Approx(0.0).margin(1e-12));
}

TEST_CASE("undefined replications are left out, and what cannot be told is not told") {
  const InputSpread spread = input_spread(std::vector<double>{1, 5, nothing, 3, 7, nothing}, 3);
  CHECK(spread.resamples == 2);
  CHECK(*spread.simulation_deviation == Approx(std::sqrt(2.0)));
  const InputSpread single = input_spread(std::vector<double>{1, 5, 3}, 3);
  CHECK_FALSE(single.input_share);
  CHECK_FALSE(single.simulation_deviation);
  CHECK_FALSE(single.mean_low);  // 95 % of three values is nowhere
  CHECK_FALSE(input_spread(std::vector<double>{nothing, nothing}, 2).input_share);
  CHECK(std::isnan(independent(std::vector<double>{1, nothing}, 2)[1]));
  CHECK(independent(std::vector<double>{1, 2, 3}, 0) == std::vector<double>{1, 2, 3});
}

TEST_CASE("the ends of intervals are the order statistics that leave 2.5 % out on average") {
  std::vector<double> values;
  for (int i = 1; i <= 158; ++i) values.push_back(i % 79 == 0 ? 79 : i % 79);  // resample b has mean b + 1
  const InputSpread spread = input_spread(values, 79);
  CHECK(*spread.mean_low == Approx(2.0));
  CHECK(*spread.mean_high == Approx(78.0));
}

TEST_CASE("an interval over resamples is no narrower for more replications of each") {
  const double few = *estimate_over(one_way(50, 2, 2.0, 0.1, 5), 50).half_width;
  const std::vector<double> many = one_way(50, 40, 2.0, 0.1, 5);
  CHECK(*estimate_over(many, 50).half_width == Approx(few).epsilon(0.05));
  CHECK(*estimate(many).half_width < 0.3 * few);
  CHECK(*estimate_over(many, 0).half_width == *estimate(many).half_width);
}

TEST_CASE("intervals over resamples hold the mean as often as they say") {
  int held = 0;
  constexpr int trials = 1000;
  for (int i = 0; i < trials; ++i) {
    const Estimate e = estimate_over(one_way(10, 5, 1.0, 1.0, 100 + static_cast<std::uint64_t>(i)), 10);
    held += std::abs(*e.mean - 10.0) <= *e.half_width ? 1 : 0;
  }
  CHECK(std::abs(static_cast<double>(held) / trials - 0.95) <= restock_test::four_errors(0.95, trials));
}
