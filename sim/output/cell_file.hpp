// Files of cells: what a sweep keeps on its way to its result. A checkpoint, a shard and a plan (no cells at all) are
// the same kind of file. One has its name only when it is whole, and damage to its numbers is found.
#pragma once

#include "output/cell_values.hpp"
#include "output/error.hpp"
#include "output/sweep_header.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace restock {

/// What a file of cells says about its place in a sweep.
struct CellsMark {
  std::int64_t shard = -1;  ///< -1: not a shard
  std::int64_t shards = 0;  ///< how many the sweep is cut into; 0: it is not
  /// A checkpoint, which is read once and removed: packing it would take longer than all else. Only what is wide is
  /// packed; the rest has no checksums of its own, but the file has one that is looked at when it is opened.
  bool in_passing = false;
};

class CellFileWriter {
 public:
  /// `rows` cells will come, in ascending order, none with more than `bins` bins of waits. Throws ResultError, as every
  /// call here does.
  CellFileWriter(std::string path, const SweepHeader& header, CellsMark mark, std::size_t rows, std::size_t bins);
  ~CellFileWriter();
  CellFileWriter(const CellFileWriter&) = delete;
  CellFileWriter& operator=(const CellFileWriter&) = delete;

  void add(CellValues values);
  /// Completes the file and gives it its name, replacing what is there: cells are the same whoever computed them.
  void finish(const RunFacts& run);

 private:
  struct File;
  void flush();
  std::unique_ptr<File> file_;
};

/// Tables by site and by stock point are by far the most of a cell; who copies them as they are need not read them.
enum class Tables : std::uint8_t { read, left_out };

class CellFile {
 public:
  /// Opens and checks; reads which cells there are.
  explicit CellFile(const std::string& path, Tables tables = Tables::read);
  ~CellFile();
  CellFile(CellFile&&) noexcept;
  CellFile& operator=(CellFile&&) noexcept;

  const std::string& path() const { return path_; }
  std::uint64_t plan() const { return plan_; }
  CellsMark mark() const { return mark_; }
  /// Cells, ascending.
  const std::vector<std::uint64_t>& cells() const { return cells_; }
  /// A mark of all its values: two files with the same hold the same.
  std::uint64_t content() const { return content_; }
  /// Bins of waits that any of its cells has.
  std::size_t bins() const { return bins_; }
  /// The values of the cell in a row. Rows near each other are read together; damage shows here.
  const CellValues& row(std::size_t row);

  SweepHeader header() const;
  /// The scenario's text, and what is true of whoever wrote the file.
  RunFacts run() const;

 private:
  struct File;
  void load(std::size_t row);

  std::string path_;
  Tables tables_ = Tables::read;
  std::uint64_t plan_ = 0;
  CellsMark mark_;
  std::vector<std::uint64_t> cells_;
  std::uint64_t content_ = 0;
  std::size_t bins_ = 0;
  std::unique_ptr<File> file_;
};

}  // namespace restock
