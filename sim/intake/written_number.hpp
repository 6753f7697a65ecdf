// Numbers as people write them: 1234.5, 1,234.5 or 1.234,5. Pure. Used by the tables of this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace restock {

/// What a number by itself says of its decimal mark: `absent` where it has none; `either` where 1.234 may be a thousand
/// and more, or one and a bit.
enum class DecimalMark : std::uint8_t { absent, point, comma, either };

DecimalMark decimal_mark_of(std::string_view number);

/// The number with a decimal point and without marks between its thousands; nullopt where these stand wrong, or where
/// it is no number.
std::optional<std::string> with_decimal_point(std::string_view number, char decimal);

}  // namespace restock
