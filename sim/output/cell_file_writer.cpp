// Writes files of cells.
#include "core/contract.hpp"
#include "output/cell_chunks.hpp"
#include "output/cell_file.hpp"
#include "output/destination.hpp"
#include "output/header.hpp"
#include "output/seal.hpp"
#include "output/segment_facts.hpp"
#include "output/sweep_parts.hpp"
#include "output/sweep_schema.hpp"
#include "output/text.hpp"

#include <algorithm>
#include <bit>

namespace restock {

namespace {

constexpr std::size_t slab_bytes = std::size_t{4} << 20U;
constexpr std::size_t most_slab_rows = 1'024;
constexpr std::size_t most_as_they_are = 2'048;  ///< numbers of a cell in one dataset of a checkpoint

}  // namespace

struct CellFileWriter::File {
  File(std::string target, const SweepHeader& described, std::size_t expected)
      : path(std::move(target)),
        part(unique_part_of(path)),
        header(described),
        rows(expected),
        builder(part.path(), path, header.run.detail, header.run.start) {}

  std::string path;
  PartFile part;
  const SweepHeader& header;
  std::size_t rows;
  Builder builder;
  std::vector<CellValues> slab;
  std::size_t most_in_slab = most_slab_rows;
  std::size_t bins = 0, written = 0;
  std::uint64_t content = 0;

