#include "output/cell_file.hpp"

#include "output/header.hpp"
#include "output/open_result.hpp"
#include "output/sweep_parts.hpp"
#include "output/sweep_schema.hpp"
#include "output/values.hpp"

#include <algorithm>
#include <bit>

namespace restock {

namespace {

constexpr std::size_t first_rows = 16, read_bytes = std::size_t{8} << 20U;

/// How many rows are best read together: where they are chunked, those that were written together.
std::size_t rows_in_chunk(const h5::Place& root) {
  constexpr hsize_t most_rows = 1'024;
  const h5::Handle dataset = h5::open_dataset(root, "cell"), plan(H5Dget_create_plist(dataset.get()), H5Pclose);
  hsize_t rows = most_rows;
  if (H5Pget_layout(plan.get()) == H5D_CHUNKED) H5Pget_chunk(plan.get(), 1, &rows);
  return std::clamp<hsize_t>(rows, 1, most_rows);
}

}  // namespace

struct CellFile::File {
  h5::Handle handle;
  h5::Place root;
  std::vector<CellValues> slab;
  std::size_t from = 0;  ///< row of the slab's first
  std::size_t step = 1;  ///< rows that are read together if they are not too long: no chunk is then unpacked twice

  /// The same field of consecutive rows.
  template <class T>
  void read(const char* name, std::vector<T> CellValues::*field) {
    if (!holds(root, name)) return;
    const h5::Handle dataset = h5::open_dataset(root, name);
    h5::Block block{{}, h5::extent_of(root, dataset.get())};
    if (block.count.empty() || block.count[0] < from + slab.size())
      throw ResultError("damaged", root.path, std::string("dataset ") + name + " has too few rows");
    block.start.assign(block.count.size(), 0);
    block.start[0] = from;
    block.count[0] = slab.size();
    std::size_t width = 1;
    for (std::size_t i = 1; i < block.count.size(); ++i) width *= block.count[i];
    check_cells(root, slab.size() * width);
    std::vector<T> together(slab.size() * width);
    h5::read_block(root, dataset.get(), block, h5::memory_type<T>(), together.data());
    for (std::size_t i = 0; i < slab.size(); ++i) {
      const auto begin = together.begin() + static_cast<std::ptrdiff_t>(i * width);
      (slab[i].*field).assign(begin, begin + static_cast<std::ptrdiff_t>(width));
    }
  }
};

CellFile::CellFile(const std::string& path, Tables tables)
    : path_(path), tables_(tables), file_(std::make_unique<File>()) {
  file_->handle = open_result(path, cells_filetype);
  file_->root = {file_->handle.get(), path};
  const h5::Place& root = file_->root;
  plan_ = hex_attribute(root, "plan");
  mark_ = {h5::int_attribute(root, "shard"), h5::int_attribute(root, "shards")};
  content_ = hex_attribute(root, "content");
  bins_ = length_of(root, "bin");
  if (!holds(root, "cell")) return;  // a plan, or a shard of a sweep that is cut finer than it has cells
  for (const std::int64_t cell : read_values<std::int64_t>(root, "cell", {length_of(root, "cell")})) {
    if (cell < 0 || (!cells_.empty() && static_cast<std::uint64_t>(cell) <= cells_.back()))
      throw ResultError("damaged", path, "its cells are not in ascending order");
    cells_.push_back(static_cast<std::uint64_t>(cell));
  }
  file_->step = rows_in_chunk(root);
}
CellFile::~CellFile() = default;
CellFile::CellFile(CellFile&&) noexcept = default;
CellFile& CellFile::operator=(CellFile&&) noexcept = default;

const CellValues& CellFile::row(std::size_t row) {
  if (row < file_->from || row >= file_->from + file_->slab.size()) load(row);
  return file_->slab[row - file_->from];
}

void CellFile::load(std::size_t row) {
  File& file = *file_;
  // How much a row takes is known from the first that are read.
  const std::size_t fit =
      file.slab.empty() ? first_rows : std::max<std::size_t>(read_bytes / bytes_of(file.slab[0]), 1);
  const std::size_t step = fit < file.step ? std::bit_floor(fit) : file.step;
  file.from = row / step * step;
  file.slab.resize(std::min(step, cells_.size() - file.from));  // what its cells have room for is used again
  const std::vector<std::uint64_t> fingerprints = [&] {
    std::vector<std::uint64_t> values(file.slab.size());
    const h5::Handle dataset = h5::open_dataset(file.root, "fingerprint");
    h5::read_block(file.root, dataset.get(), {{file.from}, {values.size()}}, h5::memory_type<std::uint64_t>(),
                   values.data());
    return values;
  }();
  for (std::size_t i = 0; i < file.slab.size(); ++i) {
    file.slab[i].cell = cells_[file.from + i];
    file.slab[i].fingerprint = fingerprints[i];
  }
  for (const RealField& field : real_fields())
    if (tables_ == Tables::read || !is_table(field)) file.read(field.name, field.values);
  for (const WholeField& field : whole_fields()) file.read(field.name, field.values);
}

SweepHeader CellFile::header() const { return read_sweep_header(file_->root, true); }
RunFacts CellFile::run() const { return read_run(file_->root); }

}  // namespace restock
