#include "output/builder.hpp"

#include "core/contract.hpp"

#include <hdf5_hl.h>

#include <bit>
#include <limits>

namespace restock {

namespace {

/// How numbers of a kind lie in the file, and in memory.
struct NumberTypes {
  hid_t stored, in_memory;
};

NumberTypes types_of(Kind kind) {
  switch (kind) {
    case Kind::f64:
      return {H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE};
    case Kind::i8:
      return {H5T_STD_I8LE, H5T_NATIVE_INT8};
    case Kind::i32:
      return {H5T_STD_I32LE, H5T_NATIVE_INT32};
    case Kind::i64:
      return {H5T_STD_I64LE, H5T_NATIVE_INT64};
    case Kind::u64:
      return {H5T_STD_U64LE, H5T_NATIVE_UINT64};
    case Kind::text:
      break;
  }
  return {-1, -1};
}

bool grows(const std::string& axis) { return axis == "order" || axis == "replenishment" || axis == "promise"; }

}  // namespace

std::string key_of(const std::string& group, const std::string& name) {
  return group.empty() ? name : group + "/" + name;
}

Builder::Builder(const std::string& part, std::string shown, Detail detail, std::string start)
    : detail_(detail), start_(std::move(start)) {
  h5::prepare_library();
  const h5::Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose), plan(H5Pcreate(H5P_FILE_CREATE), H5Pclose);
  H5Pset_libver_bounds(access.get(), H5F_LIBVER_V18, H5F_LIBVER_LATEST);
  H5Pset_link_creation_order(plan.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
  H5Pset_attr_creation_order(plan.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
  H5Pset_obj_track_times(plan.get(), false);
  file_ = h5::Handle(
      h5::checked(H5Fcreate(part.c_str(), H5F_ACC_TRUNC, plan.get(), access.get()), shown, "cannot create"), H5Fclose);
  place_ = {file_.get(), std::move(shown)};
}

h5::Place Builder::at(const std::string& group) {
  if (group.empty()) return place_;
  if (groups_.count(group) == 0) groups_.emplace(group, h5::make_group(place_, group.c_str()));
  return {groups_.at(group).get(), place_.path};
}

void Builder::describe(const Variable& variable, const h5::Place& place) const {
  h5::put_attribute(place, "long_name", variable.long_name);
  if (variable.unit == "days since start") {
    h5::put_attribute(place, "units", "days since " + start_);
    h5::put_attribute(place, "calendar", "proleptic_gregorian");
  } else if (!variable.unit.empty()) {
    h5::put_attribute(place, "units", variable.unit);
  }
  if (!variable.better.empty()) h5::put_attribute(place, "better", variable.better);
  if (!variable.flags.empty()) h5::put_flags(place, variable.flags);
  if (variable.masks && !masks_.empty()) h5::put_masks(place, masks_);
  if (variable.kind == Kind::f64 && variable.name != variable.axes)
    h5::put_attribute(place, "_FillValue", std::numeric_limits<double>::quiet_NaN());
}

std::size_t Builder::numbers_by(const Variable& variable, const std::string& axis) const {
  std::size_t numbers = 1;
  for (const std::string& other : axes_of(variable, detail_))
    if (other != axis) numbers *= length_.at(other);
  return numbers;
}

void Builder::create(const Variable& variable, std::vector<h5::Elsewhere> elsewhere) {
  const std::vector<std::string> axes = axes_of(variable, detail_);
  h5::Shape shape;
  for (const std::string& axis : axes) {
    shape.extent.push_back(length_.at(axis));
    shape.unlimited = shape.unlimited || grows(axis);
    const auto limit = in_chunk_.find(axis);
    shape.most_in_chunk.push_back(limit == in_chunk_.end() ? 0 : limit->second);
    if (shape.extent.back() == 0 && !grows(axis)) return;
  }
  if (axes.size() > 1 && axes[0] == "alternative") {
    shape.cell_axes = 1;
    if (axes.size() > 2 && axes[1] == "replication") shape.most_in_chunk[1] = replications_in_chunk_;
  }
  shape.nan_fill = variable.kind == Kind::f64;
  shape.checksums = keeping_ == Keeping::with_checksums && !axes.empty();
  shape.as_it_is = keeping_ == Keeping::as_they_are;
  shape.elsewhere = std::move(elsewhere);
  const bool is_elsewhere = !shape.elsewhere.empty();
  const h5::Place group = at(variable.group);
  const h5::Handle text = h5::text_type();
  const hid_t type = variable.kind == Kind::text ? text.get() : types_of(variable.kind).stored;
  h5::Handle dataset = h5::make_dataset(group, variable.name.c_str(), type, shape);
  describe(variable, {dataset.get(), place_.path});
  if (variable.name == variable.axes) {
    h5::checked(H5DSset_scale(dataset.get(), variable.name.c_str()), place_.path, "cannot write");
  } else {
    for (std::size_t i = 0; i < axes.size(); ++i)
      h5::checked(H5DSattach_scale(dataset.get(), datasets_.at(key_of(variable.group, axes[i])).handle.get(),
                                   static_cast<unsigned>(i)),
                  place_.path, "cannot write");
  }
  // Nothing will be written there, and while it is open it keeps its list of files and blocks in memory.
  if (is_elsewhere) {
    if (dataset.close() < 0) h5::fail(place_.path, "cannot write");
    return;
  }
  datasets_.emplace(key_of(variable.group, variable.name),
                    Dataset{std::move(dataset), variable.kind, shape.extent, h5::chunks_of(type, shape)});
}

const h5::Handle* Builder::find(const std::string& key) const {
  const auto found = datasets_.find(key);
  return found == datasets_.end() ? nullptr : &found->second.handle;
}

std::vector<std::size_t> Builder::extent(const std::string& key) const {
  const auto found = datasets_.find(key);
  if (found == datasets_.end()) return {};
  return {found->second.extent.begin(), found->second.extent.end()};
}

void Builder::put_text(const std::string& key, const std::vector<std::string>& texts) {
  if (const h5::Handle* dataset = find(key)) h5::write_text(place_, dataset->get(), texts);
}

void Builder::put_all(const std::string& key, Kind kind, const void* values, std::size_t count) {
  const auto found = datasets_.find(key);
  if (found == datasets_.end() || count == 0) return;
  const std::vector<hsize_t>& extent = found->second.extent;
  hsize_t expected = 1;
  for (const hsize_t n : extent) expected *= n;
  require(count == expected, "a dataset is written with all its values");
  put_values(key, {std::vector<hsize_t>(extent.size(), 0), extent}, kind, values);
}

void Builder::put_values(const std::string& key, const h5::Block& block, Kind kind, const void* values) {
  const auto found = datasets_.find(key);
  if (found == datasets_.end()) return;
  const Dataset& dataset = found->second;
  require(dataset.kind == kind, "values are of the kind that their dataset has");
  if (std::endian::native == std::endian::little && ChunkPacker::takes(block, dataset.chunks, dataset.extent))
    packer_.write(place_, dataset.handle.get(), block, dataset.chunks, values);
  else
    h5::write_block(place_, dataset.handle.get(), block, types_of(kind).in_memory, values);
}

void Builder::append(const std::string& key, Kind kind, const void* values, std::size_t at, std::size_t count) {
  Dataset& dataset = datasets_.at(key);
  dataset.extent[0] = at + count;
  h5::prepare_library();
  h5::checked(H5Dset_extent(dataset.handle.get(), dataset.extent.data()), place_.path, "cannot write");
  if (count > 0) put_values(key, {{at}, {count}}, kind, values);
}

void Builder::close() {
  h5::prepare_library();
  for (auto& [key, dataset] : datasets_)
    if (dataset.handle.close() < 0) h5::fail(place_.path, "cannot write");
  for (auto& [key, group] : groups_)
    if (group.close() < 0) h5::fail(place_.path, "cannot write");
  datasets_.clear();
  groups_.clear();
  if (H5Fflush(file_.get(), H5F_SCOPE_LOCAL) < 0) h5::fail(place_.path, "cannot write");
  if (file_.close() < 0) h5::fail(place_.path, "cannot write");
}

}  // namespace restock
