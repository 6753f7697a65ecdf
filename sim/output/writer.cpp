#include "output/writer.hpp"

#include "core/contract.hpp"
#include "output/builder.hpp"
#include "output/ledger_columns.hpp"
#include "output/series_spread.hpp"
#include "output/series_sum.hpp"
#include "output/text.hpp"
#include "output/write_summary.hpp"

#include <unistd.h>

#include <filesystem>
#include <mutex>
#include <optional>

namespace restock {

namespace {

/// CF allows letters, digits and _ - . + @ in a meaning; bits after the last own one are shared.
std::vector<std::string> mask_meanings(const std::vector<std::string>& disruptions) {
  std::vector<std::string> meanings;
  for (std::size_t d = 0; d < disruptions.size() && d < shared_cause; ++d) {
    std::string& meaning = meanings.emplace_back(disruptions[d]);
    for (char& c : meaning) {
      const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                         static_cast<unsigned char>(c) >= 0x80U ||
                         std::string_view("_-.+@").find(c) != std::string_view::npos;
      if (!plain) c = '_';
    }
  }
  if (disruptions.size() > shared_cause) meanings.emplace_back("another");
  return meanings;
}

void set_axes(Builder& file, const ResultHeader& header) {
  const Axes& axes = header.axes;
  file.set_axis("alternative", axes.alternatives.size());
  file.set_axis("replication", header.replications);
  file.set_axis("site", axes.sites.size());
  file.set_axis("product", axes.products.size());
  file.set_axis("stock_point", axes.points());
  file.set_axis("segment", axes.segments.size());
  file.set_axis("outcome", outcome_names.size());
  file.set_axis("metric", metrics().size());
  file.set_axis("probability", summary_probabilities.size());
  file.set_axis("time", header.series_at.size());
  file.set_axis("order", 0);
  file.set_axis("replenishment", 0);
  file.set_axis("lane", axes.lanes.size());
  file.set_axis("port", axes.ports.size());
  file.set_axis("disruption", axes.disruptions.size());
  file.set_masks(mask_meanings(axes.disruptions));
}

void put_header(Builder& file, const ResultHeader& header) {
  const h5::Place root = file.at("");
  const auto days = [](Time span) { return static_cast<double>(span) / static_cast<double>(day); };
  h5::put_attribute(root, "Conventions", "CF-1.8");
  h5::put_attribute(root, "filetype", result_filetype);
  h5::put_attribute(root, "schema_version", result_schema);
  h5::put_attribute(root, "program_version", header.program_version);
  h5::put_attribute(root, "scenario", header.scenario);
  h5::put_attribute(root, "question", header.question);
  h5::put_attribute(root, "start", header.start);
  h5::put_attribute(root, "warmup_days", days(header.warmup));
  h5::put_attribute(root, "length_days", days(header.length));
  h5::put_attribute(root, "drain_days", days(header.drain));
  h5::put_attribute(root, "order_of_day", header.order_of_day);
  h5::put_attribute(root, "seed", header.seed);
  h5::put_attribute(root, "replications", static_cast<std::int64_t>(header.replications));
  h5::put_attribute(root, "detail", to_text(header.detail));
  h5::put_attribute(root, "scenario_hash", hex(header.scenario_hash));
  h5::put_attribute(root, "numerics_id", hex(header.numerics_id));
}

std::vector<std::int32_t> numbered(std::size_t count) {
  std::vector<std::int32_t> numbers;
  for (std::size_t i = 0; i < count; ++i) numbers.push_back(static_cast<std::int32_t>(i));
  return numbers;
}

/// Every group has its own copy of the labels of its axes: readers do not look outside a group.
void put_labels(Builder& file, const ResultHeader& header) {
  const Axes& axes = header.axes;
  const std::vector<std::int32_t> replications = numbered(header.replications), points = numbered(axes.points());
  const std::vector<std::int32_t> sites(axes.point_site.begin(), axes.point_site.end());
  const std::vector<std::int32_t> products(axes.point_product.begin(), axes.point_product.end());
  for (const char* group :
       {"", "summary", "outcomes", "timeseries", "disruptions", "orders_index", "replenishments_index"}) {
    file.put_text(key_of(group, "alternative"), axes.alternatives);
    file.put_text(key_of(group, "site"), axes.sites);
    file.put<std::int32_t>(key_of(group, "replication"), replications);
    file.put<std::int32_t>(key_of(group, "stock_point"), points);
    file.put<std::int32_t>(key_of(group, "stock_point_site"), sites);
    file.put<std::int32_t>(key_of(group, "stock_point_product"), products);
  }
  file.put_text("product", axes.products);
  file.put_text("outcomes/segment", axes.segments);
  file.put_text("outcomes/outcome", {outcome_names.begin(), outcome_names.end()});
  file.put_text("lanes/lane", axes.lanes);
  std::vector<double> times;
  for (const Time at : header.series_at) times.push_back(static_cast<double>(at) / static_cast<double>(day));
  file.put<double>("timeseries/time", times);
  file.put_text("timeseries/port", axes.ports);
  file.put_text("timeseries/disruption", axes.disruptions);
  file.put_text("disruptions/disruption", axes.disruptions);
}

}  // namespace

struct ResultWriter::File {
  File(std::string target, const ResultHeader& header)
      : path(std::move(target)),
        builder(part_of(path), path, header.detail, header.start),
        results(header),
        waits(header.axes.alternatives.size()),
        orders("orders", "order", order_columns(), results.present.size()),
        replenishments("replenishments", "replenishment", replenishment_columns(), results.present.size()) {
    spread.resize(header.axes.alternatives.size(), header.series_at.size());
    series.cells.assign(header.axes.alternatives.size(), 0);
    series.sum.resize(header.axes.alternatives.size() * header.series_at.size() * header.axes.groups(header.detail));
    series.ports.resize(header.axes.alternatives.size() * header.series_at.size() * header.axes.ports.size());
    series.causes.resize(header.axes.alternatives.size() * header.series_at.size() * header.axes.disruptions.size());
  }

