#include "output/h5.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <mutex>
#include <new>

namespace restock::h5 {

namespace {

constexpr hsize_t chunk_rows = 65'536;
constexpr hsize_t contiguous_up_to = 8'192;               ///< elements: below it a chunk index costs more than it saves
constexpr std::size_t headroom = std::size_t{16} << 20U;  ///< bytes: more than any one call of the library takes
constexpr unsigned deflate_level = 1;                     ///< after shuffling, higher levels gain little and cost much

herr_t note_cause(unsigned depth, const H5E_error2_t* error, void* to) {
  auto& cause = *static_cast<Cause*>(to);
  if (error->desc == nullptr) return 0;
  if (depth == 0) cause.message = error->desc;
  if (const char* number = std::strstr(error->desc, "errno = "); number != nullptr)
    cause.number = static_cast<int>(std::strtol(number + 8, nullptr, 10));
  return 0;
}

hsize_t elements(const std::vector<hsize_t>& extent) {
  hsize_t product = 1;
  for (const hsize_t n : extent) product *= n;
  return product;
}

/// A part of a number of places: one of at least so many parts that are all alike, if that does not make it too small.
hsize_t part_of(hsize_t places, hsize_t parts) {
  const hsize_t most = places / parts;
  for (hsize_t part = most; part > most / 2; --part)
    if (places % part == 0) return part;
  return (places + parts - 1) / parts;
}

/// At most 65,536 elements, cut along the slowest axes first, so that a cell is whole chunks.
std::vector<hsize_t> chunk_size(const Shape& shape) {
  std::vector<hsize_t> chunk = shape.extent;
  if (shape.unlimited) chunk[0] = chunk_rows;
  for (std::size_t i = 0; i < shape.cell_axes; ++i) chunk[i] = 1;
  for (std::size_t i = 0; i < shape.most_in_chunk.size(); ++i)
    if (shape.most_in_chunk[i] > 0) chunk[i] = std::min(chunk[i], shape.most_in_chunk[i]);
  for (hsize_t& n : chunk) {
    const hsize_t parts = (elements(chunk) + chunk_rows - 1) / chunk_rows;
    if (parts > 1) n = part_of(n, parts);
  }
  return chunk;
}

/// `%` begins a pattern in the names of files that hold values of virtual datasets.
std::string without_patterns(const std::string& name) {
  std::string escaped;
  for (const char c : name) escaped += c == '%' ? "%%" : std::string(1, c);
  return escaped;
}

void select_block(hid_t space, const Block& block, const std::string& path, std::string_view doing) {
  checked(H5Sselect_hyperslab(space, H5S_SELECT_SET, block.start.data(), nullptr, block.count.data(), nullptr), path,
          doing);
}

void point_elsewhere(const Place& at, hid_t plan, const Shape& shape) {
  const Handle here(H5Screate_simple(static_cast<int>(shape.extent.size()), shape.extent.data(), nullptr), H5Sclose);
  for (const Elsewhere& each : shape.elsewhere) {
    const Handle there(H5Screate_simple(static_cast<int>(each.extent.size()), each.extent.data(), nullptr), H5Sclose);
    select_block(here.get(), each.here, at.path, "cannot write");
    select_block(there.get(), each.there, at.path, "cannot write");
    checked(H5Pset_virtual(plan, here.get(), without_patterns(each.file).c_str(), each.dataset.c_str(), there.get()),
            at.path, "cannot write");
  }
}

void reclaim_text(std::vector<char*>& pointers, hid_t type, hid_t space) {
  H5Dvlen_reclaim(type, space, H5P_DEFAULT, pointers.data());
}

}  // namespace

void prepare_library() {
  // Only address space is asked for, and given back at once: no page is touched.
  void* room = ::mmap(nullptr, headroom, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED) throw std::bad_alloc();
  ::munmap(room, headroom);
  static std::once_flag once;
  std::call_once(once, [] {
    ::unsetenv("HDF5_VDS_PREFIX");  // it would lead to other shards than those that were checked
    H5dont_atexit();
    H5open();
  });
  // The library keeps a stack of errors, and what is done about them, for each thread.
  static thread_local const bool silent = H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0;
  static_cast<void>(silent);
}

Cause last_cause() {
  Cause cause;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, note_cause, &cause);
  return cause;
}

void fail(const std::string& path, std::string_view doing) {
  const Cause cause = last_cause();
  if (cause.number != 0) fail_for(cause.number, path, doing);
  throw ResultError("io_error", path, std::string(doing) + ": " + cause.message);
}

Handle text_type() {
  Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
  H5Tset_size(type.get(), H5T_VARIABLE);
  H5Tset_cset(type.get(), H5T_CSET_UTF8);
  return type;
}

