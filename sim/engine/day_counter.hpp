// Numbers occasions for addresses of draws. Private to engine/.
#pragma once

#include "core/time.hpp"

#include <cstdint>

namespace restock {

/// Counts occasions within a day, for addresses that an extra occasion today does not move tomorrow.
/// Times are within ±2^51 ticks, so the index of a day has 16 bits.
struct DayCounter {
  std::int32_t day_index = INT32_MIN;
  std::uint32_t used = 0;
  std::uint32_t next(Time now) {
    const auto today = static_cast<std::int32_t>(bucket_of(now, day));
    if (day_index != today) *this = {today, 0};
    return used++;
  }
};

}  // namespace restock
