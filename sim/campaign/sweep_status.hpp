// How far a sweep is. Reads its folder only. Used by app/.
#pragma once

#include "campaign/shard.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace restock {

enum class ShardState : std::uint8_t {
  done,
  running,  ///< somebody gave a sign of life
  stopped,  ///< some of its cells are there, and nobody is at work
  missing,
  damaged  ///< its file cannot be read
};
std::string_view to_text(ShardState state);

struct ShardStatus {
  Shard shard;
  ShardState state = ShardState::missing;
  std::uint64_t cells = 0;
  std::uint64_t kept = 0;  ///< of them in files
  std::string remark;      ///< who is at work, or what is damaged
};

struct SweepStatus {
  std::string scenario;
  std::string folder;
  std::uint64_t cells = 0;
  std::uint64_t kept = 0;
  bool of_attribution = false;      ///< of `restock attribute`, not of a sweep
  bool complete = false;            ///< the result itself is there
  std::vector<ShardStatus> shards;  ///< one, with a count of 0, when the sweep is not cut

  /// Shards that are neither done nor running.
  std::vector<std::size_t> to_run() const;
};

/// Of the sweep whose result is, or is to be, `output`. Reads all shards and so finds damage. Throws ResultError when
/// there is neither a result nor work on it.
SweepStatus sweep_status(const std::string& output);

}  // namespace restock
