#include "output/copy_tables.hpp"

#include "output/cell_chunks.hpp"
#include "output/open_result.hpp"
#include "output/raw_chunks.hpp"
#include "output/sweep_schema.hpp"

#include <algorithm>

namespace restock {

namespace {

/// A table of a shard, and how the result's datasets of its metrics are named.
struct TableKind {
  const char* of_shard;
  const char* prefix;
  std::size_t width;
};

std::vector<TableKind> tables_of(const SweepHeader& header) {
  std::vector<TableKind> tables;
  if (header.run.detail >= Detail::site) tables.push_back({"sites", "site_", header.run.axes.sites.size()});
  if (header.run.detail >= Detail::stock_point) tables.push_back({"points", "stock_point_", header.run.axes.points()});
  return tables;
}

/// Where in a dataset of the result the chunk begins whose first cell that is.
std::vector<hsize_t> offset_of(std::uint64_t cell, const SweepHeader& header) {
  const std::uint64_t variant = cell / header.run.replications;
  return {variant / header.alternatives(), variant % header.alternatives(), cell % header.run.replications, 0};
}

}  // namespace

bool tables_fit(const Builder& file, const SweepHeader& header, const CellSources& sources) {
  const std::size_t cells = chunk_of_cells(header).cells();
  if (!has_tables(header)) return false;
  for (const CellRun& run : sources.runs)
    if (sources.rows[run.file] < cells || run.from % cells != 0 || run.row % cells != 0 ||
        (run.to % cells != 0 && run.to != header.cells()))
      return false;
  const auto lies_so = [&](const TableKind& table) {
    const h5::Handle* dataset = file.find(table.prefix + std::string(metrics()[0].name));
    return table.width > 0 && dataset != nullptr && has_chunks_of(dataset->get(), cells * table.width);
  };
  const std::vector<TableKind> tables = tables_of(header);
  return std::all_of(tables.begin(), tables.end(), lies_so);
}

void copy_tables(Builder& file, const SweepHeader& header, const CellSources& sources) {
  const std::size_t cells = chunk_of_cells(header).cells();
  for (const CellRun& run : sources.runs) {
    const std::string& path = sources.files[run.file];
    const h5::Handle shard = open_result(path, cells_filetype);
    const h5::Place there{shard.get(), path};
    for (const TableKind& table : tables_of(header)) {
      const h5::Handle dataset = h5::open_dataset(there, table.of_shard);
      const std::vector<hsize_t> size{cells, 1, table.width};
      for (std::size_t m = 0; m < metrics().size(); ++m) {
        const h5::Handle* into = file.find(table.prefix + std::string(metrics()[m].name));
        for (std::uint64_t cell = run.from; cell < run.to; cell += cells)
          put_chunk(file.at(""), into->get(), offset_of(cell, header),
                    checked_chunk(there, dataset.get(), {run.row + (cell - run.from), m, 0}, size));
      }
    }
  }
}

}  // namespace restock