  std::string path;
  Builder builder;
  Results results;
  std::vector<SpanSketch> waits;  ///< by alternative
  SeriesSum series;
  SeriesSpread spread;
  LedgerColumns<OrderRow> orders;
  LedgerColumns<ReplenishmentRow> replenishments;
  std::mutex guard;
  bool published = false;

  void put_segments(const CellResult& cell);
  void put_waits();
  void put_run(const RunFacts& run);
};

ResultWriter::ResultWriter(const std::string& path, const ResultHeader& header, bool force) {
  check_destination(path, force);
  file_ = std::make_unique<File>(path, header);
  set_axes(file_->builder, header);
  set_network_axes(file_->builder, header.network);
  put_header(file_->builder, header);
  for (const Variable& variable : result_schema_table())
    if (variable.group != "waits" &&
        has_variable(variable, {header.detail, !header.series_at.empty(), !header.axes.ports.empty(),
                                !header.axes.disruptions.empty()}))
      file_->builder.create(variable);
  put_labels(file_->builder, header);
  put_network(file_->builder, header.network);
}

ResultWriter::~ResultWriter() {
  if (file_ == nullptr || file_->published) return;
  std::error_code ignored;
  std::filesystem::remove(part_of(file_->path), ignored);
}

const Results& ResultWriter::results() const { return file_->results; }

void ResultWriter::write(const CellResult& cell) {
  const std::lock_guard lock(file_->guard);
  File& file = *file_;
  file.results.add(cell);
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    const std::string name(metrics()[m].name);
    if (!cell.sites.empty())
      file.builder.put_cell<double>("site_" + name, cell.alternative, cell.replication, cell.sites[m]);
    if (!cell.points.empty())
      file.builder.put_cell<double>("stock_point_" + name, cell.alternative, cell.replication, cell.points[m]);
  }
  file.put_segments(cell);
  file.waits[cell.alternative] += cell.waits;
  file.series.add(cell);
  file.spread.add(cell);
}

