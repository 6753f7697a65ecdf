// The clock of the model: integer ticks, so that "simultaneous" is exact. Anyone may include this.
#pragma once

#include <cstdint>

namespace restock {

/// A point in time or a span, in ticks of 1 µs. Tick 0 is the scenario's `start`; the warm-up is negative.
using Time = std::int64_t;

inline constexpr Time microsecond = 1;
inline constexpr Time second = 1'000'000;
inline constexpr Time minute = 60 * second;
inline constexpr Time hour = 60 * minute;
inline constexpr Time day = 24 * hour;
inline constexpr Time week = 7 * day;
/// A year is 365.25 days and a month a twelfth of it (30.4375 days): rates per year do not depend on the calendar.
inline constexpr Time year = 365 * day + 6 * hour;
inline constexpr Time month = year / 12;

/// "Does not happen": times beyond ±2^51 ticks (about 71 years) saturate here.
inline constexpr Time never = Time{1} << 51;

/// Adds two spans and saturates at `never`.
constexpr Time later(Time at, Time span) { return span >= never - at ? never : at + span; }

/// Rounds a span in (fractional) ticks to whole ticks: half up, below zero is zero, beyond `never` is `never`.
constexpr Time to_ticks(double span) {
  if (!(span > 0.0)) return 0;
  if (span >= static_cast<double>(never)) return never;
  return static_cast<Time>(span + 0.5);
}

/// Index of the bucket of width `width` that holds `at`; rounds towards minus infinity.
constexpr std::int64_t bucket_of(Time at, Time width) {
  const Time quotient = at / width;
  return quotient - ((at % width != 0 && at < 0) ? 1 : 0);
}

/// The first instant ≥ `at` of those that lie `every` apart, one of them `phase` after `start`.
constexpr Time calendar_instant(Time at, Time every, Time phase) {
  const Time offset = phase % every;
  return offset + bucket_of(at - offset + every - 1, every) * every;
}

/// A span as a parameter of a family member, so that readers can tell a duration from a count of units.
struct Duration {
  Time ticks = 0;
  friend constexpr bool operator==(Duration, Duration) = default;
};

/// A date (`2026-06-12`, `2026-06-12T08:00`) or a span after `start` (`90 d`), as ticks from `start`.
struct Instant {
  Time ticks = 0;
  friend constexpr bool operator==(Instant, Instant) = default;
};

}  // namespace restock
