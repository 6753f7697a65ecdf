#pragma once

#include "forecast/method/croston.hpp"

namespace restock {

struct Sba {
  static constexpr std::string_view name = "sba";
  static constexpr std::string_view summary =
      "Croston's method with the Syntetos-Boylan correction, times 1 − alpha/2; choose it for intermittent demand such "
      "as spare parts";
  static constexpr std::string_view source = "Syntetos & Boylan (2005)";
  double alpha = 0.1;
  static void fields(auto& self, auto& f) {
    f.optional("alpha", self.alpha, "weight of the newest demand in size and interval");
    f.check(self.alpha > 0.0 && self.alpha <= 1.0, "alpha must lie above 0 and at most at 1");
  }

  std::size_t memory() const { return SizeAndInterval::memory; }
  void see(std::span<double> m, std::int64_t, double units) const { SizeAndInterval::see(m, alpha, units); }
  double ahead(std::span<const double> m, std::int64_t, std::int64_t) const {
    return (1.0 - 0.5 * alpha) * SizeAndInterval::rate(m);
  }
};

}  // namespace restock
