// Which part of a sweep a process does: K of N as stated, or K as the scheduler says. N is never the scheduler's: a few
// shards submitted again would cut the sweep into other parts. Used by app/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace restock {

/// Shard `number` of `count`, from 0. A count of 0: the whole sweep in one piece.
struct Shard {
  std::size_t number = 0;
  std::size_t count = 0;

  /// The cells that are its own, of `cells`: [first, second). Slices of neighbours touch and differ by one cell at
  /// most.
  std::pair<std::uint64_t, std::uint64_t> slice(std::uint64_t cells) const;
};

/// `3/16`; nullopt when it is not that, or the number is not below the count.
std::optional<Shard> parse_shard(const std::string& text);

/// The number of an array task, rank or job index, and the variable that said so.
struct TaskIndex {
  std::size_t index = 0;  ///< from 0
  std::string variable;
  std::string scheduler;
};

/// Looks up an environment variable; nullptr when it is not set.
using Environment = std::function<const char*(const char*)>;

/// What the first scheduler that is there says, in a fixed order; text that is no number counts as not there. `base`
/// replaces the number that the scheduler's indices are known to start from.
std::optional<TaskIndex> task_index(const Environment& environment, std::optional<std::size_t> base = {});

/// Shards that a task does when each does `per_task` of `count`; none when its index is too large.
std::vector<std::size_t> shards_of_task(std::size_t index, std::size_t per_task, std::size_t count);

/// `0-3,7,9-12`: as --array of Slurm and its relatives want them.
std::string ranges_text(const std::vector<std::size_t>& numbers);

}  // namespace restock
