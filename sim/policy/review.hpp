// The calendar of a periodic policy.
#pragma once

#include "core/time.hpp"

namespace restock {

struct ReviewCalendar {
  Duration every{day};
  Duration first{};

  static void fields(auto& self, auto& f) {
    f.required("review", self.every, "review period R");
    f.optional("first_review", self.first, "time from `start` (modulo the review period) to a review");
    f.check(self.every.ticks > 0, "review must be above 0");
    f.check(self.first.ticks >= 0, "first_review must not be negative");
  }

  /// The first review at or after `at`.
  Time at_or_after(Time at) const { return calendar_instant(at, every.ticks, first.ticks); }
};

}  // namespace restock
