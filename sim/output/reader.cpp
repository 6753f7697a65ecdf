#include "output/reader.hpp"

#include "output/h5.hpp"
#include "output/header.hpp"
#include "output/open_result.hpp"
#include "output/schema.hpp"
#include "output/text.hpp"
#include "output/values.hpp"

namespace restock {

namespace {

ResultHeader read_header(const h5::Place& root) {
  ResultHeader header = read_header_attributes(root);
  header.replications = length_of(root, "replication");
  header.axes = read_axes(root, header.detail, {"outcomes/segment", "disruptions/disruption"});
  check_cells(root, header.axes.alternatives.size() * header.replications);
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

RunFacts ResultReader::run() const { return read_run(file_->root); }

std::string ResultReader::note(const char* name) const {
  const h5::Handle group(H5Gopen2(file_->root.id, "run", H5P_DEFAULT), H5Gclose);
  if (group.get() < 0) throw ResultError("damaged", path_, "group run is missing");
  const h5::Place at{group.get(), path_};
  return h5::has_attribute(at, name) ? h5::text_attribute(at, name) : std::string{};
}

bool ResultReader::has(const std::string& dataset) const { return holds(file_->root, dataset); }

std::vector<double> ResultReader::numbers(const std::string& dataset, const std::vector<std::size_t>& extent) const {
  return read_values<double>(file_->root, dataset, {extent.begin(), extent.end()});
}

std::vector<std::string> ResultReader::labels(const std::string& axis) const {
  return has(axis) ? restock::labels(file_->root, axis) : std::vector<std::string>{};
}

std::size_t ResultReader::length(const std::string& axis) const { return has(axis) ? length_of(file_->root, axis) : 0; }

std::int64_t ResultReader::whole_attribute(const std::string& group, const std::string& name) const {
  const h5::Handle opened(H5Gopen2(file_->root.id, group.c_str(), H5P_DEFAULT), H5Gclose);
  if (opened.get() < 0) throw ResultError("damaged", path_, "group " + group + " is missing");
  return h5::int_attribute({opened.get(), path_}, name.c_str());
}

}  // namespace restock
