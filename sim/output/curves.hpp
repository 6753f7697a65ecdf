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
  std::size_t bins() const { return from.size(); }
};
WaitBins read_waits(const ResultReader& reader);

/// One sampled quantity, mean over replications.
struct SeriesLevel {
  std::string name, unit, long_name;
  std::vector<double> values;      ///< [(alternative × times + time) × places + place]
  std::vector<double> half_width;  ///< of the whole network [alternative × times + time]; empty where none is kept
};

/// All series of a result; empty when it has none.
struct SeriesTable {
  std::vector<double> days;  ///< sampling instants since start
  std::size_t places = 0;    ///< of each level: 1, sites or stock points
  std::vector<SeriesLevel> levels;
  std::vector<std::string> ports, disruptions;
  std::vector<double> port_queue;        ///< [(alternative × times + time) × ports + port]
  std::vector<double> disruption_level;  ///< [(alternative × times + time) × disruptions + disruption]

  bool empty() const { return days.empty(); }
  /// The sum of a level over all places: the network's.
  double total(const SeriesLevel& level, std::size_t alternative, std::size_t time) const;
};
SeriesTable read_series(const ResultReader& reader);

}  // namespace restock