Handle make_group(const Place& at, const char* name) {
  const Handle plan(H5Pcreate(H5P_GROUP_CREATE), H5Pclose);
  H5Pset_link_creation_order(plan.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
  H5Pset_attr_creation_order(plan.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
  H5Pset_obj_track_times(plan.get(), false);
  return Handle(checked(H5Gcreate2(at.id, name, H5P_DEFAULT, plan.get(), H5P_DEFAULT), at.path, "cannot write"),
                H5Gclose);
}

Chunks chunks_of(hid_t type, const Shape& shape) {
  Chunks chunks{{}, H5Tget_size(type), shape.nan_fill, shape.checksums};
  const bool text = H5Tget_class(type) == H5T_STRING;
  const bool chunked =
      shape.unlimited || (!text && !shape.as_it_is && (elements(shape.extent) > contiguous_up_to || shape.checksums));
  if (shape.elsewhere.empty() && chunked) chunks.size = chunk_size(shape);
  return chunks;
}

Handle make_dataset(const Place& at, const char* name, hid_t type, const Shape& shape) {
  prepare_library();
  const Handle plan(H5Pcreate(H5P_DATASET_CREATE), H5Pclose), access(H5Pcreate(H5P_DATASET_ACCESS), H5Pclose);
  H5Pset_attr_creation_order(plan.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
  H5Pset_obj_track_times(plan.get(), false);
  constexpr double absent = std::numeric_limits<double>::quiet_NaN();
  if (shape.nan_fill) H5Pset_fill_value(plan.get(), H5T_NATIVE_DOUBLE, &absent);
  const std::vector<hsize_t> chunk = chunks_of(type, shape).size;
  std::vector<hsize_t> most = shape.extent;
  if (shape.unlimited) most[0] = H5S_UNLIMITED;
  if (!shape.elsewhere.empty()) {
    point_elsewhere(at, plan.get(), shape);
  } else if (!chunk.empty()) {
    H5Pset_chunk(plan.get(), static_cast<int>(chunk.size()), chunk.data());
    H5Pset_shuffle(plan.get());
    H5Pset_deflate(plan.get(), deflate_level);
    if (shape.checksums) H5Pset_fletcher32(plan.get());
    H5Pset_chunk_cache(access.get(), 1, 0, 1.0);  // whole chunks are written: nothing to keep
  }
  const Handle space(shape.extent.empty()
                         ? H5Screate(H5S_SCALAR)
                         : H5Screate_simple(static_cast<int>(most.size()), shape.extent.data(), most.data()),
                     H5Sclose);
  return Handle(checked(H5Dcreate2(at.id, name, type, space.get(), H5P_DEFAULT, plan.get(), access.get()), at.path,
                        "cannot write"),
                H5Dclose);
}

void write_text(const Place& at, hid_t dataset, const std::vector<std::string>& texts) {
  std::vector<const char*> pointers;
  for (const std::string& text : texts) pointers.push_back(text.c_str());
  const Handle type = text_type();
  prepare_library();
  if (!pointers.empty())
    checked(H5Dwrite(dataset, type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), at.path, "cannot write");
}

void write_block(const Place& at, hid_t dataset, const Block& block, hid_t type, const void* values) {
  prepare_library();
  const Handle space(H5Dget_space(dataset), H5Sclose);
  const Handle memory(H5Screate_simple(static_cast<int>(block.count.size()), block.count.data(), nullptr), H5Sclose);
  select_block(space.get(), block, at.path, "cannot write");
  checked(H5Dwrite(dataset, type, memory.get(), space.get(), H5P_DEFAULT, values), at.path, "cannot write");
}

void read_block(const Place& at, hid_t dataset, const Block& block, hid_t type, void* values) {
  prepare_library();
  const Handle space(H5Dget_space(dataset), H5Sclose);
  const Handle memory(H5Screate_simple(static_cast<int>(block.count.size()), block.count.data(), nullptr), H5Sclose);
  checked(H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, block.start.data(), nullptr, block.count.data(), nullptr),
          at.path, "cannot read");
  checked(H5Dread(dataset, type, memory.get(), space.get(), H5P_DEFAULT, values), at.path, "cannot read");
}

Handle open_dataset(const Place& at, const char* name) {
  prepare_library();
  Handle dataset(H5Dopen2(at.id, name, H5P_DEFAULT), H5Dclose);
  if (dataset.get() < 0) throw ResultError("damaged", at.path, std::string("dataset ") + name + " is missing");
  return dataset;
}

std::vector<hsize_t> extent_of(const Place& at, hid_t dataset) {
  const Handle space(H5Dget_space(dataset), H5Sclose);
  const int rank = H5Sget_simple_extent_ndims(space.get());
  if (rank < 0) fail(at.path, "cannot read");
  std::vector<hsize_t> extent(static_cast<std::size_t>(rank));
  H5Sget_simple_extent_dims(space.get(), extent.data(), nullptr);
  return extent;
}

std::vector<std::string> read_text(const Place& at, const char* name, std::size_t limit) {
  const Handle dataset = open_dataset(at, name);
  const Handle stored(H5Dget_type(dataset.get()), H5Tclose), space(H5Dget_space(dataset.get()), H5Sclose);
  const hssize_t count = H5Sget_simple_extent_npoints(space.get());
  if (H5Tis_variable_str(stored.get()) <= 0 || count < 0 || static_cast<std::size_t>(count) > limit)
    throw ResultError("damaged", at.path, std::string("dataset ") + name + " does not hold texts");
  std::vector<char*> pointers(static_cast<std::size_t>(count), nullptr);
  const Handle type = text_type();
  if (count > 0)
    checked(H5Dread(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), at.path, "cannot read");
  std::vector<std::string> texts;
  for (const char* text : pointers) texts.emplace_back(text != nullptr ? text : "");
  if (count > 0) reclaim_text(pointers, type.get(), space.get());
  return texts;
}

}  // namespace restock::h5
