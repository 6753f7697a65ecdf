#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace restock {

/// Memory: size, probability (0: no demand yet). The first demand begins both, the probability at one over the number
/// of buckets until then.
struct Tsb {
  static constexpr std::string_view name = "tsb";
  static constexpr std::string_view summary =
      "size of demands, and the probability of one in every bucket; choose it for intermittent demand that may end: "
      "its "
      "forecast falls while nothing is asked for";
  static constexpr std::string_view source = "Teunter, Syntetos & Babai (2011)";
  double alpha = 0.1;
  double beta = 0.1;
  static void fields(auto& self, auto& f) {
    f.optional("alpha", self.alpha, "weight of the newest demand in the size");
    f.optional("beta", self.beta, "weight of the newest bucket in the probability");
    f.check(self.alpha > 0.0 && self.alpha <= 1.0, "alpha must lie above 0 and at most at 1");
    f.check(self.beta > 0.0 && self.beta <= 1.0, "beta must lie above 0 and at most at 1");
  }

  std::size_t memory() const { return 2; }
  void see(std::span<double> m, std::int64_t seen, double units) const {
    const bool first = !(m[1] > 0.0);
    if (first && units > 0.0) {
      m[0] = units;
      m[1] = 1.0 / static_cast<double>(seen + 1);
    } else if (!first) {
      if (units > 0.0) m[0] += alpha * (units - m[0]);
      m[1] += beta * ((units > 0.0 ? 1.0 : 0.0) - m[1]);
    }
  }
  double ahead(std::span<const double> m, std::int64_t, std::int64_t) const { return m[0] * m[1]; }
};

}  // namespace restock
