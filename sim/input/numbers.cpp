// Numbers without units, and truth values.
#include "input/numbers.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <type_traits>

namespace restock {

namespace {

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

template <class Integer>
bool parse_integer(std::string_view text, Integer& out, std::string_view expected, Fault& fault) {
  const std::size_t length = number_length(text);
  if (length == 0 || length != text.size()) {
    fault = no_number(text, expected);
    if (length > 0 && fault.hint.empty()) fault.hint = "write the number alone";
    return false;
  }
  if (leading_zero(text)) {
    fault = {"leading_zero", as_written(text) + " has leading zeros",
             "write the number without them; put quotes around text"};
    return false;
  }
  if (text.find_first_of(".eE") != std::string_view::npos) {
    fault = {"wrong_type", as_written(text) + " is not a whole number", "write it without fraction and exponent"};
    return false;
  }
  if (text == "-0") return out = 0, true;
  if constexpr (std::is_unsigned_v<Integer>) {
    if (text.starts_with('-')) return fault = {"negative", as_written(text) + " must not be negative", {}}, false;
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) {
    fault = {
        "out_of_range", as_written(text) + " does not fit into " + std::to_string(sizeof(Integer) * 8) + " bits", {}};
    return false;
  }
  return true;
}

}  // namespace

std::string as_written(std::string_view text) { return "`" + std::string(text) + "`"; }

Fault no_number(std::string_view text, std::string_view expected) {
  std::string lower;
  for (const char c : text) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  for (const std::string_view name :
       {".nan", "nan", ".inf", "inf", "-.inf", "-inf", "+.inf", "+inf", "infinity", "-infinity"})
    if (lower == name) return {"not_finite", as_written(text) + " is not a finite number", {}};
  if (text.starts_with('+'))
    return {"wrong_type", as_written(text) + ": a number has no plus sign", "write " + std::string(text.substr(1))};
  if (text.starts_with('.'))
    return {"wrong_type", as_written(text) + " is not " + std::string(expected), "write 0" + std::string(text)};
  if (text.starts_with("0x") || text.starts_with("0o") || text.starts_with("0b"))
    return {"wrong_type", as_written(text) + ": numbers are written in decimal", "write it in decimal"};
  std::string plain;
  bool separators = !text.empty();
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      plain += c;
    else if (c != '_' && c != ',' && c != '\'')
      separators = false;
  }
  if (separators && !plain.empty()) return {"wrong_type", as_written(text) + " has separators", "write " + plain};
  return {"wrong_type", as_written(text) + " is not " + std::string(expected), {}};
}

bool leading_number(std::string_view text, double& value, std::string_view& number, std::string_view& rest,
                    std::string_view expected, Fault& fault) {
  const std::size_t length = number_length(text);
  number = text.substr(0, length);
  rest = trimmed(text.substr(length));
  if (length == 0) return fault = no_number(text, expected), false;
  if (leading_zero(number)) {
    fault = {"leading_zero", as_written(text) + " has leading zeros",
             "write the number without them; put quotes around text"};
    return false;
  }
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size() || !std::isfinite(value)) {
    fault = {"out_of_range", as_written(text) + " does not fit into a 64-bit number", {}};
    return false;
  }
  if (value == 0.0) value = 0.0;  // no minus zero
  return true;
}

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
  fault = no_number(text, "a number");
  if (fault.hint.empty()) fault.hint = "write the number alone";
  return false;
}

bool parse(std::string_view text, std::int64_t& out, Fault& fault) {
  if (!parse_integer(text, out, "a whole number", fault)) return false;
  if (out <= unlimited && out >= -unlimited) return true;
  fault = {
      "out_of_range", as_written(text) + " is larger than a quantity may be (" + std::to_string(unlimited) + ")", {}};
  return false;
}

bool parse(std::string_view text, std::uint64_t& out, Fault& fault) {
  return parse_integer(text, out, "a whole number", fault);
}
bool parse(std::string_view text, int& out, Fault& fault) { return parse_integer(text, out, "a whole number", fault); }

bool parse(std::string_view text, bool& out, Fault& fault) {
  if (text == "true" || text == "false") return out = text == "true", true;
  fault = {"wrong_type", as_written(text) + " is neither true nor false", {}};
  for (const std::string_view yes : {"yes", "on", "y", "True", "TRUE", "Yes", "On", "1"})
    if (text == yes) fault.hint = "write true";
  for (const std::string_view no : {"no", "off", "n", "False", "FALSE", "No", "Off", "0"})
    if (text == no) fault.hint = "write false";
  return false;
}

std::string number_text(double value) {
  std::array<char, 32> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::string(text.data(), end) : std::string("?");
}

}  // namespace restock
