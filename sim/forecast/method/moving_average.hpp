#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace restock {

struct MovingAverage {
  static constexpr std::string_view name = "moving_average";
  static constexpr std::string_view summary =
      "the mean of the last n buckets; choose it when demand has a level that rarely changes and planners want to see "
      "through the arithmetic";
  static constexpr std::string_view source = "Silver, Pyke & Thomas (2017), section 3.4.1";
  int n = 8;
  static void fields(auto& self, auto& f) {
    f.optional("n", self.n, "buckets that are averaged; fewer while so many have not been seen");
    f.check(self.n >= 1 && self.n <= 1000, "n must lie between 1 and 1000");
  }

  std::size_t memory() const { return static_cast<std::size_t>(n); }
  void see(std::span<double> m, std::int64_t seen, double units) const {
    m[static_cast<std::size_t>(seen % n)] = units;
  }
  double ahead(std::span<const double> m, std::int64_t seen, std::int64_t) const {
    const auto known = static_cast<std::size_t>(std::min<std::int64_t>(seen, n));
    double sum = 0.0;
    for (std::size_t i = 0; i < known; ++i) sum += m[i];
    return sum / static_cast<double>(known);
  }
};

}  // namespace restock
