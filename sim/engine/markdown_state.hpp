// What prices are now, and who would come for them. A side table of the State, empty where nobody reduces prices.
#pragma once

#include "engine/feed.hpp"
#include "stock/markdown.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// Of a stock point.
struct MarkdownState {
  static constexpr std::int32_t no_step = -1;
  std::vector<bool> seen;       ///< by step: what its stock said at the last look
  std::int32_t step = no_step;  ///< the one in force
  Millionths off = 0;           ///< of it
  double extra = 0.0;           ///< likewise
};

struct MarkdownTables {
  std::vector<MarkdownState> points;       ///< by point
  std::vector<std::uint32_t> bargains_of;  ///< by stream, into heights, or none
  std::vector<Height> heights;             ///< of the streams of those who come for the price only
  std::vector<Millionths> off;             ///< by entry, of customers: what was taken off when he ordered

  bool any() const { return !points.empty(); }
};

}  // namespace restock
