// The values of one cell of a sweep as plain numbers: what checkpoints and shards keep, and what a sweep's result is
// written from.
#pragma once

#include "output/sweep_header.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

struct CellValues {
  std::uint64_t cell = 0;
  std::uint64_t fingerprint = 0;
  std::vector<double> totals;                  ///< [metric]
  std::vector<double> sites;                   ///< [metric × sites + site], from detail `site` on
  std::vector<double> points;                  ///< [metric × points + point], from detail `stock_point` on
  std::vector<double> waited;                  ///< [segment]: sum of waits
  std::vector<double> active, spells;          ///< [disruption]
  std::vector<std::int64_t> outcomes;          ///< [segment × facts + fact], facts as in segment_facts.hpp
  std::vector<std::int64_t> waits;             ///< [bin]
  std::vector<std::int64_t> sketches;          ///< [sketch × bins + bin], bins as of waits; of sweeps nothing
  std::vector<std::int64_t> series;            ///< [(sample × groups + group) × levels + level]
  std::vector<std::int64_t> port_queue;        ///< [sample × ports + port]
  std::vector<std::int64_t> disruption_level;  ///< [sample × disruptions + disruption]
};

/// A level that time series sample: its name in `/timeseries`, its place in a sample, what a unit of it is worth.
struct SampledLevel {
  std::string_view name;
  Quantity Sample::*value;
  double scale;
};
std::span<const SampledLevel> sampled_levels();

CellValues flatten(std::size_t cell, const CellResult& result);

/// Names of what a run's result has in /waits besides waits, over the segments it has them by: after a first promise,
/// by it, cancelled, then the waits of each segment.
std::vector<std::string> sketch_names(const std::vector<std::string>& segments);
/// Adds them to the values of a cell.
void keep_sketches(CellValues& values, const CellResult& result);
/// Makes waits, and so many sketches, that long.
void set_bins(CellValues& values, std::size_t sketches, std::size_t bins);

/// The way back, on the axes of a result: what a run's result would have of the original is written from it, if
/// sketches were kept.
CellResult unflatten(const CellValues& values, std::size_t alternative, std::size_t replication);

/// Goes on with a hash of everything that cells hold. Empty bins count for nothing: how many there are at the end
/// depends on the cells that share a file.
std::uint64_t add_to_content(std::uint64_t content, const CellValues& values);

/// How much memory the values of a cell take, about.
std::size_t bytes_of(const CellValues& values);

}  // namespace restock
