// Cells of a sweep, put together from whatever files hold them. Private to campaign/.
#pragma once

#include "output/cell_file.hpp"
#include "output/sources.hpp"

#include <cstdint>
#include <functional>
#include <list>
#include <string>
#include <utility>
#include <vector>

namespace restock {

/// Which files hold which cells of a range, each cell once, and which cells nobody holds.
struct CellCover {
  std::vector<std::string> files;
  std::vector<CellRun> runs;                                     ///< ascending, without overlaps
  std::vector<std::pair<std::uint64_t, std::uint64_t>> missing;  ///< ascending [from, to)
  std::size_t bins = 0;                                          ///< of waits, in any of the files

  std::uint64_t missing_cells() const;
};

/// Adds the runs of consecutive cells of a file.
void add_runs(const std::vector<std::uint64_t>& cells, std::size_t file, std::vector<CellRun>& runs);

/// Covers [from, to) with runs that may overlap.
CellCover cover(std::vector<std::string> files, std::vector<CellRun> runs, std::uint64_t from, std::uint64_t to);

/// What is wrong with a shard that is to hold the cells [from, to) of a plan; empty when all is well. Reads every
/// number.
std::string damage_of(const std::string& path, std::uint64_t plan, std::uint64_t from, std::uint64_t to);

/// A file of cells that cannot be read after all.
struct DamagedCells : ResultError {
  using ResultError::ResultError;
};

/// Calls `each` for every cell that is covered, in order. Few files are open at a time. Throws DamagedCells naming the
/// file.
void for_each_cell(const CellCover& cover, const std::function<void(const CellValues&)>& each,
                   Tables tables = Tables::read);

}  // namespace restock
