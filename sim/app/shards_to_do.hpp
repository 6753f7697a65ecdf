// Which shards a process does: as --shard says, or as the scheduler does. For the verbs that can be cut into shards.
#pragma once

#include "app/command.hpp"
#include "campaign/shard.hpp"

#include <vector>

namespace restock {

/// One with a count of 0 when the command is for the whole; empty after a problem, which was told.
std::vector<Shard> shards_to_do(const Command& command);

}  // namespace restock
