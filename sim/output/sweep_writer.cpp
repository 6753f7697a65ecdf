#include "output/sweep_writer.hpp"

#include "output/cell_chunks.hpp"
#include "output/copy_tables.hpp"
#include "output/destination.hpp"
#include "output/header.hpp"
#include "output/seal.hpp"
#include "output/segment_facts.hpp"
#include "output/source_files.hpp"
#include "output/sweep_parts.hpp"
#include "output/sweep_schema.hpp"
#include "output/sweep_sums.hpp"
#include "output/text.hpp"

#include <algorithm>
#include <filesystem>

namespace restock {

namespace {

constexpr std::size_t batch_bytes = std::size_t{32} << 20U;

/// How many design points, alternatives and replications a batch has at most. Only a whole design point is followed by
/// the next in the same batch, and only a whole alternative.
struct Batch {
  std::size_t points = 1, alternatives = 1, replications = 1;
};

/// In each direction as many chunks as fit.
Batch batch_of(const SweepHeader& header, const CellChunk& chunk) {
  const std::size_t fit = std::max(chunk.cells(), batch_bytes / row_bytes_of(header));
  const std::size_t replications = header.run.replications, row = header.alternatives() * replications;
  const auto whole = [](std::size_t room, std::size_t unit) { return std::max<std::size_t>(room / unit, 1) * unit; };
  if (fit >= row) return {whole(std::min(fit / row, header.points), chunk.points), header.alternatives(), replications};
  if (fit >= replications) return {1, whole(fit / replications, chunk.alternatives), replications};
  return {1, 1, whole(fit, chunk.replications)};
}

}  // namespace

struct SweepWriter::File {
  File(std::string target, const SweepHeader& described)
      : path(std::move(target)),
        part(unique_part_of(path)),
        header(described),
        chunk(chunk_of_cells(described)),
        batch(batch_of(described, chunk)),
        builder(part.path(), path, header.run.detail, header.run.start),
        sums(header.run) {}

  std::string path;
  PartFile part;
  const SweepHeader& header;
  CellChunk chunk;
  Batch batch;
  Builder builder;
  std::size_t bins = 0;
  bool points_elsewhere = false, without_tables = false;

  std::uint64_t next = 0;         ///< the cell that has to come
  std::uint64_t fingerprint = 0;  ///< wrapping sum

  std::uint64_t first = 0;  ///< cell with which the batch began
  std::vector<CellValues> cells;
  SweepSums sums;

  std::size_t expected() const;
  h5::Block block(const std::string& key, std::size_t leading) const;
  template <class Take>
  void put_reals(const std::string& key, const Take& take);
  template <class Take>
  void put_wholes(const std::string& key, const Take& take);
  void collect(const CellValues& values);
  void put_metrics();
  void put_outcomes();
  void put_cell_facts();
  void flush();
};

SweepWriter::SweepWriter(std::string path, const SweepHeader& header, std::size_t bins, const CellSources* sources) {
  remove_abandoned_parts(path);
  file_ = std::make_unique<File>(std::move(path), header);
  File& file = *file_;
  file.bins = std::max<std::size_t>(bins, 1);
  file.points_elsewhere = sources != nullptr;
  set_axes(file.builder, header.run);
  set_sweep_axes(file.builder, header);
  file.builder.set_axis("bin", file.bins);
  file.builder.set_chunk("design_point", file.chunk.points);
  file.builder.set_chunk("alternative", file.chunk.alternatives);
  file.builder.set_chunk("replication", file.chunk.replications);
  const h5::Place root = file.builder.at("");
  put_header(root, header.run, sweep_filetype);
  put_sweep_header(root, header);
  std::vector<std::string> groups;
  for (const Variable& variable : sweep_schema_table(header.factors)) {
    if (!has_variable(variable, holds_of(header.run))) continue;
    file.builder.create(variable, sources ? elsewhere(variable, header, *sources) : std::vector<h5::Elsewhere>{});
    if (variable.name == "design_point") groups.push_back(variable.group);
  }
  if (sources != nullptr) {
    file.builder.set_axis("source", sources->files.size());
    for (const Variable& variable : source_variables()) file.builder.create(variable);
    put_sources(file.builder, *sources);
  }
  put_labels(file.builder, header.run);
  file.builder.put_text("waits/alternative", header.run.axes.alternatives);
  for (const std::string& group : groups) put_factors(file.builder, group, header);
  put_summary_labels(file.builder);
  put_bins(file.builder, file.bins);
}

bool SweepWriter::leave_out_tables(const CellSources& sources) {
  File& file = *file_;
  file.without_tables = !file.points_elsewhere && tables_fit(file.builder, file.header, sources);
  return file.without_tables;
}

void SweepWriter::copy_tables(const CellSources& sources) {
  restock::copy_tables(file_->builder, file_->header, sources);
}

SweepWriter::~SweepWriter() = default;

std::size_t SweepWriter::File::expected() const {
  const std::size_t replications = header.run.replications, variant = first / replications;
  const std::size_t point = variant / header.alternatives(), alternative = variant % header.alternatives();
  if (batch.alternatives == header.alternatives() && batch.replications == replications)
    return std::min(batch.points, header.points - point) * header.alternatives() * replications;
  if (batch.replications == replications)
    return std::min(batch.alternatives, header.alternatives() - alternative) * replications;
  return std::min(batch.replications, replications - first % replications);
}

void SweepWriter::add(const CellValues& values) {
  File& file = *file_;
  if (values.cell != file.next)
    throw ResultError("damaged", file.path, "cell " + std::to_string(file.next) + " is missing");
  ++file.next;
  file.fingerprint += values.fingerprint;
  file.collect(values);
  if (file.next % file.header.run.replications == 0) file.sums.complete(file.bins);
  if (file.cells.size() == file.expected()) file.flush();
}

/// Adds what is summed over replications, and keeps the rest for the batch.
void SweepWriter::File::collect(const CellValues& values) {
  sums.add(values);
  CellValues& kept = cells.emplace_back();
  kept.cell = values.cell;
  kept.fingerprint = values.fingerprint;
  for (const RealField& field : real_fields()) kept.*field.values = values.*field.values;
  kept.outcomes = values.outcomes;
}

/// The block of the batch in a dataset over (design point, alternative) and, when `leading` is 3, replication.
h5::Block SweepWriter::File::block(const std::string& key, std::size_t leading) const {
  const std::vector<std::size_t> extent = builder.extent(key);
  h5::Block result{std::vector<hsize_t>(extent.size(), 0), {extent.begin(), extent.end()}};
  if (extent.size() < leading) return result;
  const std::size_t replications = header.run.replications, variant = first / replications;
  const std::size_t whole = std::max<std::size_t>(cells.size() / replications, 1);
  result.start[0] = variant / header.alternatives();
  result.start[1] = variant % header.alternatives();
  result.count[0] = std::max<std::size_t>(whole / header.alternatives(), 1);
  result.count[1] = std::min(whole, header.alternatives());
  if (leading > 2) {
    result.start[2] = first % replications;
    result.count[2] = std::min(cells.size(), replications);
  }
  return result;
}

/// Writes what `take` appends of each cell of the batch.
template <class Take>
void SweepWriter::File::put_reals(const std::string& key, const Take& take) {
  std::vector<double> values;
  for (const CellValues& cell : cells) take(cell, values);
  builder.put_block<double>(key, block(key, 3), values);
}
template <class Take>
void SweepWriter::File::put_wholes(const std::string& key, const Take& take) {
  std::vector<std::int64_t> values;
  for (const CellValues& cell : cells) take(cell, values);
  builder.put_block<std::int64_t>(key, block(key, 3), values);
}

void SweepWriter::File::put_metrics() {
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    const std::string name(metrics()[m].name);
    put_reals(name, [m](const CellValues& cell, auto& to) { to.push_back(cell.totals[m]); });
    const auto part_of_table = [m](const std::vector<double>& table, std::vector<double>& to) {
      const std::size_t width = table.size() / metrics().size();
      const auto begin = table.begin() + static_cast<std::ptrdiff_t>(m * width);
      to.insert(to.end(), begin, begin + static_cast<std::ptrdiff_t>(width));
    };
    if (without_tables) continue;
    if (header.run.detail >= Detail::site)
      put_reals("site_" + name, [&](const CellValues& cell, auto& to) { part_of_table(cell.sites, to); });
    if (header.run.detail >= Detail::stock_point)
      put_reals("stock_point_" + name, [&](const CellValues& cell, auto& to) { part_of_table(cell.points, to); });
  }
}

