#include "core/markup.hpp"

#include <algorithm>

namespace restock {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  ///< U+FFFD

/// Bytes of the well-formed UTF-8 sequence at `at`; 0 when there is none (Unicode 15, table 3-7).
std::size_t sequence_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto follows = [&](std::size_t i, unsigned low = 0x80U, unsigned high = 0xBFU) {
    return byte(i) >= low && byte(i) <= high;
  };
  const unsigned first = byte(0);
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first <= 0xDFU) return follows(1) ? 2 : 0;
  if (first >= 0xE0U && first <= 0xEFU)
    return follows(1, first == 0xE0U ? 0xA0U : 0x80U, first == 0xEDU ? 0x9FU : 0xBFU) && follows(2) ? 3 : 0;
  if (first >= 0xF0U && first <= 0xF4U)
    return follows(1, first == 0xF0U ? 0x90U : 0x80U, first == 0xF4U ? 0x8FU : 0xBFU) && follows(2) && follows(3) ? 4
                                                                                                                  : 0;
  return 0;
}

std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      break;
  }
  const auto code = static_cast<unsigned char>(c);
  return (code < 0x20U && c != '\n' && c != '\t') || code == 0x7FU ? " " : "";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = sequence_at(text, at);
    if (bytes == 0) {
      out += replacement;
    } else if (const std::string_view entity = entity_of(text[at]); !entity.empty()) {
      out += entity;
    } else {
      out += text.substr(at, bytes);
    }
    at += std::max<std::size_t>(bytes, 1);
  }
  return out;
}

std::string shortened(std::string_view text, std::size_t letters) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
    if (++count > letters) return std::string(text.substr(0, i)) + "…";
  }
  return std::string(text);
}

}  // namespace restock
