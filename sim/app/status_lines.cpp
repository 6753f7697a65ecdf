#include "app/status_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock {

bool is_cut(const SweepStatus& status) { return !status.shards.empty() && status.shards.front().shard.count > 0; }

std::string state_lines(const SweepStatus& status, bool remarks) {
  const bool cut = is_cut(status);
  std::string text;
  for (const ShardState state :
       {ShardState::done, ShardState::running, ShardState::stopped, ShardState::missing, ShardState::damaged}) {
    std::vector<std::size_t> numbers;
    std::string said;
    for (const ShardStatus& each : status.shards) {
      if (each.state != state) continue;
      numbers.push_back(each.shard.number);
      if (remarks && !each.remark.empty())
        said += fmt::format("    {}{}\n", cut ? fmt::format("shard {}: ", each.shard.number) : "", each.remark);
    }
    if (numbers.empty()) continue;
    text +=
        cut ? fmt::format("  {:<8} {}\n", to_text(state), ranges_text(numbers)) : fmt::format("  {}\n", to_text(state));
    text += said;
  }
  return text;
}

std::string next_step(const SweepStatus& status, const std::string& output) {
  const std::string verb = status.of_attribution ? "attribute" : "sweep";
  const bool running =
      std::ranges::any_of(status.shards, [](const ShardStatus& each) { return each.state == ShardState::running; });
  const std::vector<std::size_t> left = status.to_run();
  if (!is_cut(status))
    return running ? "" : fmt::format("nobody is at work on it; restock {} with the same -o goes on\n", verb);
  if (!left.empty())
    return fmt::format("to finish it: --array={} with restock {} SCENARIO -o {} --shard auto\n", ranges_text(left),
                       verb, output);
  if (running) return {};
  if (status.of_attribution) return fmt::format("all shards are there: restock attribute SCENARIO -o {}\n", output);
  return fmt::format("all shards are there: restock merge {}/shard-*.h5 -o {}\n", status.folder, output);
}

}  // namespace restock
