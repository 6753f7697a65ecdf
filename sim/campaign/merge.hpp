// Joins the shards of a sweep to its result. Used by app/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace restock {

struct MergeOutcome {
  std::size_t shards = 0;
  std::uint64_t cells = 0;
  bool took_chunks = false;  ///< tables were copied as they are compressed
};

enum class Joining : std::uint8_t { by_copying, by_pointing };

/// Refuses, by name, shards of different sweeps, cells that two of them hold, and cells that none holds; reads every
/// number, or looks at the checksums of what it copies as it is compressed, and so finds damage. By pointing the result
/// has the values of cells as virtual datasets of the shards, which have to stay. Throws ResultError.
MergeOutcome merge_shards(const std::vector<std::string>& paths, const std::string& output, Joining joining, bool force,
                          const std::string& command_line);

}  // namespace restock
