#include "output/sweep_result.hpp"

#include "output/header.hpp"
#include "output/open_result.hpp"
#include "output/source_files.hpp"
#include "output/sweep_parts.hpp"
#include "output/sweep_schema.hpp"
#include "output/values.hpp"

namespace restock {

struct SweepResult::File {
  h5::Handle handle;
  h5::Place root;
};

SweepResult::SweepResult(const std::string& path) : path_(path), file_(std::make_unique<File>()) {
  file_->handle = open_result(path, sweep_filetype);
  file_->root = {file_->handle.get(), path};
  header_ = read_sweep_header(file_->root, false);
  check_cells(file_->root, header_.cells(), bytes_of_sources(file_->root));
}
SweepResult::~SweepResult() = default;
SweepResult::SweepResult(SweepResult&&) noexcept = default;
SweepResult& SweepResult::operator=(SweepResult&&) noexcept = default;

RunFacts SweepResult::run() const { return read_run(file_->root); }

/// Metrics that the file lacks are NaN.
std::vector<double> SweepResult::over(const std::string& dataset, std::size_t width) const {
  return read(dataset, {header_.points, header_.alternatives(), header_.run.replications, width});
}

std::vector<double> SweepResult::read(const std::string& dataset, const std::vector<std::size_t>& extent) const {
  if (!holds(file_->root, dataset)) {
    std::size_t elements = 1;
    for (const std::size_t n : extent) elements *= n;
    return std::vector<double>(elements, undefined);
  }
  try {
    return read_values<double>(file_->root, dataset, {extent.begin(), extent.end()});
  } catch (const ResultError&) {
    find_damaged_source(file_->root);
    throw;
  }
}

std::vector<double> SweepResult::totals(std::string_view metric) const {
  return read(std::string(metric), {header_.points, header_.alternatives(), header_.run.replications});
}
std::vector<double> SweepResult::sites(std::string_view metric) const {
  if (header_.run.detail < Detail::site) return {};
  return over("site_" + std::string(metric), header_.run.axes.sites.size());
}
std::vector<double> SweepResult::points(std::string_view metric) const {
  if (header_.run.detail < Detail::stock_point) return {};
  return over("stock_point_" + std::string(metric), header_.run.axes.points());
}
std::vector<double> SweepResult::active() const {
  return over("disruptions/active", header_.run.axes.disruptions.size());
}
std::vector<double> SweepResult::spells() const {
  return over("disruptions/spells", header_.run.axes.disruptions.size());
}

bool is_sweep(const std::string& path) {
  std::string kind;
  open_any(path, kind);
  return kind == sweep_filetype;
}

}  // namespace restock