void ResultWriter::File::put_segments(const CellResult& cell) {
  std::vector<std::int64_t> units;
  for (const OrderFacts& f : cell.segments)
    for (const Quantity outcome :
         {f.filled, f.shipped_from_backorder, f.lost_out_of_stock, f.lost_declined, f.lost_discontinued,
          f.cancelled_by_customer, f.cancelled_by_seller, f.open_at_end()})
      units.push_back(outcome);
  builder.put_cell<std::int64_t>("outcomes/units", cell.alternative, cell.replication, units);
  const auto put = [&](const char* name, Quantity OrderFacts::*fact) {
    std::vector<std::int64_t> values;
    for (const OrderFacts& f : cell.segments) values.push_back(f.*fact);
    builder.put_cell<std::int64_t>(key_of("outcomes", name), cell.alternative, cell.replication, values);
  };
  put("orders", &OrderFacts::orders);
  put("demand", &OrderFacts::demand);
  put("backordered", &OrderFacts::backordered);
  put("oversold", &OrderFacts::oversold);
  put("promised", &OrderFacts::promised);
  put("promise_kept", &OrderFacts::promise_kept);
  std::vector<double> waited;
  for (const OrderFacts& f : cell.segments) waited.push_back(to_double(f.wait) / static_cast<double>(day));
  builder.put_cell<double>("outcomes/wait", cell.alternative, cell.replication, waited);
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

void ResultWriter::File::put_waits() {
  std::size_t bins = 1;
  for (const SpanSketch& sketch : waits) bins = std::max(bins, sketch.counts().size());
  builder.set_axis("bin", bins);
  for (const Variable& variable : result_schema_table())
    if (variable.group == "waits") builder.create(variable);
  std::vector<double> middle, from, to;
  for (std::uint32_t bin = 0; bin < bins; ++bin) {
    const double ticks = SpanSketch::middle(bin), low = SpanSketch::lower(bin), high = SpanSketch::lower(bin + 1);
    middle.push_back(ticks / static_cast<double>(day));
    from.push_back(low / static_cast<double>(day));
    to.push_back(high / static_cast<double>(day));
  }
  std::vector<std::int64_t> units(waits.size() * bins, 0);
  for (std::size_t a = 0; a < waits.size(); ++a)
    std::copy(waits[a].counts().begin(), waits[a].counts().end(),
              units.begin() + static_cast<std::ptrdiff_t>(a * bins));
  builder.put_text("waits/alternative", results.header.axes.alternatives);
  builder.put<double>("waits/bin", middle);
  builder.put<double>("waits/bin_from", from);
  builder.put<double>("waits/bin_to", to);
  builder.put<std::int64_t>("waits/units", units);
}

void ResultWriter::File::put_run(const RunFacts& run) {
  const h5::Place place = builder.at("run");
  h5::put_attribute(place, "host", run.host);
  h5::put_attribute(place, "started_at", run.started_at);
  h5::put_attribute(place, "wall_seconds", run.wall_seconds);
  h5::put_attribute(place, "threads", run.threads);
  h5::put_attribute(place, "command_line", run.command_line);
  h5::put_attribute(place, "overrides", run.overrides);
  if (!run.checks.empty()) h5::put_attribute(place, "checks", claims_text(run.checks));
  builder.put_text("run/scenario_text", {run.scenario_text});
}

void ResultWriter::finish(const RunFacts& run) {
  const std::lock_guard lock(file_->guard);
  File& file = *file_;
  const Results& results = file.results;
  for (std::size_t m = 0; m < metrics().size(); ++m)
    file.builder.put<double>(std::string(metrics()[m].name), results.totals[m]);
  file.builder.put<std::int8_t>("present", results.present);
  file.builder.put<std::uint64_t>("fingerprint", results.fingerprints);
  file.builder.put<double>("disruptions/active", results.active);
  file.builder.put<double>("disruptions/spells", results.spells);
  write_summary(file.builder, results);
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
  }
  file.put_run(run);
  h5::put_attribute(file.builder.at(""), "fingerprint", hex(results.fingerprint()));
  h5::put_attribute(file.builder.at(""), "complete", std::int64_t{1});
  file.builder.close();
  publish(file.path);
  file.published = true;
}

}  // namespace restock
