// Numbers with and without units.
#include "input/scalars.hpp"

#include "input/words.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace restock {

namespace {

struct Unit {
  std::string_view name;
  Time ticks;
};
constexpr std::array<Unit, 25> units{{{"us", microsecond},
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

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

bool find_unit(std::string_view name, Time& ticks, std::string_view whole, Fault& fault) {
  std::vector<std::string_view> names;
  for (const Unit& unit : units) {
    if (unit.name == name) return ticks = unit.ticks, true;
    names.push_back(unit.name);
  }
  const std::string_view near = nearest_word(name, names);
  fault = {
      "wrong_unit", quoted(whole) + ": " + quoted(name) + " is not a unit of time",
      near.empty() ? std::string(known_units) : "did you mean " + std::string(near) + "? " + std::string(known_units)};
  return false;
}

/// Length of the number at the beginning of the text: sign, digits, fraction, exponent.
std::size_t number_length(std::string_view text) {
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t start = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
    return i > start;
  };
  if (i < text.size() && text[i] == '-') ++i;
  if (!digits()) return 0;
  if (i + 1 < text.size() && text[i] == '.' && text[i + 1] >= '0' && text[i + 1] <= '9') {
    ++i;
    digits();
  }
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    const std::size_t before = i++;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    if (!digits()) i = before;
  }
  return i;
}

bool leading_zero(std::string_view number) {
  if (number.starts_with('-')) number.remove_prefix(1);
  return number.size() > 1 && number[0] == '0' && number[1] >= '0' && number[1] <= '9';
}

/// What a text is that is no number, as well as can be told.
Fault not_a_number(std::string_view text, std::string_view expected) {
  std::string lower;
  for (const char c : text) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  for (const std::string_view name :
       {".nan", "nan", ".inf", "inf", "-.inf", "-inf", "+.inf", "+inf", "infinity", "-infinity"})
    if (lower == name) return {"not_finite", quoted(text) + " is not a finite number", {}};
  if (text.starts_with('+'))
    return {"wrong_type", quoted(text) + ": a number has no plus sign", "write " + std::string(text.substr(1))};
  if (text.starts_with('.'))
    return {"wrong_type", quoted(text) + " is not " + std::string(expected), "write 0" + std::string(text)};
  if (text.starts_with("0x") || text.starts_with("0o") || text.starts_with("0b"))
    return {"wrong_type", quoted(text) + ": numbers are written in decimal", "write it in decimal"};
  std::string plain;
  bool separators = !text.empty();
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      plain += c;
    else if (c != '_' && c != ',' && c != '\'')
      separators = false;
  }
  if (separators && !plain.empty()) return {"wrong_type", quoted(text) + " has separators", "write " + plain};
  return {"wrong_type", quoted(text) + " is not " + std::string(expected), {}};
}

/// Reads the number at the beginning and leaves the rest, trimmed.
bool leading_number(std::string_view text, double& value, std::string_view& number, std::string_view& rest,
                    std::string_view expected, Fault& fault) {
  const std::size_t length = number_length(text);
  number = text.substr(0, length);
  rest = trimmed(text.substr(length));
  if (length == 0) return fault = not_a_number(text, expected), false;
  if (leading_zero(number)) {
    fault = {"leading_zero", quoted(text) + " has leading zeros",
             "write the number without them; put quotes around text"};
    return false;
  }
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size() || !std::isfinite(value)) {
    fault = {"out_of_range", quoted(text) + " does not fit into a 64-bit number", {}};
    return false;
  }
  if (value == 0.0) value = 0.0;  // no minus zero
  return true;
}

template <class Integer>
bool parse_integer(std::string_view text, Integer& out, std::string_view expected, Fault& fault) {
  const std::size_t length = number_length(text);
  if (length == 0 || length != text.size()) {
    fault = not_a_number(text, expected);
    if (length > 0 && fault.hint.empty()) fault.hint = "write the number alone";
    return false;
  }
  if (leading_zero(text)) {
    fault = {"leading_zero", quoted(text) + " has leading zeros",
             "write the number without them; put quotes around text"};
    return false;
  }
  if (text.find_first_of(".eE") != std::string_view::npos) {
    fault = {"wrong_type", quoted(text) + " is not a whole number", "write it without fraction and exponent"};
    return false;
  }
  if (text == "-0") return out = 0, true;
  if constexpr (std::is_unsigned_v<Integer>) {
    if (text.starts_with('-')) return fault = {"negative", quoted(text) + " must not be negative", {}}, false;
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) {
    fault = {"out_of_range", quoted(text) + " does not fit into " + std::to_string(sizeof(Integer) * 8) + " bits", {}};
    return false;
  }
  return true;
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
    fault = {"missing_unit", quoted(text) + " has no unit",
             "write " + std::string(number) + " d, or another of the " + std::string(known_units)};
    return false;
  }
  Time unit = 0;
  if (!find_unit(rest, unit, text, fault)) return false;
  const double ticks = value * static_cast<double>(unit);
  if (!(std::abs(ticks) < static_cast<double>(never))) {
    fault = {"out_of_range", quoted(text) + " is longer than the clock can tell (about 71 years)", {}};
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
  fault = {"out_of_range", quoted(whole) + ": the time after `per` must be above 0", {}};
  return false;
}

