// One text to one value: numbers with and without units. No places, no paths: the caller adds them to the fault.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "input/report.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// A finite decimal number: digits, optional fraction and exponent. No leading zeros, no signs but minus, no names.
bool parse(std::string_view text, double& out, Fault& fault);
bool parse(std::string_view text, std::int64_t& out, Fault& fault);  ///< also Quantity
bool parse(std::string_view text, std::uint64_t& out, Fault& fault);
bool parse(std::string_view text, int& out, Fault& fault);
bool parse(std::string_view text, bool& out, Fault& fault);
bool parse(std::string_view text, Duration& out, Fault& fault);   ///< `7 d`, never negative
bool parse(std::string_view text, Rate& out, Fault& fault);       ///< `42 per d`, `3 / h`, `1 per 14 d`
bool parse(std::string_view text, Money& out, Fault& fault);      ///< `14.00`
bool parse(std::string_view text, MoneyRate& out, Fault& fault);  ///< `0.02 per d`, `25 % per y`
bool parse(std::string_view text, Share& out, Fault& fault);      ///< `0.97`, `97 %`
bool parse(std::string_view text, ShareRate& out, Fault& fault);  ///< `20 % per y`, `-0.05 per y`

/// Like a duration, but may be negative: an offset from `start`.
bool parse_offset(std::string_view text, Time& out, Fault& fault);

/// `2026-06-12`, `2026-06-12T08:30`, `2026-06-12 08:30:15`: microseconds since 1970-01-01T00:00, without time zone.
bool parse_date(std::string_view text, std::int64_t& epoch_us, Fault& fault);
/// `2026-06-12 08:30`, rounded down to the minute.
std::string date_text(std::int64_t epoch_us);
/// Whether the text is meant as a date: four digits and a dash.
bool looks_like_date(std::string_view text);

/// Whether the text begins like a number.
bool looks_like_number(std::string_view text);

std::string_view trimmed(std::string_view text);

/// `7 d`, `36 h`: the largest unit that divides it.
std::string duration_text(Time ticks);
/// A number without trailing noise, re-readable.
std::string number_text(double value);

}  // namespace restock
