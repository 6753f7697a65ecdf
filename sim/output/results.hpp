// A result in memory: what a file says about itself, and the values of one or of all cells (alternative × replication).
#pragma once

#include "measure/kpi.hpp"
#include "measure/record.hpp"
#include "output/attribution.hpp"
#include "output/axes.hpp"
#include "output/claim.hpp"
#include "output/drawn_network.hpp"
#include "output/resampled.hpp"
#include "output/stopping.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace restock {

/// What holds for the whole result. Filled before the first cell.
struct ResultHeader {
  std::string scenario;  ///< its name
  std::string question;
  std::string start;         ///< ISO date(-time) of tick 0
  std::string order_of_day;  ///< as written: `receive, review, demand`
  Time warmup = 0, length = 0, drain = 0;
  std::uint64_t seed = 0;
  std::uint64_t scenario_hash = 0;  ///< of the resolved scenario text
  std::uint64_t numerics_id = 0;
  std::string program_version;
  std::size_t replications = 0;
  Detail detail = Detail::total;
  std::vector<Time> series_at;  ///< sampling instants; empty: no time series
  Axes axes;
  ResampledInputs inputs;       ///< where the scenario states `inputs`
  DrawnNetwork network;         ///< of the base; not read back with the header
  AttributionAxes attribution;  ///< of a result that attributes; not read back with the header
};

/// What differs between two identical runs: kept apart, in /run.
struct RunFacts {
  std::string host, started_at, command_line, overrides, scenario_text;
  double wall_seconds = 0.0;
  std::int64_t threads = 1;
  std::vector<CheckedClaim> checks;    ///< what became of the scenario's checks; not part of the digest
  std::optional<Stopping> stopping{};  ///< how it ended, of a run that added replications
  std::string warm_up{};               ///< how the warm-up was found, in lines; empty where it was given
};

/// The outcome of one replication of one alternative, on the axes of the result.
struct CellResult {
  std::size_t alternative = 0, replication = 0;
  std::uint64_t fingerprint = 0;
  std::vector<double> totals;               ///< [metric]
  std::vector<std::vector<double>> sites;   ///< [metric][site], from detail `site` on; NaN where there is none
  std::vector<std::vector<double>> points;  ///< [metric][stock point], from detail `stock_point` on
  std::vector<OrderFacts> segments;         ///< [segment]
  SpanSketch waits;                         ///< of the whole network, as are these
  SpanSketch late, early;                   ///< after their first promise, or by it
  SpanSketch left;                          ///< cancelled
  std::vector<SpanSketch> left_for;         ///< by Leaves: the units of `left`; of a cell that was made: all reasons
  std::vector<SpanSketch> segment_waits;    ///< [segment]: the units of `waits`
  std::vector<Sample> series;               ///< [sample × groups + group]
  std::vector<Quantity> port_series;        ///< [sample × ports + port]
  std::vector<double> active;               ///< [disruption]: share of the window; NaN where there is none
  std::vector<double> spells;               ///< [disruption]: how many began in the window
  std::vector<Quantity> cause_series;       ///< [sample × disruptions + disruption]: level
};

/// Per-replication values of all cells. Absent cells (not run, or not yet) are NaN.
struct Results {
  Results() = default;
  explicit Results(ResultHeader described, bool with_points = false);

  ResultHeader header;
  std::vector<std::vector<double>> totals;  ///< [metric][alternative × replications + replication]
  std::vector<std::vector<double>> points;  ///< [metric][(alternative × replications + replication) × points + point]
  std::vector<double> active, spells;       ///< of disruptions [cell × disruptions + disruption]
  std::vector<std::uint64_t> fingerprints;  ///< by cell
  std::vector<std::int8_t> present;         ///< by cell

  void add(const CellResult& result);
  std::size_t cell(std::size_t alternative, std::size_t replication) const {
    return alternative * header.replications + replication;
  }
  /// The values of a metric over the replications of an alternative.
  std::span<const double> of(std::size_t metric, std::size_t alternative) const {
    return std::span(totals[metric]).subspan(cell(alternative, 0), header.replications);
  }
  std::vector<double> of_point(std::size_t metric, std::size_t alternative, std::size_t point) const;
  /// The share of time or the number of spells of a disruption, over the replications of an alternative.
  std::vector<double> of_disruption(std::vector<double> Results::*fact, std::size_t alternative,
                                    std::size_t disruption) const;
  /// Wrapping sum over cells.
  std::uint64_t fingerprint() const;
};

}  // namespace restock
