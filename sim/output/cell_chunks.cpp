#include "output/cell_chunks.hpp"

#include <algorithm>
#include <bit>

namespace restock {

namespace {

constexpr std::size_t most_elements = 8'192, most_cells_in_chunk = 1'024;

std::size_t largest_divisor(std::size_t of, std::size_t most) {
  for (std::size_t d = std::min(of, most); d > 1; --d)
    if (of % d == 0) return d;
  return 1;
}

}  // namespace

CellChunk chunk_of_cells(const SweepHeader& header) {
  const Axes& axes = header.run.axes;
  std::size_t width = 1;
  if (header.run.detail >= Detail::site) width = std::max(width, axes.sites.size());
  if (header.run.detail >= Detail::stock_point) width = std::max(width, axes.points());
  const std::size_t most =
      !has_tables(header) ? most_elements : std::clamp<std::size_t>(most_elements / width, 1, most_cells_in_chunk);
  const std::size_t replications = header.run.replications, row = header.alternatives() * replications;
  if (row > 0 && most >= row)
    return {std::bit_floor(std::min(most / row, std::max<std::size_t>(header.points, 1))), header.alternatives(),
            replications};
  if (most >= replications)
    return {1, largest_divisor(header.alternatives(), most / std::max<std::size_t>(replications, 1)), replications};
  return {1, 1, largest_divisor(replications, most)};
}

}  // namespace restock
