// Hashes as text: 16 hexadecimal digits, so that no reader rounds them.
#pragma once

#include <cstdint>
#include <string>

namespace restock {

inline std::string hex(std::uint64_t value) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4U) text[i] = digits[value & 15U];
  return text;
}

}  // namespace restock
