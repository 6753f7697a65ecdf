// 128-bit integers: unit × tick sums overflow 64 bits at 292,000 unit-years.
#pragma once

#include <cstdint>

namespace restock {

__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

constexpr Wide widen(std::int64_t a, std::int64_t b) { return static_cast<Wide>(a) * b; }

/// The nearest double; used once, on output.
constexpr double to_double(Wide value) { return static_cast<double>(value); }

}  // namespace restock
