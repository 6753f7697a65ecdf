#include "campaign/checkpoints.hpp"

#include <algorithm>
#include <utility>

namespace restock {

namespace {
constexpr std::size_t most_bytes = std::size_t{64} << 20U;
}  // namespace

void Checkpoints::add(CellValues values) {
  std::vector<CellValues> due;
  {
    const std::lock_guard lock(guard_);
    bytes_ += bytes_of(values);
    cells_.push_back(std::move(values));
    const double age = std::chrono::duration<double>(Clock::now() - last_).count();
    if (age < seconds_ && bytes_ < most_bytes) return;
    due.swap(cells_);
    bytes_ = 0;
    last_ = Clock::now();
  }
  write(std::move(due));
}

void Checkpoints::flush() {
  std::vector<CellValues> due;
  {
    const std::lock_guard lock(guard_);
    due.swap(cells_);
    bytes_ = 0;
    last_ = Clock::now();
  }
  if (!due.empty()) write(std::move(due));
}

void Checkpoints::write(std::vector<CellValues> cells) const {
  std::sort(cells.begin(), cells.end(), [](const CellValues& a, const CellValues& b) { return a.cell < b.cell; });
  std::size_t bins = 0;
  for (const CellValues& values : cells) bins = std::max(bins, values.waits.size());
  const CellsMark mark{-1, 0, true};
  CellFileWriter file(parts_.checkpoint_path(cells.front().cell, cells.back().cell), header_, mark, cells.size(), bins);
  for (CellValues& values : cells) file.add(std::move(values));
  file.finish({});
}

}  // namespace restock
