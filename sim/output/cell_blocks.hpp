// Tables of a run's cells on their way into its file: by site, by stock point and by segment. They are gathered until
// the replications that share a chunk are there, since a chunk costs as much to write as hundreds of numbers in it.
// Used by the writer only.
#pragma once

#include "output/builder.hpp"
#include "output/results.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace restock {

class CellBlocks {
 public:
  /// Says to the file how many replications share a chunk; before its variables are made. A few blocks wait for cells
  /// that are missing, and more as long as they take no more than `room` bytes.
  CellBlocks(Builder& file, const ResultHeader& header, std::size_t room = std::size_t{128} << 20U);

  /// Each cell once, in any order.
  void add(const CellResult& cell);
  /// Writes what is left. Cells that never came stay as they are in an empty dataset.
  void finish();

 private:
  struct Table {
    std::string key;
    bool whole = false;  ///< numbers, not reals
    std::size_t width = 0;
  };
  using Place = std::pair<std::size_t, std::size_t>;  ///< alternative, first replication
  struct Block {
    std::size_t replications = 0, there = 0;
    std::vector<std::vector<double>> reals;  ///< [table][replication × width + place]; empty where it has wholes
    std::vector<std::vector<std::int64_t>> wholes;
  };

  Block make_block(std::size_t first) const;
  void copy(const CellResult& cell, std::size_t row, Block& block) const;
  void write(const Place& place, const Block& block);

  Builder& file_;
  std::size_t replications_, in_chunk_ = 1, with_sites_ = 0, with_points_ = 0;
  std::vector<Table> tables_;
  std::map<Place, Block> blocks_;
  std::set<Place> begun_;  ///< written before all was there, to keep memory bounded
  std::size_t most_blocks_ = 1;
};

}  // namespace restock
