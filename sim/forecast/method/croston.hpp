#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace restock {

/// Size of a demand and interval between two, each smoothed when there is one; what came first begins them. Memory:
/// size, interval (0: no demand yet), empty buckets since the last.
struct SizeAndInterval {
  static constexpr std::size_t memory = 3;
  static void see(std::span<double> m, double alpha, double units) {
    if (!(units > 0.0)) {
      m[2] += 1.0;
      return;
    }
    const double interval = m[2] + 1.0;
    m[0] = m[1] > 0.0 ? m[0] + alpha * (units - m[0]) : units;
    m[1] = m[1] > 0.0 ? m[1] + alpha * (interval - m[1]) : interval;
    m[2] = 0.0;
  }
  static double rate(std::span<const double> m) { return m[1] > 0.0 ? m[0] / m[1] : 0.0; }
};

struct Croston {
  static constexpr std::string_view name = "croston";
  static constexpr std::string_view summary =
      "size and interval of demands smoothed apart; choose it for intermittent demand, knowing that it is biased "
      "upwards (sba is not)";
  static constexpr std::string_view source = "Croston (1972); Silver, Pyke & Thomas (2017), section 3.8.1";
  double alpha = 0.1;
  static void fields(auto& self, auto& f) {
    f.optional("alpha", self.alpha, "weight of the newest demand in size and interval");
    f.check(self.alpha > 0.0 && self.alpha <= 1.0, "alpha must lie above 0 and at most at 1");
  }

  std::size_t memory() const { return SizeAndInterval::memory; }
  void see(std::span<double> m, std::int64_t, double units) const { SizeAndInterval::see(m, alpha, units); }
  double ahead(std::span<const double> m, std::int64_t, std::int64_t) const { return SizeAndInterval::rate(m); }
};

}  // namespace restock
