// Which rows of which shards are which blocks of a sweep's result.
#include "output/segment_facts.hpp"
#include "output/source_files.hpp"
#include "output/sweep_schema.hpp"

#include <algorithm>
#include <optional>

namespace restock {

namespace {

/// Part of a dataset over cells: all cells, and along its other axes what is taken of them.
struct CellColumn {
  std::string dataset;
  std::vector<hsize_t> start, count, extent;  ///< without the axis of cells
};

CellColumn all_of(const char* dataset, std::vector<hsize_t> extent) {
  return {dataset, std::vector<hsize_t>(extent.size(), 0), extent, extent};
}

std::optional<CellColumn> metric_column(const std::string& name, const Axes& axes) {
  const hsize_t metric_count = metrics().size();
  for (hsize_t m = 0; m < metric_count; ++m) {
    const std::string metric(metrics()[m].name);
    if (name == metric) return CellColumn{"totals", {m}, {1}, {metric_count}};
    const auto by_place = [&](const char* dataset, hsize_t places) {
      return CellColumn{dataset, {m, 0}, {1, places}, {metric_count, places}};
    };
    if (name == "site_" + metric) return by_place("sites", axes.sites.size());
    if (name == "stock_point_" + metric) return by_place("points", axes.points());
  }
  return std::nullopt;
}

std::optional<CellColumn> outcome_column(const std::string& name, const Axes& axes) {
  const hsize_t segments = axes.segments.size();
  if (name == "wait") return all_of("waited", {segments});
  if (name == "units")
    return CellColumn{"outcomes", {0, 0}, {segments, outcome_names.size()}, {segments, segment_fact_count}};
  for (hsize_t flow = 0; flow < flows.size(); ++flow)
    if (name == flows[flow].name)
      return CellColumn{"outcomes", {0, outcome_names.size() + flow}, {segments, 1}, {segments, segment_fact_count}};
  return std::nullopt;
}

/// What a dataset of the result is in a file of cells. Summaries, waits and series are over all replications together
/// and lie in none.
std::optional<CellColumn> cell_column_of(const Variable& variable, const Axes& axes) {
  if (!variable.axes.starts_with("design_point alternative replication")) return std::nullopt;
  if (variable.group.empty() && variable.name == "fingerprint") return all_of("fingerprint", {});
  if (variable.group.empty()) return metric_column(variable.name, axes);
  if (variable.group == "outcomes") return outcome_column(variable.name, axes);
  if (variable.group == "disruptions") return all_of(variable.name.c_str(), {axes.disruptions.size()});
  return std::nullopt;
}

/// The first cells of [from, to) that are a block over (design point, alternative, replication).
h5::Block first_block(std::uint64_t from, std::uint64_t to, const SweepHeader& header) {
  const std::uint64_t replications = header.run.replications, alternatives = header.alternatives();
  const std::uint64_t replication = from % replications, alternative = from / replications % alternatives;
  h5::Block block{{from / replications / alternatives, alternative, replication}, {1, 1, 1}};
  if (replication > 0 || to - from < replications) {
    block.count[2] = std::min(to - from, replications - replication);
  } else if (alternative > 0 || to - from < replications * alternatives) {
    block.count[1] = std::min((to - from) / replications, alternatives - alternative);
    block.count[2] = replications;
  } else {
    block.count = {(to - from) / replications / alternatives, alternatives, replications};
  }
  return block;
}

}  // namespace

std::vector<h5::Elsewhere> elsewhere(const Variable& variable, const SweepHeader& header, const CellSources& sources) {
  const std::optional<CellColumn> column = cell_column_of(variable, header.run.axes);
  std::vector<h5::Elsewhere> blocks;
  if (!column || std::find(column->extent.begin(), column->extent.end(), 0U) != column->extent.end()) return blocks;
  for (const CellRun& run : sources.runs)
    for (std::uint64_t cell = run.from; cell < run.to;) {
      h5::Elsewhere each;
      each.here = first_block(cell, run.to, header);
      const hsize_t cells = each.here.count[0] * each.here.count[1] * each.here.count[2];
      each.file = sources.files[run.file];
      each.dataset = column->dataset;
      each.extent = {sources.rows[run.file]};
      each.there = {{run.row + (cell - run.from)}, {cells}};
      each.extent.insert(each.extent.end(), column->extent.begin(), column->extent.end());
      each.there.start.insert(each.there.start.end(), column->start.begin(), column->start.end());
      each.there.count.insert(each.there.count.end(), column->count.begin(), column->count.end());
      // Beyond the cells the result has an axis for each that is not cut down to one place of it.
      for (std::size_t i = 0; i < column->count.size(); ++i) {
        if (column->count[i] == 1 && column->extent[i] > 1) continue;
        each.here.start.push_back(0);
        each.here.count.push_back(column->count[i]);
      }
      blocks.push_back(std::move(each));
      cell += cells;
    }
  return blocks;
}

}  // namespace restock
