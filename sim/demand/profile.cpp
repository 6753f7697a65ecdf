#include "demand/profile.hpp"

#include <algorithm>
#include <chrono>

namespace restock {

namespace {

using Steps = std::vector<LevelStep>;

/// The tick of the last midnight at or before t.
Time midnight_before(Time t, const ClockSpan& clock) {
  return bucket_of(t + clock.start_epoch_us, day) * day - clock.start_epoch_us;
}

Steps weekdays_and_months(const Season& season, const ClockSpan& clock) {
  Steps steps;
  if (season.weekdays.empty() && season.months.empty()) return steps;
  for (Time t = midnight_before(clock.begin, clock); t < clock.end; t += day) {
    const std::chrono::sys_days date{std::chrono::days{bucket_of(t + clock.start_epoch_us, day)}};
    double value = 1.0;
    if (!season.weekdays.empty()) value *= season.weekdays[std::chrono::weekday{date}.iso_encoding() - 1];
    if (!season.months.empty()) {
      const std::chrono::year_month_day written{date};
      value *= season.months[static_cast<unsigned>(written.month()) - 1];
    }
    if (steps.empty() || steps.back().value != value) steps.push_back({t, value});
  }
  return steps;
}

constexpr Time noon = day / 2;

/// Each day has the line's value at its middle, so that a ramp brings as many customers as the line does.
Steps trend_line(ShareRate trend, const ClockSpan& clock) {
  Steps steps;
  if (trend.per_tick == 0.0) return steps;
  for (Time t = bucket_of(clock.begin, day) * day; t < clock.end; t += day)
    steps.push_back({t, std::max(0.0, 1.0 + trend.per_tick * static_cast<double>(t + noon))});
  return steps;
}

/// From 0 to 1 over `ramp`, in daily steps from `at`.
Steps rise(Time at, Time ramp) {
  Steps steps;
  for (Time t = 0; t < ramp; t += day)
    steps.push_back({at + t, std::min(1.0, static_cast<double>(t + noon) / static_cast<double>(ramp))});
  steps.push_back({later(at, ramp), 1.0});
  return steps;
}

Steps launched(const Launch& launch) {
  Steps steps = rise(launch.at.ticks, launch.ramp.ticks);
  steps.insert(steps.begin(), {-never, 0.0});
  return steps;
}

Steps fading(const EndOfLife& end) {
  Steps steps = rise(end.at.ticks, end.ramp.ticks);
  for (LevelStep& step : steps) step.value = 1.0 - step.value;
  return steps;
}

}  // namespace

Level level_of(const DemandProfile& profile, const std::vector<Surge>& surges, const ClockSpan& clock) {
  std::vector<Steps> factors;
  factors.push_back(weekdays_and_months(profile.season, clock));
  factors.push_back(trend_line(profile.trend, clock));
  for (const LevelShift& shift : profile.level_shifts) factors.push_back({{shift.at.ticks, shift.factor}});
  if (profile.launch) factors.push_back(launched(*profile.launch));
  if (profile.end_of_life) factors.push_back(fading(*profile.end_of_life));
  for (const Surge& surge : surges)
    std::visit(
        [&](const auto& one) {
          if constexpr (requires { one.dips(clock.begin, clock.end); })
            for (Steps& dip : one.dips(clock.begin, clock.end)) factors.push_back(std::move(dip));
        },
        surge);
  // A step of long ago would make a long table of days: what was before the clock's start does not matter.
  Steps steps = product_of(factors);
  const Time begin = midnight_before(clock.begin, clock);
  std::size_t last_before = 0;
  while (last_before + 1 < steps.size() && steps[last_before + 1].from <= begin) ++last_before;
  if (!steps.empty() && steps.front().from < begin) {
    steps.erase(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(last_before));
    steps.front().from = begin;
  }
  std::erase_if(steps, [&](const LevelStep& step) { return step.from >= clock.end; });
  return {std::move(steps), profile.season.hours, midnight_before(0, clock)};
}

}  // namespace restock
