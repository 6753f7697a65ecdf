#pragma once

#include "core/time.hpp"

#include <string_view>

namespace restock {

/// Period demand sits at the start of its period (SEMANTICS of the instant): one order per period, of the stream's
/// size.
struct PerPeriodArrivals {
  static constexpr std::string_view name = "per_period";
  static constexpr std::string_view summary =
      "one batch of demand at the start of every period; choose it for textbook periodic models and bucketed forecasts";
  Duration every{day};
  Duration offset{};
  static void fields(auto& self, auto& f) {
    f.required("every", self.every, "length of a period");
    f.optional("offset", self.offset, "time from `start` (modulo the period) to the start of a period");
    f.check(self.every.ticks > 0, "every must be above 0");
    f.check(self.offset.ticks >= 0, "offset must not be negative");
  }
};

}  // namespace restock
