#include "output/reader.hpp"

#include "output/h5.hpp"
#include "output/open_result.hpp"
#include "output/schema.hpp"
#include "output/text.hpp"

#include <charconv>
#include <cmath>

namespace restock {

namespace {

constexpr std::size_t most_labels = 50'000'000;  ///< of one axis
constexpr hsize_t most_deflated = 1'100;         ///< deflate gains at most a factor of 1,032

std::uint64_t hex_attribute(const h5::Place& at, const char* name) {
  const std::string text = h5::text_attribute(at, name);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (error != std::errc{} || end != text.data() + text.size())
    throw ResultError("damaged", at.path, std::string("attribute ") + name + " is not a hexadecimal number");
  return value;
}

double number_attribute(const h5::Place& at, const char* name) {
  const h5::Handle attribute(H5Aopen(at.id, name, H5P_DEFAULT), H5Aclose);
  double value = 0.0;
  if (attribute.get() < 0 || H5Aread(attribute.get(), H5T_NATIVE_DOUBLE, &value) < 0 || !std::isfinite(value))
    throw ResultError("damaged", at.path, std::string("attribute ") + name + " is missing or not a number");
  return value;
}

Time days_attribute(const h5::Place& at, const char* name) {
  return to_ticks(number_attribute(at, name) * static_cast<double>(day));
}

/// All values of a dataset whose extent must be what the labels say.
template <class T>
std::vector<T> read_values(const h5::Place& at, const std::string& name, const std::vector<hsize_t>& expected) {
  const h5::Handle dataset = h5::open_dataset(at, name.c_str());
  if (h5::extent_of(at, dataset.get()) != expected)
    throw ResultError("damaged", at.path, "dataset " + name + " does not fit the labels of its axes");
  std::size_t elements = 1;
  for (const hsize_t n : expected) elements *= n;
  std::vector<T> values(elements);
  if (elements > 0)
    h5::checked(H5Dread(dataset.get(), h5::memory_type<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), at.path,
                "cannot read " + name);
  return values;
}

bool holds(const h5::Place& at, const std::string& name) { return H5Lexists(at.id, name.c_str(), H5P_DEFAULT) > 0; }

std::vector<std::uint32_t> places(const h5::Place& at, const std::string& name, std::size_t count, std::size_t axis) {
  std::vector<std::uint32_t> checked;
  for (const std::int32_t place : read_values<std::int32_t>(at, name, {count})) {
    if (place < 0 || static_cast<std::size_t>(place) >= axis)
      throw ResultError("damaged", at.path, "dataset " + name + " points outside its axis");
    checked.push_back(static_cast<std::uint32_t>(place));
  }
  return checked;
}

std::size_t length_of(const h5::Place& at, const std::string& axis) {
  if (!holds(at, axis)) return 0;
  const h5::Handle dataset = h5::open_dataset(at, axis.c_str());
  const std::vector<hsize_t> extent = h5::extent_of(at, dataset.get());
  const hsize_t stored = H5Dget_storage_size(dataset.get());
  if (extent.size() != 1 || extent[0] > most_labels || extent[0] > stored * most_deflated)
    throw ResultError("damaged", at.path, "dataset " + axis + " is not a list of labels");
  return extent[0];
}

std::vector<std::string> labels(const h5::Place& at, const std::string& axis) {
  return length_of(at, axis) == 0 ? std::vector<std::string>{} : h5::read_text(at, axis.c_str(), most_labels);
}

ResultHeader read_header(const h5::Place& root) {
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
  header.replications = length_of(root, "replication");
  Axes& axes = header.axes;
  axes.alternatives = labels(root, "alternative");
  axes.sites = labels(root, "site");
  axes.products = labels(root, "product");
  axes.segments = labels(root, "outcomes/segment");
  axes.lanes = header.detail == Detail::orders ? labels(root, "lanes/lane") : std::vector<std::string>{};
  if (holds(root, "disruptions")) axes.disruptions = labels(root, "disruptions/disruption");
  const std::size_t points = length_of(root, "stock_point");
  if (points > 0) {
    axes.point_site = places(root, "stock_point_site", points, axes.sites.size());
    axes.point_product = places(root, "stock_point_product", points, axes.products.size());
  }
  hsize_t bytes = 0;
  if (H5Fget_filesize(root.id, &bytes) < 0 ||
      axes.alternatives.size() * header.replications * sizeof(double) > bytes * most_deflated)
    throw ResultError("damaged", root.path, "the file claims more cells than a result can have");
  return header;
}

}  // namespace

struct ResultReader::File {
  h5::Handle handle;
  h5::Place root;
};

ResultReader::ResultReader(const std::string& path) : path_(path), file_(std::make_unique<File>()) {
  file_->handle = open_result(path);
  file_->root = {file_->handle.get(), path};
  header_ = read_header(file_->root);
}
ResultReader::~ResultReader() = default;
ResultReader::ResultReader(ResultReader&&) noexcept = default;
ResultReader& ResultReader::operator=(ResultReader&&) noexcept = default;

Results ResultReader::read(bool with_points) const {
  Results results(header_, false);
  const hsize_t alternatives = header_.axes.alternatives.size(), replications = header_.replications;
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    const std::string name(metrics()[m].name);
    if (holds(file_->root, name))
      results.totals[m] = read_values<double>(file_->root, name, {alternatives, replications});
    if (with_points && header_.detail >= Detail::stock_point) results.points.push_back(points(name));
  }
  if (const hsize_t disruptions = header_.axes.disruptions.size(); disruptions > 0) {
    results.active = read_values<double>(file_->root, "disruptions/active", {alternatives, replications, disruptions});
    results.spells = read_values<double>(file_->root, "disruptions/spells", {alternatives, replications, disruptions});
  }
  results.fingerprints = read_values<std::uint64_t>(file_->root, "fingerprint", {alternatives, replications});
  results.present = read_values<std::int8_t>(file_->root, "present", {alternatives, replications});
  return results;
}

