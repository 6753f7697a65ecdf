#include "output/header.hpp"

#include "measure/leaving.hpp"
#include "output/ingredients.hpp"
#include "output/text.hpp"
#include "output/write_inputs.hpp"
#include "output/write_summary.hpp"

#include <charconv>
#include <cmath>
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

Time days_attribute(const h5::Place& at, const char* name) {
  return to_ticks(number_attribute(at, name) * static_cast<double>(day));
}

}  // namespace

void set_axes(Builder& file, const ResultHeader& header) {
  const Axes& axes = header.axes;
  file.set_axis("alternative", axes.alternatives.size());
  file.set_axis("replication", header.replications);
  file.set_axis("site", axes.sites.size());
  file.set_axis("product", axes.products.size());
  file.set_axis("stock_point", axes.points());
  file.set_axis("segment", axes.segments.size());
  file.set_axis("outcome", outcome_names.size());
  file.set_axis("reason", leaves_names.size());
  file.set_axis("metric", metrics().size());
  file.set_axis("probability", summary_probabilities.size());
  file.set_axis("time", header.series_at.size());
  file.set_axis("order", 0);
  file.set_axis("replenishment", 0);
  file.set_axis("promise", 0);
  file.set_axis("lane", axes.lanes.size());
  file.set_axis("port", axes.ports.size());
  file.set_axis("disruption", axes.disruptions.size());
  file.set_axis("input", header.inputs.names.size());
  file.set_axis("cause", header.attribution.causes.size());
  file.set_axis("attributed", header.attribution.outcomes.size());
  file.set_axis("pair", header.attribution.pairs());
  file.set_masks(mask_meanings(axes.disruptions));
}

void put_header(const h5::Place& root, const ResultHeader& header, std::string_view filetype) {
  const auto days = [](Time span) { return static_cast<double>(span) / static_cast<double>(day); };
  h5::put_attribute(root, "Conventions", "CF-1.8");
  h5::put_attribute(root, "filetype", filetype);
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
  if (header.inputs.resamples > 0)
    h5::put_attribute(root, "resamples", static_cast<std::int64_t>(header.inputs.resamples));
  h5::put_attribute(root, "detail", to_text(header.detail));
  h5::put_attribute(root, "scenario_hash", hex(header.scenario_hash));
  h5::put_attribute(root, "numerics_id", hex(header.numerics_id));
}

std::vector<std::int32_t> numbered(std::size_t count) {
  std::vector<std::int32_t> numbers;
  for (std::size_t i = 0; i < count; ++i) numbers.push_back(static_cast<std::int32_t>(i));
  return numbers;
}

void put_labels(Builder& file, const ResultHeader& header) {
  const Axes& axes = header.axes;
  const std::vector<std::int32_t> replications = numbered(header.replications), points = numbered(axes.points());
  const std::vector<std::int32_t> sites(axes.point_site.begin(), axes.point_site.end());
  const std::vector<std::int32_t> products(axes.point_product.begin(), axes.point_product.end());
  for (const char* group : {"", "summary", "outcomes", "timeseries", "disruptions", "orders_index",
                            "replenishments_index", "promises_index"}) {
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

double number_attribute(const h5::Place& at, const char* name) {
  const h5::Handle attribute(H5Aopen(at.id, name, H5P_DEFAULT), H5Aclose);
  double value = 0.0;
  if (attribute.get() < 0 || H5Aread(attribute.get(), H5T_NATIVE_DOUBLE, &value) < 0 || !std::isfinite(value))
    throw ResultError("damaged", at.path, std::string("attribute ") + name + " is missing or not a number");
  return value;
}

std::uint64_t hex_attribute(const h5::Place& at, const char* name) {
  const std::string text = h5::text_attribute(at, name);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (error != std::errc{} || end != text.data() + text.size())
    throw ResultError("damaged", at.path, std::string("attribute ") + name + " is not a hexadecimal number");
  return value;
}

ResultHeader read_header_attributes(const h5::Place& root) {
  ResultHeader header;
  header.scenario = h5::text_attribute(root, "scenario");
  header.question = h5::text_attribute(root, "question");
  header.start = h5::text_attribute(root, "start");
  header.order_of_day = h5::text_attribute(root, "order_of_day");
  header.program_version = h5::text_attribute(root, "program_version");
  header.warmup = days_attribute(root, "warmup_days");
  header.length = days_attribute(root, "length_days");
  header.drain = days_attribute(root, "drain_days");
  header.seed = h5::unsigned_attribute(root, "seed");
  header.scenario_hash = hex_attribute(root, "scenario_hash");
  header.numerics_id = hex_attribute(root, "numerics_id");
  const std::optional<Detail> detail = detail_from(h5::text_attribute(root, "detail"));
  if (!detail) throw ResultError("damaged", root.path, "attribute detail is not a level of detail");
  header.detail = *detail;
  header.inputs = read_inputs(root);
  return header;
}

void put_bins(Builder& file, std::size_t bins) {
  std::vector<double> middle, from, to;
  for (std::uint32_t bin = 0; bin < bins; ++bin) {
    const double ticks = SpanSketch::middle(bin), low = SpanSketch::lower(bin), high = SpanSketch::lower(bin + 1);
    middle.push_back(ticks / static_cast<double>(day));
    from.push_back(low / static_cast<double>(day));
    to.push_back(high / static_cast<double>(day));
  }
  file.put<double>("waits/bin", middle);
  file.put<double>("waits/bin_from", from);
  file.put<double>("waits/bin_to", to);
}

void put_run(Builder& file, const RunFacts& run) {
  const h5::Place place = file.at("run");
  h5::put_attribute(place, "host", run.host);
  h5::put_attribute(place, "started_at", run.started_at);
  h5::put_attribute(place, "wall_seconds", run.wall_seconds);
  h5::put_attribute(place, "threads", run.threads);
  h5::put_attribute(place, "command_line", run.command_line);
  h5::put_attribute(place, "overrides", run.overrides);
  for (const Ingredient& each : ingredients()) h5::put_attribute(place, each.name.c_str(), each.value);
  if (!run.checks.empty()) h5::put_attribute(place, "checks", claims_text(run.checks));
  if (run.stopping) h5::put_attribute(place, "stopping", stopping_text(*run.stopping));
  if (!run.warm_up.empty()) h5::put_attribute(place, "warm_up", run.warm_up);
  file.put_text("run/scenario_text", {run.scenario_text});
}

RunFacts read_run(const h5::Place& root) {
  const h5::Handle group(H5Gopen2(root.id, "run", H5P_DEFAULT), H5Gclose);
  if (group.get() < 0) throw ResultError("damaged", root.path, "group run is missing");
  const h5::Place at{group.get(), root.path};
  RunFacts facts;
  facts.host = h5::text_attribute(at, "host");
  facts.started_at = h5::text_attribute(at, "started_at");
  facts.command_line = h5::text_attribute(at, "command_line");
  facts.overrides = h5::text_attribute(at, "overrides");
  const std::vector<std::string> texts = h5::read_text(root, "run/scenario_text", 1);
  if (!texts.empty()) facts.scenario_text = texts.front();
  facts.wall_seconds = number_attribute(at, "wall_seconds");
  facts.threads = h5::int_attribute(at, "threads");
  return facts;
}

}  // namespace restock
