// Dates: proleptic Gregorian, no time zone, no leap seconds.
#include "input/scalars.hpp"

#include <chrono>

namespace restock {

namespace {

bool digit(std::string_view text, std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; }

/// Reads exactly `count` digits at `at`.
bool digits(std::string_view text, std::size_t at, std::size_t count, int& out) {
  out = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!digit(text, i)) return false;
    out = out * 10 + (text[i] - '0');
  }
  return true;
}

}  // namespace

bool looks_like_date(std::string_view text) {
  return text.size() > 4 && digit(text, 0) && digit(text, 1) && digit(text, 2) && digit(text, 3) && text[4] == '-';
}

bool parse_date(std::string_view text, std::int64_t& epoch_us, Fault& fault) {
  const std::string shown = "`" + std::string(text) + "`";
  fault = {"bad_date", shown + " is not a date", "write 2026-06-12, 2026-06-12T08:30 or 2026-06-12T08:30:15"};
  int y = 0, m = 0, d = 0, h = 0, min = 0, s = 0;
  if (text.size() < 10 || !digits(text, 0, 4, y) || text[4] != '-' || !digits(text, 5, 2, m) || text[7] != '-' ||
      !digits(text, 8, 2, d))
    return false;
  if (text.size() > 10) {
    if ((text[10] != 'T' && text[10] != ' ') || text.size() < 16 || !digits(text, 11, 2, h) || text[13] != ':' ||
        !digits(text, 14, 2, min))
      return false;
    if (text.size() > 16 && (text.size() != 19 || text[16] != ':' || !digits(text, 17, 2, s))) {
      if (text.find_first_of("Z+", 16) != std::string_view::npos) fault.hint = "dates have no time zone: leave it out";
      return false;
    }
  }
  using namespace std::chrono;
  const year_month_day date{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)},
                            std::chrono::day{static_cast<unsigned>(d)}};
  if (!date.ok() || y < 1 || h > 23 || min > 59 || s > 59) {
    fault = {"bad_date", shown + " does not exist in the calendar", {}};
    return false;
  }
  const auto at = sys_days{date} + hours{h} + minutes{min} + seconds{s};
  epoch_us = duration_cast<microseconds>(at.time_since_epoch()).count();
  return true;
}

std::string date_text(std::int64_t epoch_us) {
  using namespace std::chrono;
  const auto at = floor<minutes>(sys_time<microseconds>(microseconds(epoch_us)));
  const auto date = floor<days>(at);
  const year_month_day parts{date};
  const hh_mm_ss clock{at - date};
  const auto two = [](auto value) {
    const std::string text = std::to_string(value);
    return text.size() < 2 ? "0" + text : text;
  };
  return std::to_string(static_cast<int>(parts.year())) + "-" + two(static_cast<unsigned>(parts.month())) + "-" +
         two(static_cast<unsigned>(parts.day())) + " " + two(clock.hours().count()) + ":" +
         two(clock.minutes().count());
}

}  // namespace restock
