// How the level of a stream's demand moves with the calendar and with the life of a product: what a scenario states.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "demand/level.hpp"
#include "demand/surge.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace restock {

/// Factors on the rate; they multiply each other and are not normalised.
struct Season {
  std::vector<double> hours;     ///< of the day, from midnight
  std::vector<double> weekdays;  ///< Monday first
  std::vector<double> months;

  static void fields(auto& self, auto& f) {
    f.optional("hours", self.hours, "24 factors on the rate, one for each hour of the day from midnight");
    f.optional("weekdays", self.weekdays, "7 factors, Monday first");
    f.optional("months", self.months, "12 factors, January first");
    f.check(self.hours.empty() || self.hours.size() == 24, "hours must be 24 factors");
    f.check(self.weekdays.empty() || self.weekdays.size() == 7, "weekdays must be 7 factors");
    f.check(self.months.empty() || self.months.size() == 12, "months must be 12 factors");
    f.check(self.fine(self.hours), "hours must lie between 0 and 100");
    f.check(self.fine(self.weekdays), "weekdays must lie between 0 and 100");
    f.check(self.fine(self.months), "months must lie between 0 and 100");
  }
  static bool fine(const std::vector<double>& factors) {
    for (const double factor : factors)
      if (!(factor >= 0.0 && factor <= 100.0)) return false;
    return true;
  }
};

/// From `at` on the rate is `factor` times what it was.
struct LevelShift {
  Instant at{};
  double factor = 1.0;

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "when the level changes");
    f.required("factor", self.factor, "the rate from then on, as a factor on the rate before");
    f.check(self.factor >= 0.0 && self.factor <= 100.0, "factor must lie between 0 and 100");
  }
};

/// No demand before `at`, then a rise (an end of life: a fall to nothing) along a straight line of daily steps.
struct Launch {
  Instant at{};
  Duration ramp{};

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "when demand begins");
    f.optional("ramp", self.ramp, "time over which it rises to its full rate, in daily steps");
    f.check(self.ramp.ticks >= 0, "ramp must not be negative");
  }
};
struct EndOfLife {
  Instant at{};
  Duration ramp{};

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "when demand begins to fall");
    f.optional("ramp", self.ramp, "time over which it falls to nothing, in daily steps");
    f.check(self.ramp.ticks >= 0, "ramp must not be negative");
  }
};

struct DemandProfile {
  Season season{};
  ShareRate trend{};
  std::vector<LevelShift> level_shifts;
  std::optional<Launch> launch;
  std::optional<EndOfLife> end_of_life;

  static void fields(auto& self, auto& f) {
    f.optional(
        "season", self.season,
        "factors on the rate, which multiply: { hours: [24 factors], weekdays: [7, Monday first], months: [12] }");
    f.optional("trend", self.trend,
               "growth of the rate per time, as a share of the rate at `start` (20 % per y): a straight line, in daily "
               "steps, never below 0");
    f.optional("level_shifts", self.level_shifts, "lasting changes: [{at: 2026-06-01, factor: 1.4}, …]");
    f.optional("launch", self.launch,
               "{ at: DATE, ramp: 60 d }: no demand before `at`, then a rise over `ramp` in daily steps");
    f.optional("end_of_life", self.end_of_life,
               "{ at: DATE, ramp: 90 d }: demand falls to nothing from `at` on, over `ramp`");
  }
};

/// When the clock runs and where it stands in the calendar.
struct ClockSpan {
  Time begin = 0;                   ///< −warmup
  Time end = 0;                     ///< length + drain
  std::int64_t start_epoch_us = 0;  ///< of tick 0, since 1970-01-01T00:00
};

/// All that multiplies a stream's rate and is known beforehand: the profile, and the dips that its surges leave.
Level level_of(const DemandProfile& profile, const std::vector<Surge>& surges, const ClockSpan& clock);

}  // namespace restock