  template <class T>
  void put(const std::string& name, std::vector<T> CellValues::*field, std::size_t width);
  void put_cells();
  void put_labels_of_cells();
};

CellFileWriter::CellFileWriter(std::string path, const SweepHeader& header, CellsMark mark, std::size_t rows,
                               std::size_t bins) {
  file_ = std::make_unique<File>(std::move(path), header, rows);
  File& file = *file_;
  file.bins = std::max<std::size_t>(bins, 1);
  const std::size_t row_bytes = row_bytes_of(header) + (header.sketches.size() + 1) * bins * sizeof(std::int64_t);
  // A power of two: chunks that are cut finer are still whole ones of it.
  file.most_in_slab = std::bit_floor(std::clamp<std::size_t>(slab_bytes / row_bytes, 1, most_slab_rows));
  if (has_tables(header)) {
    // Tables are chunked as in the result, and slabs are whole chunks.
    const std::size_t chunk = chunk_of_cells(header).cells();
    file.most_in_slab = std::max<std::size_t>(file.most_in_slab / chunk, 1) * chunk;
    file.builder.set_chunk("cell", chunk);
  } else {
    file.builder.set_chunk("cell", file.most_in_slab);
  }
  set_axes(file.builder, header.run);
  set_sweep_axes(file.builder, header);
  file.builder.set_axis("cell", rows);
  file.builder.set_axis("bin", file.bins);
  file.builder.set_axis("sketch", header.sketches.size());
  file.builder.set_axis("fact", segment_fact_count);
  file.builder.set_axis("level", sampled_levels().size());
  file.builder.set_chunk("metric", 1);  // a joined file that points here reads one metric at a time
  file.builder.set_keeping(Keeping::with_checksums);
  const h5::Place root = file.builder.at("");
  put_header(root, header.run, cells_filetype);
  put_sweep_header(root, header);
  h5::put_attribute(root, "shard", mark.shard);
  h5::put_attribute(root, "shards", mark.shards);
  for (const Variable& variable : cells_schema_table(header.factors)) {
    if (!has_variable(variable, holds_of(header.run))) continue;
    if (mark.in_passing)
      file.builder.set_keeping(file.builder.numbers_by(variable, "cell") > most_as_they_are ? Keeping::with_checksums
                                                                                            : Keeping::as_they_are);
    file.builder.create(variable);
  }
  file.put_labels_of_cells();
}

CellFileWriter::~CellFileWriter() = default;

void CellFileWriter::File::put_labels_of_cells() {
  put_labels(builder, header.run);
  put_factors(builder, "", header);
  std::vector<std::string> names, facts(outcome_names.begin(), outcome_names.end()), levels;
  for (const Metric& metric : metrics()) names.emplace_back(metric.name);
  for (const Flow& flow : flows) facts.emplace_back(flow.name);
  for (const SampledLevel& level : sampled_levels()) levels.emplace_back(level.name);
  builder.put_text("metric", names);
  builder.put_text("fact", facts);
  builder.put_text("level", levels);
  builder.put_text("segment", header.run.axes.segments);
  builder.put_text("sketch", header.sketches);
  builder.put_text("disruption", header.run.axes.disruptions);
  builder.put_text("port", header.run.axes.ports);
  builder.put<std::int32_t>("bin", numbered(bins));
  builder.put<double>("time", days_of(header.run.series_at));
}

void CellFileWriter::add(CellValues values) {
  File& file = *file_;
  file.content = add_to_content(file.content, values);
  if (!file.header.sketches.empty()) set_bins(values, file.header.sketches.size(), file.bins);
  file.slab.push_back(std::move(values));
  if (file.slab.size() >= file.most_in_slab) flush();
}

template <class T>
void CellFileWriter::File::put(const std::string& name, std::vector<T> CellValues::*field, std::size_t width) {
  if (width == 0) return;
  std::vector<T> together;
  together.reserve(slab.size() * width);
  for (const CellValues& values : slab) {
    // Waits have as many bins as the longest of the cell's own.
    require((values.*field).size() == width || (name == "waits" && (values.*field).size() < width),
            "all cells of a sweep have the same axes");
    together.insert(together.end(), (values.*field).begin(), (values.*field).end());
    together.resize(together.size() + width - (values.*field).size(), T{});
  }
  const std::vector<std::size_t> extent = builder.extent(name);
  h5::Block block{std::vector<hsize_t>(extent.size(), 0), {extent.begin(), extent.end()}};
  block.start[0] = written;
  block.count[0] = slab.size();
  builder.put_block<T>(name, block, together);
}

void CellFileWriter::File::put_cells() {
  std::vector<std::int64_t> cells;
  std::vector<std::int32_t> points, alternatives, replications;
  std::vector<std::uint64_t> fingerprints;
  for (const CellValues& values : slab) {
    const std::size_t variant = values.cell / header.run.replications;
    cells.push_back(static_cast<std::int64_t>(values.cell));
    points.push_back(static_cast<std::int32_t>(variant / header.alternatives()));
    alternatives.push_back(static_cast<std::int32_t>(variant % header.alternatives()));
    replications.push_back(static_cast<std::int32_t>(values.cell % header.run.replications));
    fingerprints.push_back(values.fingerprint);
  }
  const h5::Block block{{written}, {slab.size()}};
  builder.put_block<std::int64_t>("cell", block, cells);
  builder.put_block<std::int32_t>("cell_design_point", block, points);
  builder.put_block<std::int32_t>("cell_alternative", block, alternatives);
  builder.put_block<std::int32_t>("cell_replication", block, replications);
  builder.put_block<std::uint64_t>("fingerprint", block, fingerprints);
}

void CellFileWriter::flush() {
  File& file = *file_;
  if (file.slab.empty()) return;
  file.put_cells();
  for (const RealField& field : real_fields()) file.put(field.name, field.values, (file.slab[0].*field.values).size());
  for (const WholeField& field : whole_fields())
    file.put(field.name, field.values,
             field.values == &CellValues::waits ? file.bins : (file.slab[0].*field.values).size());
  file.written += file.slab.size();
  file.slab.clear();
}

void CellFileWriter::finish(const RunFacts& run) {
  flush();
  File& file = *file_;
  require(file.written == file.rows, "a file of cells gets the cells that were announced");
  put_run(file.builder, run);
  h5::put_attribute(file.builder.at(""), "content", hex(file.content));
  h5::put_attribute(file.builder.at(""), "complete", std::int64_t{1});
  file.builder.close();
  seal(file.part.path());
  file.part.publish(file.path);
}

}  // namespace restock
