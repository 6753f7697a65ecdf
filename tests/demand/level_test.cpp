// A level against the plain product of what was stated, and its mean against the integral.
#include "catch.hpp"
#include "demand/profile.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace restock;

namespace {

std::int64_t epoch_of(int y, unsigned m, unsigned d, int hours = 0) {
  using namespace std::chrono;
  const auto at = sys_days{year_month_day{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}}} +
                  std::chrono::hours{hours};
  return duration_cast<microseconds>(at.time_since_epoch()).count();
}

std::vector<double> ramp_of(std::size_t n) {
  std::vector<double> factors;
  for (std::size_t i = 0; i < n; ++i) factors.push_back(0.5 + 0.1 * static_cast<double>(i));
  return factors;
}

/// The calendar by counting from a date that is known, with no library.
double season_by_counting(const Season& s, std::int64_t epoch_us) {
  std::int64_t days = epoch_us / day;
  const std::int64_t hour_of_day = epoch_us % day / hour;
  const std::int64_t weekday = (days + 3) % 7;  // 1970-01-01 was a Thursday
  std::int64_t y = 1970;
  const auto leap = [](std::int64_t n) { return (n % 4 == 0 && n % 100 != 0) || n % 400 == 0; };
  while (days >= (leap(y) ? 366 : 365)) days -= leap(y++) ? 366 : 365;
  const std::int64_t lengths[] = {31, leap(y) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  std::size_t month = 0;
  while (days >= lengths[month]) days -= lengths[month++];
  return s.hours[static_cast<std::size_t>(hour_of_day)] * s.weekdays[static_cast<std::size_t>(weekday)] *
         s.months[month];
}

}  // namespace

TEST_CASE("a season follows the calendar hour by hour, leap years and a start at noon included") {
  DemandProfile profile;
  profile.season = {ramp_of(24), ramp_of(7), ramp_of(12)};
  const ClockSpan clock{-40 * day, 1200 * day, epoch_of(2026, 12, 3, 12)};
  const Level level = level_of(profile, {}, clock);
  for (Time t = clock.begin; t < clock.end; t += 37 * minute)
    REQUIRE(level.at(t) == Approx(season_by_counting(profile.season, t + clock.start_epoch_us)).epsilon(1e-12));
  CHECK(level.at(-12 * hour - 1) != level.at(-12 * hour));
}

TEST_CASE("trend, shifts, launch and end of life multiply") {
  DemandProfile profile;
  profile.trend = {0.3 / static_cast<double>(restock::year)};
  profile.level_shifts = {{{100 * day}, 1.4}, {{50 * day + hour}, 0.5}};
  profile.launch = Launch{{10 * day}, {20 * day}};
  profile.end_of_life = EndOfLife{{300 * day}, {40 * day}};
  const Level level = level_of(profile, {}, {-30 * day, 400 * day, 0});
  for (Time t = -30 * day; t < 400 * day; t += 7 * hour) {
    const double noon = static_cast<double>(bucket_of(t, day) * day + day / 2);
    double expected = 1.0 + 0.3 * noon / static_cast<double>(restock::year);
    if (t >= 100 * day) expected *= 1.4;
    if (t >= 50 * day + hour) expected *= 0.5;
    expected *= std::clamp((noon - 10.0 * day) / (20.0 * day), 0.0, 1.0);
    expected *= std::clamp(1.0 - (noon - 300.0 * day) / (40.0 * day), 0.0, 1.0);
    REQUIRE(level.at(t) == Approx(expected).epsilon(1e-12).margin(1e-12));
  }
  CHECK(level.at(9 * day) == 0.0);
  CHECK(level.at(345 * day) == 0.0);
}

TEST_CASE("a falling trend ends at nothing, never below") {
  DemandProfile profile;
  profile.trend = {-0.5 / static_cast<double>(restock::year)};
  const Level level = level_of(profile, {}, {0, 5 * restock::year, 0});
  CHECK(level.at(restock::year) == Approx(0.5).epsilon(0.01));
  CHECK(level.at(3 * restock::year) == 0.0);
}

TEST_CASE("a ramp brings as many customers as its straight line") {
  DemandProfile profile;
  const Time ramp = GENERATE(day / 2, day, 10 * day, 10 * day + 5 * hour, 61 * day);
  profile.launch = Launch{{hour}, {ramp}};
  const Level level = level_of(profile, {}, {0, 200 * day, 0});
  const double brought = level.mean(0, 200 * day) * 200.0 * static_cast<double>(day);
  const double line = static_cast<double>(200 * day - hour) - 0.5 * static_cast<double>(ramp);
  CHECK(std::abs(brought - line) <= static_cast<double>(day) / 2.0);
  if (ramp % day == 0) CHECK(brought == Approx(line).epsilon(1e-12));
}

TEST_CASE("the mean of a level is its integral, and its bound is one") {
  DemandProfile profile;
  profile.season = {ramp_of(24), ramp_of(7), {}};
  profile.level_shifts = {{{3 * day + 90 * minute}, 2.0}};
  const Level level = level_of(profile, {}, {0, 60 * day, epoch_of(2026, 3, 4, 7)});
  for (const Time from : {Time{0}, 2 * day + 13 * minute, 30 * day}) {
    const Time until = from + 5 * day + 17 * minute;
    double sum = 0.0;
    double highest = 0.0;
    for (Time t = from; t < until; t += minute) {
      sum += level.at(t) / static_cast<double>((until - from) / minute);
      highest = std::max(highest, level.at(t));
    }
    CHECK(level.mean(from, until) == Approx(sum).epsilon(1e-9));
    CHECK(level.most(from, until) >= highest);
  }
}

TEST_CASE("a promotion takes from the time after what it pulled forward") {
  const Promotion promo{{10 * day}, {7 * day}, 3.0, {0.4}, {14 * day}, {}};
  const Level level = level_of({}, {promo}, {0, 60 * day, 0});
  const double missing = (1.0 - level.mean(0, 60 * day)) * 60.0;
  CHECK(missing == Approx(0.4 * 2.0 * 7.0));
  CHECK(level.at(16 * day) == 1.0);
  CHECK(level.at(17 * day) == Approx(promo.level_after()));
  CHECK(level.at(31 * day) == 1.0);
  CHECK(promo.share_of(0, 60 * day) == Approx(7.0 / 60.0));
}

TEST_CASE("a promotion comes again, and a lift below one is a dip of the level itself") {
  const Promotion promo{{-3 * day}, {2 * day}, 0.25, {}, {}, {7 * day}};
  const Level level = level_of({}, {promo}, {-10 * day, 70 * day, 0});
  for (Time t = -10 * day; t < 70 * day; t += 6 * hour) {
    const bool inside = t >= -3 * day && (t + 3 * day) % (7 * day) < 2 * day;
    CHECK(promo.on(t) == inside);
    CHECK(level.at(t) == (inside ? 0.25 : 1.0));
  }
  CHECK(promo.share_of(0, 70 * day) == Approx(2.0 / 7.0));
}
