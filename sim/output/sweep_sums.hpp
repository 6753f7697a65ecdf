// What a sweep's result keeps of each alternative of a design point rather than of each cell: sums over its
// replications. Used by sweep_writer.cpp.
#pragma once

#include "output/builder.hpp"
#include "output/cell_values.hpp"
#include "output/results.hpp"
#include "output/series_spread.hpp"
#include "output/write_summary.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace restock {

class SweepSums {
 public:
  /// `run` has to outlive the sums.
  explicit SweepSums(const ResultHeader& run);

  /// The next replication of the alternative that is coming in.
  void add(const CellValues& values);
  /// It was the last one. `bins` is how many a histogram has in the file.
  void complete(std::size_t bins);
  /// Writes what is complete, to the block that a dataset has for it, and forgets it.
  void put(Builder& builder, const std::function<h5::Block(const std::string& key)>& block);

 private:
  const ResultHeader& run_;

  /// The alternative of a design point whose replications are coming in.
  std::vector<std::vector<double>> totals_;  ///< [metric][replication]
  std::vector<std::int64_t> waits_, series_, ports_, causes_;
  SeriesSpread spread_;
  /// Those that are complete and not yet written.
  SummaryValues summary_;
  std::vector<std::int64_t> all_waits_;
  std::vector<std::vector<double>> all_levels_;  ///< [level]
  std::array<std::vector<double>, spread_levels.size()> all_half_widths_;
  std::vector<double> all_ports_, all_causes_;
};

}  // namespace restock
