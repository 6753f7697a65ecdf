#pragma once

#include "random/law.hpp"

#include <string_view>

namespace restock {

struct RenewalArrivals {
  static constexpr std::string_view name = "renewal";
  static constexpr std::string_view summary =
      "independent gaps of any law between customers; choose it when demand is more or less regular than Poisson";
  TimeLaw gap{};
  static void fields(auto& self, auto& f) {
    f.required("gap", self.gap, "time between two customers; the first arrives one gap after the clock starts");
    f.check(mean(self.gap.law) >= 1.0, "the mean gap must be at least one tick (1 us)");
  }
};

}  // namespace restock
