// What a result keeps besides metrics, as readers of pictures want it: waits by bin and sampled time series.
#pragma once

#include "output/reader.hpp"

#include <string>
#include <vector>

namespace restock {

/// Units shipped from backorder by how long they waited, all replications together.
struct WaitBins {
  std::vector<double> from, to;  ///< days; a bin is [from, to)
  std::vector<double> units;     ///< [alternative × bins + bin]
  std::vector<double> late,
      early;  ///< likewise, of those with a promise: by how late or early they came; not of sweeps
  std::size_t bins() const { return from.size(); }
};
WaitBins read_waits(const ResultReader& reader);

/// One sampled quantity, mean over replications.
struct SeriesLevel {
  std::string name, unit, long_name;
  std::vector<double> total;       ///< of the whole network: the sum over places [alternative × times + time]
  std::vector<double> half_width;  ///< of the same, 95 % interval; empty where none is kept
};

/// All series of a result, summed over its sites or stock points; empty when it has none. Memory is bounded by one
/// level.
struct SeriesTable {
  std::vector<double> days;  ///< sampling instants since start
  std::vector<SeriesLevel> levels;
  std::vector<std::string> ports, disruptions;
  std::vector<double> port_queue;        ///< [(alternative × times + time) × ports + port]
  std::vector<double> disruption_level;  ///< [(alternative × times + time) × disruptions + disruption]

  bool empty() const { return days.empty(); }
};
SeriesTable read_series(const ResultReader& reader);

}  // namespace restock
