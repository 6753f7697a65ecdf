#include "intake/written_number.hpp"

#include <algorithm>

namespace restock {

namespace {

std::string_view without_sign(std::string_view number) {
  return number.starts_with('-') || number.starts_with('+') ? number.substr(1) : number;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Digits in groups of three, the first of one to three: 12.345.678.
bool is_grouped(std::string_view whole, char mark) {
  const std::size_t first = whole.find(mark);
  if (first == std::string_view::npos || first > 3 || !is_digits(whole.substr(0, first)) || whole[0] == '0')
    return false;
  for (std::size_t at = first; at < whole.size(); at += 4)
    if (whole[at] != mark || whole.size() - at < 4 || !is_digits(whole.substr(at + 1, 3))) return false;
  return true;
}

bool is_decimal(std::string_view number, char decimal) {
  const char group = decimal == '.' ? ',' : '.';
  const std::size_t mark = number.find(decimal);
  const std::string_view whole = number.substr(0, mark);
  if (!is_digits(whole) && !is_grouped(whole, group)) return false;
  return mark == std::string_view::npos || is_digits(number.substr(mark + 1));
}

}  // namespace

DecimalMark decimal_mark_of(std::string_view number) {
  const std::string_view bare = without_sign(number);
  if (bare.find_first_of(".,") == std::string_view::npos) return DecimalMark::absent;
  const bool by_point = is_decimal(bare, '.'), by_comma = is_decimal(bare, ',');
  if (by_point && by_comma) return DecimalMark::either;
  return by_point ? DecimalMark::point : by_comma ? DecimalMark::comma : DecimalMark::absent;
}

std::optional<std::string> with_decimal_point(std::string_view number, char decimal) {
  const std::string_view bare = without_sign(number);
  if (!is_decimal(bare, decimal)) return std::nullopt;
  std::string plain = number.starts_with('-') ? "-" : "";
  for (const char c : bare)
    if (c == decimal)
      plain += '.';
    else if (c >= '0' && c <= '9')
      plain += c;
  return plain;
}

}  // namespace restock
