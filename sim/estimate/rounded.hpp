// Numbers that decide something, without the last bits in which processors' libm differ. Private to estimate/.
#pragma once

#include <cmath>

namespace restock {

/// To the nearest of 40 bits: about 12 decimal digits.
inline double round_to_40_bits(double x) {
  int exponent = 0;
  const double mantissa = std::frexp(x, &exponent);
  return std::ldexp(std::nearbyint(std::ldexp(mantissa, 40)), exponent - 40);
}

}  // namespace restock
