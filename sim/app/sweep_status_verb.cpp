// restock sweep status: the shards of a sweep or an attribution, looked at.
#include "app/messages.hpp"
#include "app/status_lines.hpp"
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

std::string status_text(const SweepStatus& status, const std::string& output) {
  const std::string text = fmt::format("{}: {} of {} cells\n", status.scenario, status.kept, status.cells);
  if (status.complete) return text + "the result is complete: " + output + "\n";
  return text + state_lines(status, true) + next_step(status, output);
}

}  // namespace

int sweep_status_verb(const Command& command) {
  const SweepStatus status = sweep_status(command.inputs.front());
  write_text(command.json ? status_json(status) : status_text(status, command.inputs.front()), "", false);
  return exit_done;
}

}  // namespace restock
