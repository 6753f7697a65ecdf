// Working days become stretches of closed time on the clock.
#include "compile/parts.hpp"

#include <algorithm>
#include <array>

namespace restock {

namespace {

/// Closed stretches are written down for so much longer than the run: dates are announced beyond its end.
constexpr Time beyond = 3 * year;

Time midnight_of(std::int64_t start_epoch_us) { return -(start_epoch_us - bucket_of(start_epoch_us, day) * day); }

WorkingDays working_days(const CalendarRule& rule, const Scenario& scenario) {
  WorkingDays days;
  days.midnight = midnight_of(scenario.start_epoch_us);
  if (rule.cut_off) days.cut_off = rule.cut_off->ticks;
  std::array<bool, 7> works{};
  for (const Weekday weekday : rule.days) works.at(static_cast<std::size_t>(weekday)) = true;
  const std::int64_t first_day = bucket_of(scenario.start_epoch_us, day);  // of the midnight, since 1970-01-01
  const auto day_of = [&](Time at) { return bucket_of(at - days.midnight, day); };
  const auto is_closed = [&](std::int64_t d) {
    constexpr std::int64_t thursday = 3;  // 1970-01-01
    const std::int64_t weekday = ((first_day + d + thursday) % 7 + 7) % 7;
    if (!works.at(static_cast<std::size_t>(weekday))) return true;
    const auto on_it = [&](const Instant& date) { return day_of(date.ticks) == d; };
    const auto within = [&](const Shutdown& s) {
      return day_of(s.from.ticks) <= d && d <= day_of(later(s.from.ticks, s.lasts.ticks) - 1);
    };
    return std::ranges::any_of(rule.holidays, on_it) || std::ranges::any_of(rule.shutdowns, within);
  };
  const std::int64_t last = day_of(later(later(scenario.length.ticks, scenario.drain.ticks), beyond));
  for (std::int64_t d = day_of(-scenario.warmup.ticks) - 7; d <= last; ++d) {
    if (!is_closed(d)) continue;
    const Time begin = days.midnight + d * day;
    if (!days.closed.empty() && days.closed.back().end == begin) {
      days.closed.back().end += day;
    } else {
      days.closed.push_back({begin, begin + day});
    }
  }
  return days;
}

}  // namespace

void compile_calendars(const Scenario& scenario, Blueprint& blueprint) {
  for (const CalendarRule& rule : scenario.calendars) blueprint.calendars.push_back(working_days(rule, scenario));
}

}  // namespace restock
