// Designs fill the cube as their definitions say.
#include "random/designs.hpp"
#include "catch.hpp"

#include <cstdlib>
#include <set>

using namespace restock;

TEST_CASE("a Latin hypercube has one point in each stratum of each factor") {
  for (const std::size_t points : {1U, 2U, 7U, 100U}) {
    const auto columns = latin_hypercube(points, {"a", "b", "c"}, 7);
    for (const DesignColumn& column : columns) {
      std::set<std::size_t> strata;
      for (const double share : column) strata.insert(static_cast<std::size_t>(share * static_cast<double>(points)));
      CHECK(strata.size() == points);
      CHECK(*strata.rbegin() == points - 1);
    }
  }
}

TEST_CASE("another factor, and another order of factors, leaves a factor's column alone; another seed does not") {
  const auto two = latin_hypercube(20, {"a", "b"}, 7), three = latin_hypercube(20, {"c", "b", "a"}, 7);
  CHECK(two[0] == three[2]);
  CHECK(two[1] == three[1]);
  CHECK(two[0] != two[1]);
  CHECK(latin_hypercube(20, {"a"}, 8)[0] != two[0]);
}

TEST_CASE("all orders of the strata are equally likely") {
  int seen[6] = {};
  const int seeds = 6'000;
  for (int seed = 0; seed < seeds; ++seed) {
    const auto column = latin_hypercube(3, {"a"}, static_cast<std::uint64_t>(seed))[0];
    const int first = static_cast<int>(column[0] * 3.0), second = static_cast<int>(column[1] * 3.0);
    ++seen[first * 2 + (second > first ? second - 1 : second)];
  }
  // 1,000 each, standard deviation √(6000 · 1/6 · 5/6) = 29.
  for (const int count : seen) CHECK(std::abs(count - seeds / 6) <= 4 * 29);
}

// A digital (t, m, s)-net in base 2: for the first two Sobol dimensions t = 0, so of 2^m points every box of area 2^-m
// whose sides are powers of two holds exactly one; the digital shift permutes boxes and keeps that.
TEST_CASE("the first two factors of a Sobol design are a perfect net") {
  constexpr std::size_t m = 6, points = std::size_t{1} << m;
  for (const std::uint64_t seed : {1U, 7U}) {
    const auto columns = sobol_points(points, {"a", "b"}, seed);
    for (std::size_t i = 0; i <= m; ++i) {
      std::set<std::pair<int, int>> boxes;
      for (std::size_t p = 0; p < points; ++p)
        boxes.emplace(static_cast<int>(columns[0][p] * static_cast<double>(1U << i)),
                      static_cast<int>(columns[1][p] * static_cast<double>(1U << (m - i))));
      CHECK(boxes.size() == points);
    }
  }
}

TEST_CASE("every factor of a Sobol design is spread evenly, and shifted by the seed") {
  std::vector<std::string> names;
  for (std::size_t f = 0; f < most_sobol_factors; ++f) names.push_back("f" + std::to_string(f));
  const auto columns = sobol_points(32, names, 3);
  for (const DesignColumn& column : columns) {
    std::set<int> strata;
    for (const double share : column) strata.insert(static_cast<int>(share * 32.0));
    CHECK(strata.size() == 32);
  }
  CHECK(sobol_points(4, {"a"}, 1) != sobol_points(4, {"a"}, 2));
}
