#include "output/values.hpp"

namespace restock {

namespace {

std::vector<std::uint32_t> places(const h5::Place& at, const std::string& name, std::size_t count, std::size_t axis) {
  std::vector<std::uint32_t> checked;
  for (const std::int32_t place : read_values<std::int32_t>(at, name, {count})) {
    if (place < 0 || static_cast<std::size_t>(place) >= axis)
      throw ResultError("damaged", at.path, "dataset " + name + " points outside its axis");
    checked.push_back(static_cast<std::uint32_t>(place));
  }
  return checked;
}

}  // namespace

// HDF5 has to be asked for each step of a path.
bool holds(const h5::Place& at, const std::string& name) {
  for (std::size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1))
    if (H5Lexists(at.id, name.substr(0, slash).c_str(), H5P_DEFAULT) <= 0) return false;
  return H5Lexists(at.id, name.c_str(), H5P_DEFAULT) > 0;
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

Axes read_axes(const h5::Place& root, Detail detail, const AxisPaths& paths) {
  Axes axes;
  axes.alternatives = labels(root, "alternative");
  axes.sites = labels(root, "site");
  axes.products = labels(root, "product");
  axes.segments = labels(root, paths.segment);
  axes.lanes = detail == Detail::orders ? labels(root, "lanes/lane") : std::vector<std::string>{};
  axes.disruptions = labels(root, paths.disruption);
  const std::size_t points = length_of(root, "stock_point");
  if (points > 0) {
    axes.point_site = places(root, "stock_point_site", points, axes.sites.size());
    axes.point_product = places(root, "stock_point_product", points, axes.products.size());
  }
  return axes;
}

void check_cells(const h5::Place& root, std::size_t cells, std::uint64_t elsewhere) {
  hsize_t bytes = 0;
  if (H5Fget_filesize(root.id, &bytes) < 0 || cells * sizeof(double) > (bytes + elsewhere) * most_deflated)
    throw ResultError("damaged", root.path, "the file claims more cells than a result can have");
}

}  // namespace restock
