// restock attribute: causes on and off with the same customers, and how much of each bad outcome each is answerable
// for.
#include "analysis/attribution_table.hpp"
#include "app/interrupt.hpp"
#include "app/messages.hpp"
#include "app/shards_to_do.hpp"
#include "app/verbs.hpp"
#include "app/work.hpp"
#include "campaign/attribution_run.hpp"
#include "campaign/parts.hpp"
#include "output/destination.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <optional>

namespace restock {

namespace {

int stopped(const Command& command, const AttributionRun& run) {
  if (!command.output.empty()) return stopped_resumable(run.found_cells + run.done, run.cells);
  inform("restock: interrupted; nothing was kept\n");
  return exit_interrupted;
}

void tell(const Command& command, const AttributionRun& run) {
  if (command.quiet) return;
  const std::string found = run.found_cells > 0 ? fmt::format(" run now, {} found", run.found_cells) : std::string();
  inform("{} cells{} with {} customers simulated in {:.1f} s on {} thread{}; {}\n", run.done, found, run.customers,
         run.facts.wall_seconds, run.facts.threads, run.facts.threads == 1 ? "" : "s",
         run.path.empty() ? "nothing kept: add -o FILE.h5 to keep the result" : "result in " + run.path);
}

}  // namespace

int attribute_verb(const Command& command) {
  if (!command.shard.empty() && (command.output.empty() || command.force)) {
    print_error(command.json, "usage", "", "a shard needs -o, the result that it is part of, and takes no --force",
                "to begin anew remove " + (command.output.empty() ? "FILE" : command.output) + ".parts first");
    return exit_usage;
  }
  const std::vector<Shard> shards = shards_to_do(command);
  if (shards.empty()) return exit_usage;
  const bool goes_on = !command.output.empty() && std::filesystem::exists(Parts(command.output).folder());
  if (!command.output.empty()) check_destination(command.output, command.force || goes_on || !command.shard.empty());
  const std::stop_token stop = install_interrupts(true);
  Issues issues;
  Document document;
  const std::optional<AttributionPlan> plan = make_attribution(
      command.inputs.front(), {command.patches, command.detail}, command.alternative, issues, document);
  if (command.json && !plan) {
    print_issues_json(issues);
  } else if (!plan || !command.quiet) {
    print_issues(issues, document);
  }
  if (!plan) return issue_exit_code(issues);

  Progress progress(command.quiet, shards.size());
  ShardSettings settings{work_settings(command, command.output, stop, progress), {}, command.checkpoint_seconds};
  for (const Shard& shard : shards) {
    progress.begin(plan->header.scenario);
    settings.shard = shard;
    const AttributionRun run = run_attribution(*plan, settings);
    progress.erase();
    if (run.stopped) return stopped(command, run);
    if (shard.count == 0)
      write_text(command.json ? attribution_json(plan->header, run.found)
                              : attribution_table(plan->header.scenario, run.found),
                 "", false);
    tell(command, run);
  }
  return exit_done;
}

}  // namespace restock
