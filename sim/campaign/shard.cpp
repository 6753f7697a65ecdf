#include "campaign/shard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace restock {

namespace {

constexpr std::size_t most_shards = 1'000'000;

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

struct IndexVariable {
  const char* name;
  std::uint64_t base;     ///< what the first index is
  const char* also;       ///< has to be set too; nullptr: nothing
  const char* scheduler;  ///< for messages
};

/// An array task may itself start ranks, so arrays come first. A Slurm batch script has SLURM_PROCID=0 without being a
/// step; only a step has SLURM_STEP_NUM_TASKS or SLURM_NTASKS beside it.
constexpr IndexVariable variables[]{
    {"SLURM_ARRAY_TASK_ID", 0, nullptr, "Slurm array"},
    {"SGE_TASK_ID", 1, nullptr, "Grid Engine array"},
    {"PBS_ARRAY_INDEX", 0, nullptr, "PBS array"},
    {"PBS_ARRAYID", 0, nullptr, "Torque array"},
    {"LSB_JOBINDEX", 1, nullptr, "LSF array"},
    {"JOB_COMPLETION_INDEX", 0, nullptr, "Kubernetes indexed job"},
    {"AWS_BATCH_JOB_ARRAY_INDEX", 0, nullptr, "AWS Batch array"},
    {"BATCH_TASK_INDEX", 0, nullptr, "Google Batch"},
    {"CLOUD_RUN_TASK_INDEX", 0, nullptr, "Cloud Run"},
    {"OMPI_COMM_WORLD_RANK", 0, nullptr, "OpenMPI rank"},
    {"PMIX_RANK", 0, nullptr, "PMIx rank"},
    {"PMI_RANK", 0, nullptr, "MPICH rank"},
    {"SLURM_PROCID", 0, "SLURM_NTASKS", "Slurm step"},
    {"PARALLEL_SEQ", 1, nullptr, "GNU parallel"},
};

}  // namespace

std::pair<std::uint64_t, std::uint64_t> Shard::slice(std::uint64_t cells) const {
  if (count == 0) return {0, cells};
  // cells / count each, and the first cells % count have one more.
  const std::uint64_t each = cells / count, more = cells % count;
  const auto begin = [&](std::uint64_t k) { return k * each + std::min<std::uint64_t>(k, more); };
  return {begin(number), begin(number + 1)};
}

std::optional<Shard> parse_shard(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const auto number = number_in(std::string_view(text).substr(0, slash));
  const auto count = number_in(std::string_view(text).substr(slash + 1));
  if (!number || !count || *number >= *count || *count > most_shards) return std::nullopt;
  return Shard{static_cast<std::size_t>(*number), static_cast<std::size_t>(*count)};
}

std::optional<TaskIndex> task_index(const Environment& environment, std::optional<std::size_t> base) {
  for (const IndexVariable& variable : variables) {
    const char* text = environment(variable.name);
    if (text == nullptr || (variable.also != nullptr && environment(variable.also) == nullptr)) continue;
    const auto number = number_in(text);
    const std::uint64_t first = base.value_or(variable.base);
    if (!number || *number < first) continue;  // Grid Engine says `undefined`, LSF 0, outside an array
    return TaskIndex{static_cast<std::size_t>(*number - first), variable.name, variable.scheduler};
  }
  return std::nullopt;
}

std::vector<std::size_t> shards_of_task(std::size_t index, std::size_t per_task, std::size_t count) {
  std::vector<std::size_t> shards;
  if (index > count / per_task) return shards;
  for (std::size_t k = index * per_task; k < std::min(count, (index + 1) * per_task); ++k) shards.push_back(k);
  return shards;
}

std::string ranges_text(const std::vector<std::size_t>& numbers) {
  std::string text;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t end = i;
    while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1) ++end;
    text += (text.empty() ? "" : ",") +
            (end == i ? fmt::format("{}", numbers[i]) : fmt::format("{}-{}", numbers[i], numbers[end]));
    i = end + 1;
  }
  return text;
}

}  // namespace restock
