// restock run: read, check, run, sum up.
#include "analysis/summary.hpp"

#include "app/interrupt.hpp"
#include "app/messages.hpp"
#include "app/progress.hpp"
#include "app/verbs.hpp"
#include "campaign/run.hpp"
#include "output/reader.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace restock {

namespace {

/// Where the result of one scenario goes: the file, or a file in the folder, named like the scenario.
std::string destination(const Command& command, const std::string& scenario) {
  if (command.output.empty()) return {};
  if (command.inputs.size() > 1 || std::filesystem::is_directory(command.output) || command.output.ends_with('/'))
    return (std::filesystem::path(command.output) / std::filesystem::path(scenario).stem()).string() + ".h5";
  return command.output;
}

int run_one(const Command& command, const std::string& path, const std::stop_token& stop) {
  Issues issues;
  Document document;
  const std::optional<Plan> plan = make_plan(path, {command.patches, command.detail}, issues, document);
  if (command.json && !plan) {
    print_issues_json(issues);
  } else if (!plan || !command.quiet) {
    print_issues(issues, document);
  }
  if (!plan) return issue_exit_code(issues);

  RunSettings settings;
  settings.threads = command.threads;
  settings.path = destination(command, path);
  settings.force = command.force;
  settings.command_line = command.line;
  settings.stop = stop;
  Progress progress(plan->header.scenario, command.quiet);
  settings.progress = [&progress](std::size_t done, std::size_t total) { progress.show(done, total); };
  RunResult result = run_plan(*plan, settings);
  progress.erase();
  if (result.stopped) {
    fmt::print(stderr, "restock: interrupted; no result was written{}\n",
               settings.path.empty() ? "" : fmt::format(" and nothing at {} was changed", settings.path));
    return exit_interrupted;
  }
  // A writer keeps no stock points in memory; the file has them.
  if (command.json && command.detail >= Detail::stock_point && !settings.path.empty())
    result.results = ResultReader(settings.path).read(true);
  write_text(command.json ? summary_json(result.results) : summary_table(result.results, command.all), "", false);
  if (!command.quiet) {
    fmt::print(stderr, "{} customers simulated in {:.1f} s on {} thread{}; ", result.customers,
               result.facts.wall_seconds, result.facts.threads, result.facts.threads == 1 ? "" : "s");
    const std::string where =
        settings.path.empty() ? "nothing kept: add -o FILE.h5 to keep the result" : "result in " + settings.path;
    fmt::print(stderr, "{}\n", where);
  }
  return exit_done;
}

}  // namespace

int run_verb(const Command& command) {
  const std::stop_token stop = install_interrupts();
  if (command.inputs.size() > 1 && !command.output.empty()) std::filesystem::create_directories(command.output);
  int worst = exit_done;
  for (const std::string& path : command.inputs) {
    const int code = run_one(command, path, stop);
    if (code == exit_interrupted) return code;
    worst = std::max(worst, code);
  }
  return worst;
}

}  // namespace restock
