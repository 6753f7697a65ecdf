// restock merge and restock sweep status: the shards of a sweep, joined and looked at.
#include "campaign/merge.hpp"

#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "campaign/sweep_status.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace restock {

namespace {

std::string status_json(const SweepStatus& status) {
  nlohmann::ordered_json shards = nlohmann::ordered_json::array();
  for (const ShardStatus& each : status.shards) {
    nlohmann::ordered_json entry{
        {"shard", each.shard.number}, {"state", to_text(each.state)}, {"cells", each.cells}, {"kept", each.kept}};
    if (!each.remark.empty()) entry["remark"] = each.remark;
    shards.push_back(std::move(entry));
  }
  return nlohmann::ordered_json{{"schema", "restock.sweep_status/1"},
                                {"scenario", status.scenario},
                                {"complete", status.complete},
                                {"cells", status.cells},
                                {"kept", status.kept},
                                {"shards", std::move(shards)},
                                {"to_run", ranges_text(status.to_run())}}
             .dump() +
         "\n";
}

std::string status_text(const Command& command, const SweepStatus& status) {
  std::string text = fmt::format("{}: {} of {} cells\n", status.scenario, status.kept, status.cells);
  if (status.complete) return text + "the result is complete: " + command.inputs.front() + "\n";
  const bool cut = !status.shards.empty() && status.shards.front().shard.count > 0;
  for (const ShardState state :
       {ShardState::done, ShardState::running, ShardState::stopped, ShardState::missing, ShardState::damaged}) {
    std::vector<std::size_t> numbers;
    for (const ShardStatus& each : status.shards)
      if (each.state == state) numbers.push_back(each.shard.number);
    if (numbers.empty()) continue;
    text +=
        cut ? fmt::format("  {:<8} {}\n", to_text(state), ranges_text(numbers)) : fmt::format("  {}\n", to_text(state));
    for (const ShardStatus& each : status.shards)
      if (each.state == state && !each.remark.empty())
        text += fmt::format("    {}{}\n", cut ? fmt::format("shard {}: ", each.shard.number) : "", each.remark);
  }
  if (!cut) return text;
  const std::vector<std::size_t> left = status.to_run();
  const std::string scenario = "SCENARIO", output = command.inputs.front();
  if (!left.empty())
    return text + fmt::format("to finish it: --array={} with restock {} {} -o {} --shard auto\n", ranges_text(left),
                              status.of_attribution ? "attribute" : "sweep", scenario, output);
  for (const ShardStatus& each : status.shards)
    if (each.state == ShardState::running) return text;
  if (status.of_attribution)
    return text + fmt::format("all shards are there: restock attribute {} -o {}\n", scenario, output);
  return text + fmt::format("all shards are there: restock merge {}/shard-*.h5 -o {}\n", status.folder, output);
}

}  // namespace

int merge_verb(const Command& command) {
  const Joining joining = command.virtual_join ? Joining::by_pointing : Joining::by_copying;
  const MergeOutcome outcome = merge_shards(command.inputs, command.output, joining, command.force, command.line);
  if (command.quiet) return exit_done;
  inform("{} cells of {} file{} joined{}; result in {}\n", outcome.cells, outcome.shards,
         outcome.shards == 1 ? "" : "s", outcome.took_chunks ? ", tables as they are compressed" : "", command.output);
  if (command.virtual_join)
    inform("its values stay in the shards: keep them where they are, as seen from the result\n");
  return exit_done;
}

int sweep_status_verb(const Command& command) {
  const SweepStatus status = sweep_status(command.inputs.front());
  write_text(command.json ? status_json(status) : status_text(command, status), "", false);
  return exit_done;
}

}  // namespace restock
