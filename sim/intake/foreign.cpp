// Names, dates and units as other tables write them.
#include "intake/foreign.hpp"

#include "core/time.hpp"
#include "input/scalars.hpp"
#include "input/section.hpp"

#include <chrono>
#include <cmath>

namespace restock {

namespace {

/// The name without what names of the language cannot have.
std::string as_name(std::string_view written) {
  std::string name;
  for (const char c : trimmed(written)) {
    const bool refused = std::string_view(".*?[]\"\n\r\t").find(c) != std::string_view::npos;
    name += refused ? '-' : c;
  }
  if (name.empty() || name_fault(name)) name = "unnamed";
  return name;
}

/// 17.03.2011, with or without a time after it, as 2011-03-17: with points the day comes first, everywhere. Anything
/// else is left as it is.
std::string as_iso_date(std::string_view written) {
  const auto digits = [&written](std::size_t from, std::size_t most) {
    std::size_t n = 0;
    while (n < most && from + n < written.size() && written[from + n] >= '0' && written[from + n] <= '9') ++n;
    return n;
  };
  const std::size_t day_digits = digits(0, 2), month_at = day_digits + 1, month_digits = digits(month_at, 2),
                    year_at = month_at + month_digits + 1;
  if (day_digits == 0 || month_digits == 0 || digits(year_at, 4) != 4 || written[month_at - 1] != '.' ||
      written[year_at - 1] != '.')
    return std::string(written);
  const auto two = [&written](std::size_t at, std::size_t n) {
    return (n == 1 ? "0" : "") + std::string(written.substr(at, n));
  };
  return std::string(written.substr(year_at, 4)) + "-" + two(month_at, month_digits) + "-" + two(0, day_digits) +
         std::string(written.substr(year_at + 4));
}

}  // namespace

std::size_t ForeignNames::add(std::string_view written) {
  const auto [at, is_new] = by_written_.emplace(std::string(trimmed(written)), names_.size());
  if (!is_new) return at->second;
  const std::string wished = as_name(written);
  std::string name = wished;
  if (const auto last = taken_.find(wished); last != taken_.end()) do
      name = wished + "-" + std::to_string(++last->second);
    while (taken_.contains(name));  // somebody may be called so by himself
  taken_.emplace(name, 1);
  names_.push_back(std::move(name));
  return at->second;
}

std::optional<std::size_t> ForeignNames::find(std::string_view written) const {
  const auto at = by_written_.find(std::string(trimmed(written)));
  return at == by_written_.end() ? std::nullopt : std::optional(at->second);
}

std::int64_t month_after(std::int64_t epoch_us) {
  using namespace std::chrono;
  const year_month_day date{floor<days>(sys_time<microseconds>(microseconds(epoch_us)))};
  const sys_days next = sys_days((date.year() / date.month() + months(1)) / 1);
  return duration_cast<microseconds>(next.time_since_epoch()).count();
}

bool parse_foreign_time(std::string_view text, std::int64_t& epoch_us, std::int64_t& lasts_us, Fault& fault) {
  const std::string_view written = trimmed(text);
  const bool is_month = written.size() == 7 && looks_like_date(written);
  std::string whole = is_month ? std::string(written) + "-01" : as_iso_date(written);
  if (!parse_date(whole, epoch_us, fault)) {
    if (written.find('/') != std::string_view::npos)
      fault.problem =
          "`" + std::string(written) + "` begins with the day in some countries and with the month in others";
    fault.hint =
        "write dates as 2026-06-12 or 12.06.2026, with a time after it where there is one, or months as 2026-06";
    return false;
  }
  lasts_us = is_month ? month_after(epoch_us) - epoch_us : whole.size() == 10 ? day : 0;
  return true;
}

bool parse_units(std::string_view text, Quantity& units, Fault& fault) {
  double value = 0.0;
  if (!parse(trimmed(text), value, fault)) return false;
  if (value != std::floor(value) || std::abs(value) > 1e15) {
    fault = {"wrong_type", "`" + std::string(text) + "` is not a whole number of units",
             "a scenario counts whole units: state them in a smaller unit"};
    return false;
  }
  units = static_cast<Quantity>(value);
  return true;
}

}  // namespace restock
