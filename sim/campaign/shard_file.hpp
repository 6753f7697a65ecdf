// Shards as files: whether one is there, and how one is put together from checkpoints. Private to campaign/.
#pragma once

#include "campaign/cell_source.hpp"
#include "campaign/shard.hpp"
#include "output/sweep_header.hpp"

#include <string>

namespace restock {

/// Whether the shard is there already, and whole; one that is damaged is put aside, to be run again.
bool shard_is_there(const SweepHeader& header, const Shard& shard, const std::string& path);

/// Throws DamagedCells, and ResultError where the file cannot be written.
void write_shard(const SweepHeader& header, const CellCover& cover, const Shard& shard, const std::string& path,
                 const RunFacts& facts);

}  // namespace restock
