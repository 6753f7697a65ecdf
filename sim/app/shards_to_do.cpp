#include "app/shards_to_do.hpp"

#include "app/messages.hpp"
#include "campaign/parts.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace restock {

namespace {

bool refuse_shards(const Command& command, const std::string& problem, const std::string& hint) {
  print_error(command.json, "usage", "", problem, hint);
  return false;
}

bool check_shard_words(const Command& command) {
  if (command.shard != "auto" && (command.shards > 0 || command.shard_base || command.shards_per_task != 1))
    return refuse_shards(command, "--shards, --shard-base and --shards-per-task go with --shard auto",
                         "or say --shard K/N");
  if (command.force && !command.shard.empty())
    return refuse_shards(command, "--force would take away what other shards have done",
                         "to begin anew remove " + command.output + ".parts first");
  return true;
}

}  // namespace

std::vector<Shard> shards_to_do(const Command& command) {
  if (!check_shard_words(command)) return {};
  if (command.shard.empty()) return {Shard{}};
  if (command.shard != "auto") {
    const std::optional<Shard> shard = parse_shard(command.shard);
    if (shard) return {*shard};
    refuse_shards(command, fmt::format("--shard {}: is not a shard", command.shard),
                  "write K/N, with K from 0 to N - 1: --shard 3/16, or --shard auto");
    return {};
  }
  const std::size_t count = command.shards > 0 ? command.shards : Parts(command.output).planned_shards().value_or(0);
  if (count == 0) {
    refuse_shards(
        command, "--shard auto: into how many shards is the sweep cut?",
        "add --shards N; it is never taken from the scheduler, which counts only the tasks submitted together");
    return {};
  }
  const std::optional<TaskIndex> task =
      task_index([](const char* name) { return std::getenv(name); }, command.shard_base);
  if (!task) {
    refuse_shards(command, "--shard auto: no scheduler says which task this is",
                  "looked for SLURM_ARRAY_TASK_ID, SGE_TASK_ID, PBS_ARRAY_INDEX, OMPI_COMM_WORLD_RANK and others; say "
                  "--shard K/N");
    return {};
  }
  std::vector<Shard> shards;
  for (const std::size_t k : shards_of_task(task->index, command.shards_per_task, count)) shards.push_back({k, count});
  if (shards.empty())
    refuse_shards(command,
                  fmt::format("--shard auto: {} is task {} (from 0), but there are only {} shards", task->variable,
                              task->index, count),
                  "fewer tasks, or --shard-base if the scheduler counts from another number");
  else if (!command.quiet)
    inform("restock: shard{} {} of {} by {} ({})\n", shards.size() == 1 ? "" : "s",
           ranges_text(shards_of_task(task->index, command.shards_per_task, count)), count, task->variable,
           task->scheduler);
  return shards;
}

}  // namespace restock
