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
};

/// Refuses, by name, shards of different sweeps, cells that two of them hold, and cells that none holds; reads every
/// number and so finds damage. Throws ResultError.
MergeOutcome merge_shards(const std::vector<std::string>& paths, const std::string& output, bool force,
                          const std::string& command_line);

}  // namespace restock
