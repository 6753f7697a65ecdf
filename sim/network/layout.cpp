#include "network/layout.hpp"

#include <algorithm>
#include <numeric>

namespace restock {
namespace {

using Boxes = std::vector<std::uint32_t>;

/// Sorts a column by the mean row of each box's neighbours; few boxes are spread over the height of the tallest column.
void settle(Boxes& column, const std::vector<Boxes>& neighbours, std::size_t tallest, std::vector<double>& row) {
  std::vector<double> wish = row;
  for (const std::uint32_t i : column) {
    if (neighbours[i].empty()) continue;
    const auto add = [&](double sum, std::uint32_t other) { return sum + row[other]; };
    wish[i] = std::accumulate(neighbours[i].begin(), neighbours[i].end(), 0.0, add) /
              static_cast<double>(neighbours[i].size());
  }
  std::stable_sort(column.begin(), column.end(), [&](auto a, auto b) { return wish[a] < wish[b]; });
  const double step = static_cast<double>(tallest) / static_cast<double>(column.size());
  for (std::size_t k = 0; k < column.size(); ++k) row[column[k]] = (static_cast<double>(k) + 0.5) * step - 0.5;
}

}  // namespace

std::vector<double> rows_of(const Picture& picture) {
  std::vector<Boxes> columns(picture.columns);
  std::vector<double> row(picture.boxes.size());
  for (std::uint32_t i = 0; i < picture.boxes.size(); ++i) {
    row[i] = static_cast<double>(columns[picture.boxes[i].column].size());
    columns[picture.boxes[i].column].push_back(i);
  }
  std::vector<Boxes> before(picture.boxes.size()), after(picture.boxes.size());
  for (const Arrow& arrow : picture.arrows) {
    before[arrow.to].push_back(arrow.from);
    after[arrow.from].push_back(arrow.to);
  }
  std::size_t tallest = 1;
  for (const Boxes& column : columns) tallest = std::max(tallest, column.size());
  for (Boxes& column : columns) settle(column, before, tallest, row);
  for (auto column = columns.rbegin(); column != columns.rend(); ++column) settle(*column, after, tallest, row);
  for (Boxes& column : columns) settle(column, before, tallest, row);
  return row;
}

}  // namespace restock
