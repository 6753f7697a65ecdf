// How much of a run is kept, and the group of stock points that waits and samples are counted in at each level.
#pragma once

#include "measure/layout.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace restock {

/// `--detail`: each level keeps what the ones before it keep; `orders` is `stock_point` plus the order ledgers.
/// The numbers are written to result files.
enum class Detail : std::uint8_t { total = 0, site = 1, stock_point = 2, orders = 3 };

inline constexpr std::array<std::string_view, 4> detail_names{"total", "site", "stock_point", "orders"};

constexpr std::string_view to_text(Detail detail) { return detail_names[static_cast<std::size_t>(detail)]; }

constexpr std::optional<Detail> detail_from(std::string_view text) {
  for (std::size_t i = 0; i < detail_names.size(); ++i)
    if (detail_names[i] == text) return static_cast<Detail>(i);
  return std::nullopt;
}

/// Groups are numbered like what they stand for: one for everything, one a site, or one a stock point.
inline std::size_t group_count(Detail detail, const Layout& layout) {
  if (detail == Detail::total) return 1;
  return detail == Detail::site ? layout.sites : layout.point_site.size();
}

inline std::size_t group_of(Detail detail, const Layout& layout, PointId point) {
  if (detail == Detail::total) return 0;
  return detail == Detail::site ? layout.point_site[point.index()].index() : point.index();
}

}  // namespace restock
