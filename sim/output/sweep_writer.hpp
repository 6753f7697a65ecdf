// Writes the result of a sweep from its cells, in order and in bounded memory: batches of cells that fill whole blocks
// of the datasets.
#pragma once

#include "output/cell_values.hpp"
#include "output/error.hpp"
#include "output/sources.hpp"
#include "output/sweep_header.hpp"

#include <cstddef>
#include <memory>
#include <string>

namespace restock {

class SweepWriter {
 public:
  /// No cell has more than `bins` bins of waits. Throws ResultError, as every call here does.
  /// With `sources` the values of cells stay where they are and the result points there; only what is over all
  /// replications together is its own.
  SweepWriter(std::string path, const SweepHeader& header, std::size_t bins, const CellSources* sources = nullptr);
  ~SweepWriter();
  SweepWriter(const SweepWriter&) = delete;
  SweepWriter& operator=(const SweepWriter&) = delete;

  /// Cells come without their tables, which copy_tables() takes over as they are compressed; before the first cell.
  /// False where that cannot be: chunks of the shards would not be chunks of the result.
  bool leave_out_tables(const CellSources& sources);
  /// After the last cell: the tables of all of them. `sources` are those that tables were left out for, with paths that
  /// open here. Throws a ResultError that names the file that is damaged.
  void copy_tables(const CellSources& sources);
  /// All cells, each once, in ascending order.
  void add(const CellValues& values);
  /// Completes the file and gives it its name, replacing what is there.
  void finish(const RunFacts& run);

 private:
  struct File;
  std::unique_ptr<File> file_;
};

}  // namespace restock
