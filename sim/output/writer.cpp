#include "output/writer.hpp"

#include "core/contract.hpp"
#include "measure/leaving.hpp"
#include "output/builder.hpp"
#include "output/cell_blocks.hpp"
#include "output/header.hpp"
#include "output/ledger_columns.hpp"
#include "output/seal.hpp"
#include "output/series_spread.hpp"
#include "output/series_sum.hpp"
#include "output/text.hpp"
#include "output/write_attribution.hpp"
#include "output/write_inputs.hpp"
#include "output/write_summary.hpp"

#include <unistd.h>

#include <mutex>
#include <optional>

namespace restock {

namespace {

/// Of an alternative, all replications together.
struct Sketches {
  SpanSketch waits, late, early, left;
  std::vector<SpanSketch> left_for = std::vector<SpanSketch>(leaves_names.size());
  std::vector<SpanSketch> segments;

  Sketches& operator+=(const CellResult& cell) {
    waits += cell.waits;
    late += cell.late;
    early += cell.early;
    left += cell.left;
    for (std::size_t why = 0; why < cell.left_for.size(); ++why) left_for[why] += cell.left_for[why];
    segments.resize(cell.segment_waits.size());
    for (std::size_t s = 0; s < segments.size(); ++s) segments[s] += cell.segment_waits[s];
    return *this;
  }
};

constexpr std::pair<const char*, SpanSketch Sketches::*> sketch_columns[]{{"waits/units", &Sketches::waits},
                                                                          {"waits/late", &Sketches::late},
                                                                          {"waits/early", &Sketches::early},
                                                                          {"waits/cancelled", &Sketches::left}};

}  // namespace

struct ResultWriter::File {
  File(std::string target, const ResultHeader& header)
      : path(std::move(target)),
        part(part_of(path)),
        builder(part.path(), path, header.detail, header.start),
        results(header),
        blocks(builder, header),
        sketches(header.axes.alternatives.size()),
        orders("orders", "order", order_columns(), results.present.size()),
        replenishments("replenishments", "replenishment", replenishment_columns(), results.present.size()),
        promises("promises", "promise", promise_columns(), results.present.size()) {
    spread.resize(header.axes.alternatives.size(), header.series_at.size());
    series.cells.assign(header.axes.alternatives.size(), 0);
    series.sum.resize(header.axes.alternatives.size() * header.series_at.size() * header.axes.groups(header.detail));
    series.ports.resize(header.axes.alternatives.size() * header.series_at.size() * header.axes.ports.size());
    series.causes.resize(header.axes.alternatives.size() * header.series_at.size() * header.axes.disruptions.size());
  }

  std::string path;
  PartFile part;
  Builder builder;
  Results results;
  CellBlocks blocks;
  std::vector<Sketches> sketches;  ///< by alternative
  SeriesSum series;
  SeriesSpread spread;
  LedgerColumns<OrderRow> orders;
  LedgerColumns<ReplenishmentRow> replenishments;
  LedgerColumns<PromiseRow> promises;
  std::mutex guard;

