#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"

#include <string_view>
#include <vector>

namespace restock {

struct Burst {
  static constexpr std::string_view name = "burst";
  static constexpr std::string_view summary =
      "sudden jumps that fade (shot noise); choose it for press, weather or a mention on television";
  std::vector<Instant> at;
  Rate rate{};
  double peak = 1.0;
  Duration decay{};
  bool together = true;

  static void fields(auto& self, auto& f) {
    f.optional("at", self.at, "dates of bursts: [2026-06-12, 2026-09-01T18:00]");
    f.optional("rate", self.rate, "mean number of bursts per time, at random (4 per y), instead of dates");
    f.required("peak", self.peak, "extra rate just after a burst, as a factor on the rate without it");
    f.required("decay", self.decay, "time in which what is left of a burst falls to 37 %");
    f.optional("together", self.together,
               "whether random bursts hit all streams of the entry at the same instants, or each at its own");
    f.check(self.at.empty() != (self.rate.per_tick <= 0.0), "give at or rate, and not both");
    f.check(self.peak > 0.0 && self.peak <= 1000.0, "peak must be above 0 and at most 1000");
    f.check(self.decay.ticks > 0, "decay must be above 0");
    f.check(self.mean_shape() <= 20.0, "rate times decay is above 20: bursts that never end are a level, not a surge");
  }
  double amplitude() const { return peak; }
  /// Campbell (1909): mean of Σ exp(−age/decay), long after the start.
  double mean_shape() const { return rate.per_tick * static_cast<double>(decay.ticks); }
};

}  // namespace restock
