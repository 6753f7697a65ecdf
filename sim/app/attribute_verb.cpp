// restock attribute: causes on and off with the same customers, and how much of each bad outcome each is answerable
// for.
#include "analysis/attribution_table.hpp"
#include "app/interrupt.hpp"
#include "app/messages.hpp"
#include "app/progress.hpp"
#include "app/verbs.hpp"
#include "campaign/attribution_run.hpp"
#include "output/destination.hpp"

#include <fmt/format.h>

#include <optional>

namespace restock {

int attribute_verb(const Command& command) {
  if (!command.output.empty()) check_destination(command.output, command.force);
  const std::stop_token stop = install_interrupts();
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

  Progress progress(command.quiet);
  progress.begin(plan->header.scenario);
  RunSettings settings;
  settings.threads = command.threads;
  settings.path = command.output;
  settings.force = command.force;
  settings.command_line = command.line;
  settings.stop = stop;
  settings.progress = [&progress](std::size_t done, std::size_t total) { progress.show(done, total); };
  const AttributionRun run = run_attribution(*plan, settings);
  progress.erase();
  if (run.stopped) {
    inform("restock: interrupted; nothing was kept\n");
    return exit_interrupted;
  }
  write_text(
      command.json ? attribution_json(plan->header, run.found) : attribution_table(plan->header.scenario, run.found),
      "", false);
  if (!command.quiet)
    fmt::print(
        stderr, "{} cells with {} customers simulated in {:.1f} s on {} thread{}; {}\n", run.cells, run.customers,
        run.facts.wall_seconds, run.facts.threads, run.facts.threads == 1 ? "" : "s",
        command.output.empty() ? "nothing kept: add -o FILE.h5 to keep the result" : "result in " + command.output);
  return exit_done;
}

}  // namespace restock
