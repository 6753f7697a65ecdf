// Batch scripts that run the shards of a sweep on a cluster and join them. Text only; app/ submits it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

enum class BatchEngine : std::uint8_t { slurm, gridengine, local };
std::optional<BatchEngine> batch_engine_from(std::string_view text);

struct BatchOrder {
  BatchEngine engine = BatchEngine::slurm;
  std::string program;                 ///< path of restock
  std::vector<std::string> arguments;  ///< of `restock sweep`: scenario, --set …; without -o and --shard
  std::string name;                    ///< of the job
  std::string output;                  ///< the result
  std::size_t shards = 1;
  std::size_t shards_per_task = 1;
  std::vector<std::size_t> tasks;  ///< to submit; ascending
  std::size_t threads = 1;         ///< of a task
  std::string time;                ///< limit of a task, in the scheduler's words; empty: the site's default
  std::string partition;           ///< partition or queue; empty: the site's default
};

/// Tasks that do at least one of these shards.
std::vector<std::size_t> tasks_for(const std::vector<std::size_t>& shards, std::size_t per_task);

/// The script of the array, or, on this machine, of everything: tasks side by side, then the merge.
std::string array_script(const BatchOrder& order);
/// The script that joins the shards once the array has ended, however it ended: it says what is missing.
std::string merge_script(const BatchOrder& order);

/// A word as a POSIX shell reads it back.
std::string shell_word(std::string_view text);

}  // namespace restock
