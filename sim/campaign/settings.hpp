// How work is done, whichever kind of plan it is of: on how many threads, where to, until when. Used by this room, by
// library/ and by app/.
#pragma once

#include "campaign/shard.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace restock {

struct WorkSettings {
  unsigned threads = 0;  ///< 0: as many as the machine has
  std::string path;      ///< result file; empty: results are kept in memory only
  bool force = false;    ///< begin anew, and replace an existing result
  std::string command_line;
  std::function<void(std::size_t done, std::size_t total)> progress;  ///< called from the workers, one at a time
  std::stop_token stop;                                               ///< asked for: no new cell begins
};

struct RunSettings : WorkSettings {
  std::vector<std::int8_t> only;  ///< by cell, whether it is run; empty: all are. The others are absent in the result
};

/// Of work that lies in `path`.parts until all of it is done, and that may be cut into shards.
struct ShardSettings : WorkSettings {
  Shard shard;                       ///< count 0: everything, with what its shards have done already
  double checkpoint_seconds = 30.0;  ///< finished cells are kept at least so often
};

}  // namespace restock