  void put_waits();
  void put_list(const char* name, std::vector<SpanSketch> Sketches::*list, std::size_t length, std::size_t bins);
};

ResultWriter::ResultWriter(const std::string& path, const ResultHeader& header, bool force) {
  check_destination(path, force);
  file_ = std::make_unique<File>(path, header);
  set_axes(file_->builder, header);
  set_network_axes(file_->builder, header.network);
  put_header(file_->builder.at(""), header, result_filetype);
  for (const Variable& variable : result_schema_table())
    if (variable.group != "waits" &&
        has_variable(variable, {header.detail, !header.series_at.empty(), !header.axes.ports.empty(),
                                !header.axes.disruptions.empty(), !header.attribution.causes.empty(),
                                header.inputs.resamples > 0}))
      file_->builder.create(variable);
  put_labels(file_->builder, header);
  put_network(file_->builder, header.network);
  put_input_labels(file_->builder, header);
}

void ResultWriter::put_attribution(const Attribution& found) {
  const std::lock_guard lock(file_->guard);
  restock::put_attribution(file_->builder, found);
}

ResultWriter::~ResultWriter() = default;

const Results& ResultWriter::results() const { return file_->results; }

void ResultWriter::write(const CellResult& cell) {
  const std::lock_guard lock(file_->guard);
  File& file = *file_;
  file.results.add(cell);
  file.blocks.add(cell);
  file.sketches[cell.alternative] += cell;
  file.series.add(cell);
  file.spread.add(cell);
}

void ResultWriter::append_orders(std::size_t alternative, std::size_t replication, std::span<const OrderRow> rows) {
  const std::lock_guard lock(file_->guard);
  file_->orders.append(file_->builder, file_->results.header, alternative, replication, rows);
}

void ResultWriter::append_replenishments(std::size_t alternative, std::size_t replication,
                                         std::span<const ReplenishmentRow> rows) {
  const std::lock_guard lock(file_->guard);
  file_->replenishments.append(file_->builder, file_->results.header, alternative, replication, rows);
}

void ResultWriter::append_promises(std::size_t alternative, std::size_t replication, std::span<const PromiseRow> rows) {
  const std::lock_guard lock(file_->guard);
  file_->promises.append(file_->builder, file_->results.header, alternative, replication, rows);
}

void ResultWriter::File::put_waits() {
  std::size_t bins = 1;
  for (const Sketches& of : sketches) {
    for (const auto& [name, sketch] : sketch_columns) bins = std::max(bins, (of.*sketch).counts().size());
    for (const auto* lists : {&of.left_for, &of.segments})
      for (const SpanSketch& sketch : *lists) bins = std::max(bins, sketch.counts().size());
  }
  builder.set_axis("bin", bins);
  for (const Variable& variable : result_schema_table())
    if (variable.group == "waits") builder.create(variable);
  builder.put_text("waits/alternative", results.header.axes.alternatives);
  builder.put_text("waits/segment", results.header.axes.segments);
  builder.put_text("waits/reason", {leaves_names.begin(), leaves_names.end()});
  put_bins(builder, bins);
  for (const auto& [name, sketch] : sketch_columns) {
    std::vector<std::int64_t> units(sketches.size() * bins, 0);
    for (std::size_t a = 0; a < sketches.size(); ++a)
      std::ranges::copy((sketches[a].*sketch).counts(), units.begin() + static_cast<std::ptrdiff_t>(a * bins));
    builder.put<std::int64_t>(name, units);
  }
  put_list("waits/cancelled_for", &Sketches::left_for, leaves_names.size(), bins);
  put_list("waits/segment_units", &Sketches::segments, results.header.axes.segments.size(), bins);
}

/// A sketch for each of `length` labels of every alternative.
void ResultWriter::File::put_list(const char* name, std::vector<SpanSketch> Sketches::*list, std::size_t length,
                                  std::size_t bins) {
  std::vector<std::int64_t> units(sketches.size() * length * bins, 0);
  for (std::size_t a = 0; a < sketches.size(); ++a)
    for (std::size_t i = 0; i < (sketches[a].*list).size(); ++i)
      std::ranges::copy((sketches[a].*list)[i].counts(),
                        units.begin() + static_cast<std::ptrdiff_t>((a * length + i) * bins));
  builder.put<std::int64_t>(name, units);
}

void ResultWriter::finish(const RunFacts& run) {
  const std::lock_guard lock(file_->guard);
  File& file = *file_;
  const Results& results = file.results;
  file.blocks.finish();
  for (std::size_t m = 0; m < metrics().size(); ++m)
    file.builder.put<double>(std::string(metrics()[m].name), results.totals[m]);
  file.builder.put<std::int8_t>("present", results.present);
  file.builder.put<std::uint64_t>("fingerprint", results.fingerprints);
  file.builder.put<double>("disruptions/active", results.active);
  file.builder.put<double>("disruptions/spells", results.spells);
  write_summary(file.builder, results);
  write_inputs(file.builder, results);
  file.put_waits();
  if (!results.header.series_at.empty()) {
    file.builder.put<double>("timeseries/on_hand", file.series.mean(&Sample::on_hand));
    file.builder.put<double>("timeseries/on_record", file.series.mean(&Sample::on_record));
    file.builder.put<double>("timeseries/on_order", file.series.mean(&Sample::on_order));
    file.builder.put<double>("timeseries/backlog", file.series.mean(&Sample::backlog));
    for (std::size_t level = 0; level < spread_levels.size(); ++level)
      file.builder.put<double>(std::string("timeseries/") + spread_levels[level].first + "_half_width",
                               file.spread.half_widths(level));
    file.builder.put<double>("timeseries/forecast", file.series.mean(&Sample::forecast, 0.001));
    file.builder.put<double>("timeseries/reorder_point", file.series.mean(&Sample::reorder_point));
    file.builder.put<double>("timeseries/order_up_to", file.series.mean(&Sample::order_up_to));
    file.builder.put<double>("timeseries/order_quantity", file.series.mean(&Sample::order_quantity));
    file.builder.put<double>("timeseries/port_queue", file.series.mean(file.series.ports));
    file.builder.put<double>("timeseries/disruption_level", file.series.mean(file.series.causes));
  }
  if (results.header.detail == Detail::orders) {
    file.orders.finish(file.builder);
    file.replenishments.finish(file.builder);
    file.promises.finish(file.builder);
  }
  put_run(file.builder, run);
  h5::put_attribute(file.builder.at(""), "fingerprint", hex(results.fingerprint()));
  h5::put_attribute(file.builder.at(""), "complete", std::int64_t{1});
  file.builder.close();
  seal(file.part.path());
  file.part.publish(file.path);
}

}  // namespace restock
