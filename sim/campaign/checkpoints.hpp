// Finished cells on their way to disk: gathered from all workers and written every so often. Private to campaign/.
#pragma once

#include "campaign/parts.hpp"
#include "output/cell_values.hpp"

#include <chrono>
#include <cstddef>
#include <mutex>
#include <vector>

namespace restock {

class Checkpoints {
 public:
  Checkpoints(const Parts& parts, const SweepHeader& header, double seconds)
      : parts_(parts), header_(header), seconds_(seconds), last_(Clock::now()) {}

  /// Keeps a cell; writes a checkpoint when the last one is old, or there is much to keep. Any thread.
  void add(CellValues values);
  /// Writes what there is.
  void flush();

 private:
  using Clock = std::chrono::steady_clock;
  void write(std::vector<CellValues> cells) const;

  const Parts& parts_;
  const SweepHeader& header_;
  double seconds_;
  std::mutex guard_;
  std::vector<CellValues> cells_;
  std::size_t bytes_ = 0;
  Clock::time_point last_;
};

}  // namespace restock
