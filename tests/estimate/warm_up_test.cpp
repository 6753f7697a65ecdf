// MSER-5 against the definition, word by word, and on series whose steady state is known.
#include "estimate/warm_up.hpp"

#include "luck.hpp"

#include "catch.hpp"

#include <cmath>
#include <vector>

using namespace restock;
using restock_test::bell;

namespace {

/// The definition: for each cut the squares about the mean of the rest, over the square of its length.
std::optional<std::size_t> by_definition(const std::vector<double>& series) {
  const std::size_t batches = series.size() / 5;
  std::vector<double> z(batches, 0.0);
  for (std::size_t i = 0; i < batches * 5; ++i) z[i / 5] += series[i] / 5.0;
  std::size_t best = 0;
  double least = HUGE_VAL;
  for (std::size_t d = 0; 4 * (batches - d) >= batches && d < batches; ++d) {
    const auto left = static_cast<double>(batches - d);
    double mean = 0.0, squares = 0.0;
    for (std::size_t i = d; i < batches; ++i) mean += z[i] / left;
    for (std::size_t i = d; i < batches; ++i) squares += (z[i] - mean) * (z[i] - mean);
    if (squares / (left * left) < least) {
      least = squares / (left * left);
      best = d;
    }
  }
  if (2 * best > batches) return std::nullopt;
  return 5 * best;
}

/// A start at `height` above 0 that fades by 1/e in `fade` observations, under noise of deviation 1.
std::vector<double> fading(double height, double fade, std::size_t length, std::uint64_t trial) {
  Draws draws({77, trial, 3, Purpose::test, 0});
  std::vector<double> series;
  for (std::size_t t = 0; t < length; ++t)
    series.push_back(height * std::exp(-static_cast<double>(t) / fade) + bell(draws));
  return series;
}

}  // namespace

TEST_CASE("the cut is that of the definition") {
  for (std::uint64_t trial = 0; trial < 40; ++trial) {
    const std::vector<double> series = fading(trial % 2 == 0 ? 20.0 : 0.0, 30.0, 403, trial);
    CHECK(mser5(series) == by_definition(series));
  }
}

TEST_CASE("a start that fades is cut off until it drowns in the noise") {
  int cuts = 0;
  for (std::uint64_t trial = 0; trial < 100; ++trial) {
    const std::optional<std::size_t> cut = mser5(fading(50.0, 40.0, 2000, trial));
    // 50·e^(−t/40) falls below the deviation of a batch of 5 (0.45) at t = 189; MSER stops a little before that.
    if (cut && *cut >= 100 && *cut <= 300) ++cuts;
  }
  CHECK(cuts >= 95);
}

TEST_CASE("a series without a start loses nothing, or little") {
  CHECK(mser5(std::vector<double>(400, 7.5)) == 0);
  int small = 0;
  for (std::uint64_t trial = 0; trial < 100; ++trial) {
    const std::optional<std::size_t> cut = mser5(fading(0.0, 1.0, 2000, trial));
    if (cut && *cut <= 500) ++small;
  }
  CHECK(small >= 80);
}

TEST_CASE("a series that is still moving at its end, or is too short, has no cut") {
  std::vector<double> rising;
  for (int t = 0; t < 400; ++t) rising.push_back(0.1 * t);
  CHECK_FALSE(mser5(rising));
  CHECK_FALSE(mser5(std::vector<double>(49, 1.0)));
}
