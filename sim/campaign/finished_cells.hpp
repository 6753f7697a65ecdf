// Cells that are done while nobody knows yet how many there will be. Private to campaign/.
#pragma once

#include "output/results.hpp"

#include <cstddef>
#include <vector>

namespace restock {

/// Totals of all cells, and the rest of them as long as there is room: a cell without it can be run again.
class FinishedCells {
 public:
  FinishedCells(std::size_t alternatives, Detail detail);

  /// Alternatives have the same number of replications, or fewer once they are out; each in any order.
  void take(CellResult&& cell);
  /// Replications that an alternative has; all of them are there between blocks.
  std::size_t count(std::size_t alternative) const { return cells_[alternative].size(); }
  /// The values of a metric, by replication; NaN where undefined.
  std::vector<double> values(std::size_t metric, std::size_t alternative) const;
  /// The cell; none where only its totals were kept.
  const CellResult* whole(std::size_t alternative, std::size_t replication) const;

 private:
  struct Cell {
    CellResult result;
    bool is_whole = false;
  };
  std::vector<std::vector<Cell>> cells_;  ///< [alternative][replication]
  std::size_t room_;                      ///< bytes
};

}  // namespace restock