std::vector<double> ResultReader::over(const std::string& dataset) const {
  const bool by_site = dataset.starts_with("site_");
  const hsize_t width = by_site ? header_.axes.sites.size() : header_.axes.points();
  const hsize_t cells = header_.axes.alternatives.size() * header_.replications;
  if (header_.detail < (by_site ? Detail::site : Detail::stock_point)) return {};
  if (!holds(file_->root, dataset)) return std::vector<double>(cells * width, undefined);
  return read_values<double>(file_->root, dataset, {header_.axes.alternatives.size(), header_.replications, width});
}

std::vector<std::int64_t> ResultReader::outcomes() const {
  const hsize_t segments = header_.axes.segments.size();
  if (segments == 0) return {};
  return read_values<std::int64_t>(
      file_->root, "outcomes/units",
      {header_.axes.alternatives.size(), header_.replications, segments, outcome_names.size()});
}

std::string ResultReader::scenario_text() const {
  const std::vector<std::string> texts = h5::read_text(file_->root, "run/scenario_text", 1);
  return texts.empty() ? std::string{} : texts.front();
}

RunFacts ResultReader::run() const {
  const h5::Handle group(H5Gopen2(file_->root.id, "run", H5P_DEFAULT), H5Gclose);
  if (group.get() < 0) throw ResultError("damaged", path_, "group run is missing");
  const h5::Place at{group.get(), path_};
  RunFacts facts;
  facts.host = h5::text_attribute(at, "host");
  facts.started_at = h5::text_attribute(at, "started_at");
  facts.command_line = h5::text_attribute(at, "command_line");
  facts.overrides = h5::text_attribute(at, "overrides");
  facts.scenario_text = scenario_text();
  facts.wall_seconds = number_attribute(at, "wall_seconds");
  facts.threads = h5::int_attribute(at, "threads");
  return facts;
}

std::string ResultReader::checks_text() const {
  const h5::Handle group(H5Gopen2(file_->root.id, "run", H5P_DEFAULT), H5Gclose);
  if (group.get() < 0) throw ResultError("damaged", path_, "group run is missing");
  const h5::Place at{group.get(), path_};
  return h5::has_attribute(at, "checks") ? h5::text_attribute(at, "checks") : std::string{};
}

bool ResultReader::has(const std::string& dataset) const {
  const std::size_t slash = dataset.find('/');
  return (slash == std::string::npos || holds(file_->root, dataset.substr(0, slash))) && holds(file_->root, dataset);
}

std::vector<double> ResultReader::numbers(const std::string& dataset, const std::vector<std::size_t>& extent) const {
  return read_values<double>(file_->root, dataset, {extent.begin(), extent.end()});
}

std::vector<std::string> ResultReader::labels(const std::string& axis) const {
  return has(axis) ? restock::labels(file_->root, axis) : std::vector<std::string>{};
}

std::size_t ResultReader::length(const std::string& axis) const { return has(axis) ? length_of(file_->root, axis) : 0; }

}  // namespace restock
