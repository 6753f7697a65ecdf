// Shares in whole millionths, so that sums of units × share are exact.
#pragma once

#include <cstdint>

namespace restock {

using Millionths = std::int64_t;
inline constexpr Millionths in_one = 1'000'000;

}  // namespace restock
