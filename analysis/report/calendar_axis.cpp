#include "analysis/report/calendar_axis.hpp"

#include "analysis/report/drawing.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>

namespace restock::report {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

/// Midnight of the day of `start`, and the part of the day after it.
struct StartOfAxis {
  sys_days midnight;
  double offset;
};

std::optional<StartOfAxis> parsed(const std::string& start) {
  int year = 0, hour = 0, minute = 0;
  unsigned month = 0, date = 0;
  const int found = std::sscanf(start.c_str(), "%d-%u-%uT%d:%d", &year, &month, &date, &hour, &minute);
  const year_month_day ymd{std::chrono::year(year), std::chrono::month(month), std::chrono::day(date)};
  if (found < 3 || !ymd.ok()) return std::nullopt;
  return StartOfAxis{sys_days(ymd), (hour + minute / 60.0) / 24.0};
}

constexpr const char* month_names[]{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string label_of(const year_month_day& date, unsigned months) {
  const auto month = static_cast<unsigned>(date.month());
  const int year = static_cast<int>(date.year());
  if (months == 0) return fmt::format("{} {}", static_cast<unsigned>(date.day()), month_names[month - 1]);
  if (months >= 12) return fmt::format("{}", year);
  return month == 1 ? fmt::format("Jan {}", year) : month_names[month - 1];
}

}  // namespace

std::string date_of(const std::string& start, double days) {
  const std::optional<StartOfAxis> from = parsed(start);
  if (!from) return fmt::format("day {:.0f}", days);
  const year_month_day date(from->midnight +
                            std::chrono::days(static_cast<int>(std::floor(days + from->offset + 1e-9))));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::vector<std::pair<double, std::string>> date_ticks(const std::string& start, double last, std::size_t most) {
  std::vector<std::pair<double, std::string>> ticks;
  const std::optional<StartOfAxis> from = parsed(start);
  if (!from) {
    const std::vector<double> plain = nice_ticks(0.0, last, static_cast<int>(most));
    for (const double at : plain) ticks.emplace_back(at, "day " + tick_text(at, plain));
    return ticks;
  }
  const double room = static_cast<double>(most);
  for (const int step : {1, 2, 7, 14}) {
    if (last / step > room) continue;
    for (int at = 0; at <= last; at += step)
      if (const double instant = at - from->offset; instant >= 0.0)
        ticks.emplace_back(instant, label_of(year_month_day(from->midnight + std::chrono::days(at)), 0));
    return ticks;
  }
  unsigned step = 1;
  for (const unsigned months : {1U, 2U, 3U, 6U, 12U, 24U, 60U, 120U, 600U}) {
    step = months;
    if (last / (30.4375 * months) <= room) break;
  }
  const year_month_day first(from->midnight);
  // Months counted from the year 0, so that quarters begin in January, April, July and October.
  unsigned month =
      static_cast<unsigned>(static_cast<int>(first.year())) * 12 + static_cast<unsigned>(first.month()) - 1;
  month -= month % step;
  for (;; month += step) {
    const year_month_day date{std::chrono::year(static_cast<int>(month / 12)), std::chrono::month(month % 12 + 1),
                              std::chrono::day(1)};
    const double at = static_cast<double>((sys_days(date) - from->midnight).count()) - from->offset;
    if (at > last) break;
    if (at >= 0.0) ticks.emplace_back(at, label_of(date, step));
  }
  return ticks;
}

}  // namespace restock::report
