// What a result keeps besides metrics, as readers of pictures want it: waits by bin and sampled time series.
#pragma once

#include "output/reader.hpp"

#include <span>
#include <string>
#include <vector>

namespace restock {

/// Units that were cancelled for one reason: how many, all replications together, and how long they had waited.
struct Leavers {
  std::string reason;
  double units = 0.0;
  double half_within = 0.0;  ///< days, as is the next
  double most_within = 0.0;  ///< 95 %
};

/// Units that waited by how long they did, all replications together: `units` those shipped from backorder.
struct WaitBins {
  std::vector<double> from, to;  ///< days; a bin is [from, to)
  std::vector<double> units;     ///< [alternative × bins + bin]
  std::vector<double> late,
      early;  ///< likewise, of those with a promise: by how late or early they came; not of sweeps
  std::vector<std::string> reasons;  ///< for which others were cancelled; none of sweeps, nor of older results
  std::vector<double> left_for;  ///< these, by how long they had waited [(alternative × reasons + reason) × bins + bin]

  std::size_t bins() const { return from.size(); }
  /// The span in days that a share p of such units did not exceed, linear within its bin.
  double quantile(std::span<const double> of, double p) const;
  /// Of an alternative: those reasons for which anybody left.
  std::vector<Leavers> leavers(std::size_t alternative) const;
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