bool not_negative(double value, std::string_view text, Fault& fault) {
  if (value >= 0.0) return true;
  fault = {"negative", quoted(text) + " must not be negative", {}};
  return false;
}

/// A number, or a percentage.
bool portion(std::string_view text, double& out, bool& percent, std::string_view expected, Fault& fault) {
  std::string_view number, rest;
  if (!leading_number(text, out, number, rest, expected, fault)) return false;
  percent = rest == "%";
  if (!rest.empty() && !percent) return fault = not_a_number(text, expected), false;
  if (percent) out /= 100.0;
  return not_negative(out, text, fault);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool looks_like_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.starts_with('.')) text.remove_prefix(1);
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

bool parse(std::string_view text, double& out, Fault& fault) {
  std::string_view number, rest;
  if (!leading_number(text, out, number, rest, "a number", fault)) return false;
  if (rest.empty()) return true;
  fault = not_a_number(text, "a number");
  if (fault.hint.empty()) fault.hint = "write the number alone";
  return false;
}

bool parse(std::string_view text, std::int64_t& out, Fault& fault) {
  if (!parse_integer(text, out, "a whole number", fault)) return false;
  if (out <= unlimited && out >= -unlimited) return true;
  fault = {"out_of_range", quoted(text) + " is larger than a quantity may be (" + std::to_string(unlimited) + ")", {}};
  return false;
}

bool parse(std::string_view text, std::uint64_t& out, Fault& fault) {
  return parse_integer(text, out, "a whole number", fault);
}
bool parse(std::string_view text, int& out, Fault& fault) { return parse_integer(text, out, "a whole number", fault); }

bool parse(std::string_view text, bool& out, Fault& fault) {
  if (text == "true" || text == "false") return out = text == "true", true;
  fault = {"wrong_type", quoted(text) + " is neither true nor false", {}};
  for (const std::string_view yes : {"yes", "on", "y", "True", "TRUE", "Yes", "On", "1"})
    if (text == yes) fault.hint = "write true";
  for (const std::string_view no : {"no", "off", "n", "False", "FALSE", "No", "Off", "0"})
    if (text == no) fault.hint = "write false";
  return false;
}

bool parse_offset(std::string_view text, Time& out, Fault& fault) { return span(text, out, fault); }

bool parse(std::string_view text, Duration& out, Fault& fault) {
  Time ticks = 0;
  if (!span(text, ticks, fault)) return false;
  if (ticks < 0 || text.starts_with('-'))
    return fault = {"negative", quoted(text) + ": a duration must not be negative", {}}, false;
  out.ticks = ticks;
  return true;
}

bool parse(std::string_view text, Rate& out, Fault& fault) {
  std::string_view number, time;
  if (!split_per(text, number, time)) {
    double value = 0.0;
    std::string_view digits, rest;
    if (leading_number(text, value, digits, rest, "a rate such as 42 per d", fault))
      fault = {"missing_unit", quoted(text) + " is not a rate",
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

bool parse(std::string_view text, MoneyRate& out, Fault& fault) {
  constexpr std::string_view expected = "money per time such as 0.02 per d, or 25 % per y";
  std::string_view number, time;
  if (!split_per(text, number, time)) {
    double value = 0.0;
    std::string_view digits, rest;
    if (leading_number(text, value, digits, rest, expected, fault))
      fault = {"missing_unit", quoted(text) + " is not " + std::string(expected),
               "write " + std::string(text) + " per d, or per another unit of time"};
    else if (fault.hint.empty())
      fault.hint = "write 0.02 per d (money per unit) or 25 % per y (share of cost)";
    return false;
  }
  double value = 0.0;
  bool percent = false;
  if (!portion(number, value, percent, "a number or percentage", fault)) return false;
  Time unit = 0;
  if (!per_time(time, text, unit, fault)) return false;
  out = {value / static_cast<double>(unit), percent};
  return true;
}

bool parse(std::string_view text, Share& out, Fault& fault) {
  double value = 0.0;
  bool percent = false;
  if (!portion(text, value, percent, "a share such as 0.97 or 97 %", fault)) return false;
  if (value > 1.0) {
    fault = {"out_of_range", quoted(text) + ": a share must lie between 0 and 1",
             !percent && value <= 100.0 ? "did you mean " + std::string(text) + " %?" : std::string()};
    return false;
  }
  out.value = value;
  return true;
}

std::string number_text(double value) {
  std::array<char, 32> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::string(text.data(), end) : std::string("?");
}

std::string duration_text(Time ticks) {
  for (const Unit& unit : {Unit{"d", day}, Unit{"h", hour}, Unit{"min", minute}, Unit{"s", second}, Unit{"ms", 1000}})
    if (ticks % unit.ticks == 0) return std::to_string(ticks / unit.ticks) + " " + std::string(unit.name);
  return std::to_string(ticks) + " us";
}

}  // namespace restock