void SweepWriter::File::put_outcomes() {
  put_wholes("outcomes/units", [&](const CellValues& cell, auto& to) {
    for (std::size_t i = 0; i < cell.outcomes.size(); ++i)
      if (i % segment_fact_count < outcome_names.size()) to.push_back(cell.outcomes[i]);
  });
  for (std::size_t flow = 0; flow < flows.size(); ++flow)
    put_wholes(key_of("outcomes", std::string(flows[flow].name)), [&](const CellValues& cell, auto& to) {
      for (std::size_t i = outcome_names.size() + flow; i < cell.outcomes.size(); i += segment_fact_count)
        to.push_back(cell.outcomes[i]);
    });
  put_reals("outcomes/wait",
            [](const CellValues& cell, auto& to) { to.insert(to.end(), cell.waited.begin(), cell.waited.end()); });
}

void SweepWriter::File::put_cell_facts() {
  const auto append = [](std::vector<double>& to, const std::vector<double>& more) {
    to.insert(to.end(), more.begin(), more.end());
  };
  put_reals("disruptions/active", [&](const CellValues& cell, auto& to) { append(to, cell.active); });
  put_reals("disruptions/spells", [&](const CellValues& cell, auto& to) { append(to, cell.spells); });
  std::vector<std::uint64_t> fingerprints;
  for (const CellValues& cell : cells) fingerprints.push_back(cell.fingerprint);
  builder.put_block<std::uint64_t>("fingerprint", block("fingerprint", 3), fingerprints);
}

void SweepWriter::File::flush() {
  if (!points_elsewhere) {
    put_metrics();
    put_outcomes();
    put_cell_facts();
  }
  const std::vector<std::int8_t> present(cells.size(), 1);
  builder.put_block<std::int8_t>("present", block("present", 3), present);
  sums.put(builder, [&](const std::string& key) { return block(key, 2); });
  first += cells.size();
  cells.clear();
}

void SweepWriter::finish(const RunFacts& run) {
  File& file = *file_;
  if (file.next != file.header.cells())
    throw ResultError("damaged", file.path, "cell " + std::to_string(file.next) + " is missing");
  put_run(file.builder, run);
  h5::put_attribute(file.builder.at(""), "fingerprint", hex(file.fingerprint));
  h5::put_attribute(file.builder.at(""), "complete", std::int64_t{1});
  file.builder.close();
  seal(file.part.path());
  file.part.publish(file.path);
}

}  // namespace restock
