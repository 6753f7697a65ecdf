#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace restock {

struct Ses {
  static constexpr std::string_view name = "ses";
  static constexpr std::string_view summary =
      "simple exponential smoothing of the level, which begins at the first bucket; choose it for demand without trend "
      "or season: the workhorse";
  static constexpr std::string_view source =
      "Brown (1959); Silver, Pyke & Thomas (2017), section 3.4.2; Hyndman & Athanasopoulos (2021), 8.1";
  double alpha = 0.1;
  static void fields(auto& self, auto& f) {
    f.optional("alpha", self.alpha, "weight of the newest bucket");
    f.check(self.alpha > 0.0 && self.alpha <= 1.0, "alpha must lie above 0 and at most at 1");
  }

  std::size_t memory() const { return 1; }
  void see(std::span<double> m, std::int64_t seen, double units) const {
    m[0] = seen == 0 ? units : m[0] + alpha * (units - m[0]);
  }
  double ahead(std::span<const double> m, std::int64_t, std::int64_t) const { return m[0]; }
};

}  // namespace restock
