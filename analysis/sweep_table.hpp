// A sweep for people and for `--json`: its plan before it runs, its results by design point. Returns text.
#pragma once

#include "output/sweep_header.hpp"
#include "output/sweep_result.hpp"

#include <cstddef>
#include <string>

namespace restock {

/// What a pilot found.
struct SweepEstimate {
  std::size_t pilot_cells = 0;
  double seconds_per_cell = 0.0;
  double seconds = 0.0;  ///< of the whole sweep on so many threads
  unsigned threads = 1;
  double bytes = 0.0;  ///< of the result, before compression
};

/// Factors, number of cells, time and size; then the design points, all of them or the first.
std::string plan_table(const SweepHeader& header, const SweepEstimate& estimate, bool all);
/// Its first lines: how many cells, how long, how large.
std::string plan_lines(const SweepHeader& header, const SweepEstimate& estimate);
/// One line, `restock.sweep_plan/1`.
std::string plan_json(const SweepHeader& header, const SweepEstimate& estimate);

/// A row for each alternative at each design point: factors, then the metrics that decide, mean ± half-width. The first
/// rows only, unless `all`.
std::string sweep_table(const SweepResult& result, bool all);
/// One line, `restock.sweep/1`, with every metric.
std::string sweep_json(const SweepResult& result);

}  // namespace restock
