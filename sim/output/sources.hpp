// The shards that a sweep's result may point at instead of holding their values: named in /run, and checked whenever
// the result is opened (source_files.hpp), because HDF5 itself reads fill values where a file is missing. Made by
// campaign/, kept by the writer of this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace restock {

/// Consecutive cells that lie in consecutive rows of a file.
struct CellRun {
  std::uint64_t from = 0, to = 0;  ///< [from, to)
  std::size_t file = 0;            ///< index into a list of files
  std::size_t row = 0;             ///< of the first
};

struct CellSources {
  std::vector<std::string> files;       ///< as seen from the folder of the result, or absolute
  std::vector<std::uint64_t> contents;  ///< by file: the mark of what it holds (CellFile::content)
  std::vector<std::size_t> rows;        ///< by file: how many cells it holds
  std::vector<CellRun> runs;            ///< every cell once, ascending
};

/// How a result names a file: relative to its own folder, so that both can be moved together; absolute where they have
/// only the root in common.
std::string name_seen_from(const std::string& result, const std::string& file);

}  // namespace restock
