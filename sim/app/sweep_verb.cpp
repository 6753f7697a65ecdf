// restock sweep: plan, run, sum up; or run the shards that this process is to do.
#include "analysis/sweep_table.hpp"
#include "app/interrupt.hpp"
#include "app/messages.hpp"
#include "app/shards_to_do.hpp"
#include "app/verbs.hpp"
#include "app/work.hpp"
#include "campaign/here_and_now.hpp"
#include "campaign/parts.hpp"
#include "campaign/pilot.hpp"
#include "campaign/sweep_run.hpp"
#include "output/sweep_result.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <optional>

namespace restock {

namespace {

int usage(const Command& command, const std::string& problem, const std::string& hint) {
  print_error(command.json, "usage", "", problem, hint);
  return exit_usage;
}

SweepEstimate estimate_of(const Command& command, const Pilot& pilot) {
  const unsigned threads = threads_for(command.threads);
  return {pilot.cells, pilot.seconds_per_cell, pilot.total_seconds / threads, threads, pilot.bytes};
}

/// What is about to run, where somebody looks on and a pilot is a small part of it: not for shards, whose plan somebody
/// has seen, nor where there is a result or work on it already.
void show_plan(const Command& command, const SweepPlan& plan) {
  constexpr std::size_t pilot_cells = 3, worth_a_pilot = 100;
  std::error_code ignored;
  if (command.quiet || !command.shard.empty() || plan.header.cells() < worth_a_pilot ||
      std::filesystem::exists(command.output, ignored) || Parts(command.output).planned_shards())
    return;
  inform("{}\n", plan_lines(plan.header, estimate_of(command, fly_pilot(plan, pilot_cells))));
}

int dry_run(const Command& command, const SweepPlan& plan) {
  const SweepEstimate estimate = estimate_of(command, fly_pilot(plan));
  write_text(command.json ? plan_json(plan.header, estimate) : plan_table(plan.header, estimate, command.all), "",
             false);
  return exit_done;
}

void tell(const Command& command, const SweepOutcome& outcome) {
  if (command.quiet) return;
  if (outcome.was_there) {
    inform("restock: {} was complete before\n", outcome.path);
    return;
  }
  inform("{} of {} cells run now, {} found; {} customers simulated in {:.1f} s on {} thread{}; {}\n", outcome.done,
         outcome.cells, outcome.found, outcome.customers, outcome.wall_seconds, outcome.threads,
         outcome.threads == 1 ? "" : "s", outcome.stopped ? "what is finished is kept" : "written to " + outcome.path);
}

/// Runs them one after another; none after one that was stopped.
std::optional<SweepOutcome> run_shards(const Command& command, const SweepPlan& plan, const std::vector<Shard>& shards,
                                       const std::stop_token& stop) {
  Progress progress(command.quiet, shards.size());
  ShardSettings settings{work_settings(command, command.output, stop, progress), {}, command.checkpoint_seconds};
  for (const Shard& shard : shards) {
    settings.shard = shard;
    progress.begin(plan.header.run.scenario);
    const SweepOutcome outcome = run_sweep(plan, settings);
    progress.erase();
    tell(command, outcome);
    if (outcome.stopped) return outcome;
  }
  return std::nullopt;
}

}  // namespace

int sweep_verb(const Command& command) {
  if (command.inputs.size() != 1)
    return usage(command, "sweep needs a scenario", "restock sweep SCENARIO.yaml -o RESULT.h5");
  if (command.output.empty() && !command.dry_run)
    return usage(command, "sweep needs a place for its result", "add -o RESULT.h5, or --dry-run to see the plan only");
  if (command.dry_run && !command.shard.empty())
    return usage(command, "--dry-run shows the plan of the whole sweep", "leave out --shard");
  const std::vector<Shard> shards = shards_to_do(command);
  if (shards.empty()) return exit_usage;

  const std::stop_token stop = install_interrupts(true);
  Issues issues;
  Document document;
  const std::optional<SweepPlan> plan =
      make_sweep(command.inputs.front(), {command.patches, command.detail}, issues, document);
  if (command.json && !plan) {
    print_issues_json(issues);
  } else if (!plan || !command.quiet) {
    print_issues(issues, document);
  }
  if (!plan) return issue_exit_code(issues);
  if (command.dry_run) return dry_run(command, *plan);

  show_plan(command, *plan);
  if (const auto outcome = run_shards(command, *plan, shards, stop))
    return stopped_resumable(outcome->found + outcome->done, outcome->cells);
  if (!command.shard.empty()) return exit_done;
  const SweepResult result(command.output);
  write_text(command.json ? sweep_json(result) : sweep_table(result, command.all), "", false);
  return exit_done;
}

}  // namespace restock
