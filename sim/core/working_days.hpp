// Working days: which stretches of time are open, and how long something takes that goes on in them only. Pure.
#pragma once

#include "core/time.hpp"

#include <algorithm>
#include <vector>

namespace restock {

/// A stretch in which nothing is done: [begin, end).
struct ClosedTime {
  Time begin = 0;
  Time end = 0;
  friend bool operator==(const ClosedTime&, const ClosedTime&) = default;
};

struct WorkingDays {
  std::vector<ClosedTime> closed;  ///< in order; between two of them there is open time
  Time cut_off = day;              ///< time of day after which an order counts as the next day's
  Time midnight = 0;               ///< some midnight, as a tick

  Time open_at_or_after(Time at) const {
    const auto stretch = ending_after(at);
    return stretch != closed.end() && stretch->begin <= at ? stretch->end : at;
  }
  /// When `span` of open time has passed since `at`; an instant that is open itself, so that five working days after
  /// the beginning of a Monday is the beginning of the next.
  Time after(Time at, Time span) const {
    if (span >= never) return never;
    at = open_at_or_after(at);
    for (auto next = ending_after(at); next != closed.end(); ++next) {
      const Time open = next->begin - at;
      if (span < open) break;
      span -= open;
      at = next->end;
    }
    return later(at, span);
  }
  /// When an order that comes at `at` is taken up: at once, unless it comes on a closed day or too late on an open one.
  Time taken_up(Time at) const {
    const Time open = open_at_or_after(at);
    if (open > at) return open;
    const Time today = midnight + bucket_of(at - midnight, day) * day;
    return at - today > cut_off ? open_at_or_after(later(today, day)) : at;
  }
  /// The earliest instant whose work is done at `at` or later: before a closed stretch that has just ended, its begin.
  Time work_since(Time at) const {
    auto stretch = std::partition_point(closed.begin(), closed.end(), [at](const ClosedTime& c) { return c.end < at; });
    return stretch != closed.end() && stretch->begin <= at ? stretch->begin : at;
  }

 private:
  std::vector<ClosedTime>::const_iterator ending_after(Time at) const {
    return std::partition_point(closed.begin(), closed.end(), [at](const ClosedTime& c) { return c.end <= at; });
  }
};

}  // namespace restock
