// Why those leave who wait for a backorder, as records and results count it. Set by the engine, read by measure and
// output.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace restock {

enum class Leaves : std::uint8_t { patience, seller_limit, silence, slip, payment };

/// By their numbers, as results write them.
inline constexpr std::array<std::string_view, 5> leaves_names{"patience", "seller_limit", "silence", "slip", "payment"};

constexpr std::size_t index_of(Leaves why) { return static_cast<std::size_t>(why); }

}  // namespace restock
