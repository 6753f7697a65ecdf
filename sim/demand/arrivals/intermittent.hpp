#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

#include <string_view>

namespace restock {

/// Period n (from `start`, counted from the first at or after the clock's start) has an order with a given probability.
struct IntermittentArrivals {
  static constexpr std::string_view name = "intermittent";
  static constexpr std::string_view summary =
      "in each period an order comes or not; choose it for slow movers and spare parts (Croston's demand)";
  Duration every{day};
  Share probability{0.1};
  Duration offset{};
  static void fields(auto& self, auto& f) {
    f.required("every", self.every, "length of a period");
    f.required("probability", self.probability, "probability that a period has an order");
    f.optional("offset", self.offset, "time from `start` (modulo the period) to the start of a period");
    f.check(self.every.ticks > 0, "every must be above 0");
    f.check(self.probability.value >= 1e-6 && self.probability.value <= 1.0,
            "probability must lie between 0.000001 and 1");
    f.check(self.offset.ticks >= 0, "offset must not be negative");
  }
};

}  // namespace restock
