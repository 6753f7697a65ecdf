// Numbers with units.
#include "input/scalars.hpp"
#include "input/numbers.hpp"
#include "input/words.hpp"

#include <array>
#include <cmath>

namespace restock {

namespace {

struct Unit {
  std::string_view name;
  Time ticks;
};
constexpr std::array<Unit, 25> time_units{{{"us", microsecond},
                                           {"ms", 1000 * microsecond},
                                           {"s", second},
                                           {"min", minute},
                                           {"h", hour},
                                           {"d", day},
                                           {"w", week},
                                           {"month", month},
                                           {"y", year},
                                           {"second", second},
                                           {"seconds", second},
                                           {"minute", minute},
                                           {"minutes", minute},
                                           {"hour", hour},
                                           {"hours", hour},
                                           {"day", day},
                                           {"days", day},
                                           {"week", week},
                                           {"weeks", week},
                                           {"months", month},
                                           {"year", year},
                                           {"years", year},
                                           {"microsecond", 1},
                                           {"microseconds", 1},
                                           {"milliseconds", 1000 * microsecond}}};
constexpr std::string_view known_units = "units: us, ms, s, min, h, d, w, month, y";

bool find_unit(std::string_view name, Time& ticks, std::string_view whole, Fault& fault) {
  std::vector<std::string_view> names;
  for (const Unit& unit : time_units) {
    if (unit.name == name) return ticks = unit.ticks, true;
    names.push_back(unit.name);
  }
  const std::string_view near = nearest_word(name, names);
  fault = {
      "wrong_unit", as_written(whole) + ": " + as_written(name) + " is not a unit of time",
      near.empty() ? std::string(known_units) : "did you mean " + std::string(near) + "? " + std::string(known_units)};
  return false;
}

/// A number of units of time as ticks; exact when the number is whole.
bool span(std::string_view text, Time& out, Fault& fault) {
  double value = 0.0;
  std::string_view number, rest;
  if (!leading_number(text, value, number, rest, "a duration such as 7 d", fault)) {
    if (fault.code == "wrong_type" && fault.hint.empty()) fault.hint = std::string(known_units);
    return false;
  }
  if (rest.empty()) {
    fault = {"missing_unit", as_written(text) + " has no unit",
             "write " + std::string(number) + " d, or another of the " + std::string(known_units)};
    return false;
  }
  Time unit = 0;
  if (!find_unit(rest, unit, text, fault)) return false;
  const double ticks = value * static_cast<double>(unit);
  if (!(std::abs(ticks) < static_cast<double>(never))) {
    fault = {"out_of_range", as_written(text) + " is longer than the clock can tell (about 71 years)", {}};
    return false;
  }
  std::int64_t whole = 0;
  Fault ignored;
  if (parse(number, whole, ignored)) {
    out = whole * unit;
  } else {
    out = std::llround(ticks);
  }
  return true;
}

/// Splits `42 per 3 d` at `per` or `/`; false when there is neither.
bool split_per(std::string_view text, std::string_view& number, std::string_view& time) {
  if (const auto slash = text.find('/'); slash != std::string_view::npos) {
    number = trimmed(text.substr(0, slash));
    time = trimmed(text.substr(slash + 1));
    return true;
  }
  for (std::size_t at = text.find("per"); at != std::string_view::npos; at = text.find("per", at + 1)) {
    const bool before = at > 0 && (text[at - 1] == ' ' || text[at - 1] == '%');
    if (!before || at + 3 >= text.size() || text[at + 3] != ' ') continue;
    number = trimmed(text.substr(0, at));
    time = trimmed(text.substr(at + 3));
    return true;
  }
  return false;
}

/// The time after `per`: `d`, or `14 d`.
bool per_time(std::string_view text, std::string_view whole, Time& out, Fault& fault) {
  if (!looks_like_number(text)) return find_unit(text, out, whole, fault);
  if (!span(text, out, fault)) return false;
  if (out > 0) return true;
  fault = {"out_of_range", as_written(whole) + ": the time after `per` must be above 0", {}};
  return false;
}

bool not_negative(double value, std::string_view text, Fault& fault) {
  if (value >= 0.0) return true;
  fault = {"negative", as_written(text) + " must not be negative", {}};
  return false;
}

/// A number, or a percentage.
bool portion(std::string_view text, double& out, bool& percent, std::string_view expected, Fault& fault) {
  std::string_view number, rest;
  if (!leading_number(text, out, number, rest, expected, fault)) return false;
  percent = rest == "%";
  if (!rest.empty() && !percent) return fault = no_number(text, expected), false;
  if (percent) out /= 100.0;
  return not_negative(out, text, fault);
}

}  // namespace

bool parse_offset(std::string_view text, Time& out, Fault& fault) { return span(text, out, fault); }

bool parse(std::string_view text, Duration& out, Fault& fault) {
  Time ticks = 0;
  if (!span(text, ticks, fault)) return false;
  if (ticks < 0 || text.starts_with('-'))
    return fault = {"negative", as_written(text) + ": a duration must not be negative", {}}, false;
  out.ticks = ticks;
  return true;
}

bool parse(std::string_view text, Rate& out, Fault& fault) {
  std::string_view number, time;
  if (!split_per(text, number, time)) {
    double value = 0.0;
    std::string_view digits, rest;
    if (leading_number(text, value, digits, rest, "a rate such as 42 per d", fault))
      fault = {"missing_unit", as_written(text) + " is not a rate",
               "write " + std::string(digits) + " per d, or per another unit of time"};
    else if (fault.hint.empty())
      fault.hint = "write a number per time, e.g. 42 per d";
    return false;
  }
  double value = 0.0;
  if (!parse(number, value, fault)) return false;
  Time unit = 0;
  if (!per_time(time, text, unit, fault)) return false;
  if (!not_negative(value, text, fault)) return false;
  out.per_tick = value / static_cast<double>(unit);
  return true;
}

bool parse(std::string_view text, Money& out, Fault& fault) {
  if (!parse(text, out.amount, fault)) {
    if (fault.code == "wrong_type" && (fault.hint.empty() || fault.hint == "write the number alone"))
      fault.hint = "money is a plain number, e.g. 14.00";
    return false;
  }
  return not_negative(out.amount, text, fault);
}

namespace {

/// A number or percentage per time.
bool portion_per_time(std::string_view text, double& per_tick, bool& percent, std::string_view expected,
                      std::string_view hint, Fault& fault) {
  std::string_view number, time;
  if (!split_per(text, number, time)) {
    double value = 0.0;
    std::string_view digits, rest;
    if (leading_number(text, value, digits, rest, expected, fault))
      fault = {"missing_unit", as_written(text) + " is not " + std::string(expected),
               "write " + std::string(text) + " per d, or per another unit of time"};
    else if (fault.hint.empty())
      fault.hint = hint;
    return false;
  }
  double value = 0.0;
  if (!portion(number, value, percent, "a number or percentage", fault)) return false;
  Time unit = 0;
  if (!per_time(time, text, unit, fault)) return false;
  per_tick = value / static_cast<double>(unit);
  return true;
}

}  // namespace

bool parse(std::string_view text, MoneyRate& out, Fault& fault) {
  return portion_per_time(text, out.per_tick, out.of_cost, "money per time such as 0.02 per d, or 25 % per y",
                          "write 0.02 per d (money per unit) or 25 % per y (share of cost)", fault);
}

bool parse(std::string_view text, ShareRate& out, Fault& fault) {
  const bool falls = text.starts_with('-');
  bool percent = false;
  if (!portion_per_time(falls ? text.substr(1) : text, out.per_tick, percent,
                        "a share per time such as 1.2 % per month", "write a share per time, e.g. 20 % per y", fault))
    return false;
  if (falls) out.per_tick = -out.per_tick;
  return true;
}

bool parse(std::string_view text, Share& out, Fault& fault) {
  double value = 0.0;
  bool percent = false;
  if (!portion(text, value, percent, "a share such as 0.97 or 97 %", fault)) return false;
  if (value > 1.0) {
    fault = {"out_of_range", as_written(text) + ": a share must lie between 0 and 1",
             !percent && value <= 100.0 ? "did you mean " + std::string(text) + " %?" : std::string()};
    return false;
  }
  out.value = value;
  return true;
}

std::string duration_text(Time ticks) {
  for (const Unit& unit : {Unit{"d", day}, Unit{"h", hour}, Unit{"min", minute}, Unit{"s", second}, Unit{"ms", 1000}})
    if (ticks % unit.ticks == 0) return std::to_string(ticks / unit.ticks) + " " + std::string(unit.name);
  return std::to_string(ticks) + " us";
}

}  // namespace restock
