#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace restock {

/// Sum of phi, phi², … phi^h: how many of today's trend a damped trend adds over h buckets.
inline double damped_steps(double phi, std::int64_t h) {
  if (phi >= 1.0) return static_cast<double>(h);
  double sum = 0.0;
  double power = 1.0;
  for (std::int64_t i = 0; i < h && power > 1e-12; ++i) sum += power *= phi;
  return sum;
}

/// The level begins at the second bucket and the trend at what lies between the first two.
struct Holt {
  static constexpr std::string_view name = "holt";
  static constexpr std::string_view summary =
      "double exponential smoothing of level and trend; choose it while demand grows or dies, with damping below 1 for "
      "horizons over which no trend lasts";
  static constexpr std::string_view source =
      "Holt (1957, reprinted 2004); Gardner & McKenzie (1985) for damping; Hyndman & Athanasopoulos (2021), 8.2";
  double alpha = 0.2;
  double beta = 0.1;
  double damping = 1.0;
  static void fields(auto& self, auto& f) {
    f.optional("alpha", self.alpha, "weight of the newest bucket in the level");
    f.optional("beta", self.beta, "weight of the newest change of level in the trend");
    f.optional("damping", self.damping, "what is left of the trend from one bucket to the next; 1: all of it");
    f.check(self.alpha > 0.0 && self.alpha <= 1.0, "alpha must lie above 0 and at most at 1");
    f.check(self.beta >= 0.0 && self.beta <= 1.0, "beta must lie between 0 and 1");
    f.check(self.damping > 0.0 && self.damping <= 1.0, "damping must lie above 0 and at most at 1");
  }

  std::size_t memory() const { return 2; }
  void see(std::span<double> m, std::int64_t seen, double units) const {
    double& level = m[0];
    double& trend = m[1];
    if (seen == 0) {
      level = units;
    } else if (seen == 1) {
      trend = units - level;
      level = units;
    } else {
      const double before = level;
      level = alpha * units + (1.0 - alpha) * (before + damping * trend);
      trend = beta * (level - before) + (1.0 - beta) * damping * trend;
    }
  }
  double ahead(std::span<const double> m, std::int64_t seen, std::int64_t h) const {
    return seen < 2 ? m[0] : m[0] + damped_steps(damping, h) * m[1];
  }
};

}  // namespace restock
