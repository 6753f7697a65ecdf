// restock run: read, check, run, sum up; one scenario or many.
#include "analysis/batch.hpp"
#include "analysis/checks.hpp"
#include "analysis/summary.hpp"

#include "app/deciding.hpp"
#include "app/failure.hpp"
#include "app/interrupt.hpp"
#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "app/work.hpp"
#include "campaign/find_warm_up.hpp"
#include "campaign/run.hpp"
#include "input/scalars.hpp"
#include "output/destination.hpp"
#include "output/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

namespace restock {

namespace {

bool is_batch(const Command& command) { return command.inputs.size() > 1; }

/// Where the result of one scenario goes: the file, or a file in the folder, named like the scenario.
std::string destination(const Command& command, const std::string& scenario) {
  if (command.output.empty()) return {};
  if (is_batch(command) || std::filesystem::is_directory(command.output) || command.output.ends_with('/'))
    return (std::filesystem::path(command.output) / std::filesystem::path(scenario).stem()).string() + ".h5";
  return command.output;
}

/// Makes the folder and refuses what would overwrite itself, before anything runs. The exit code, 0 when all is well.
int prepare_destinations(const Command& command) {
  std::map<std::string, std::string> taken;
  for (const std::string& path : command.inputs) {
    const std::string target = destination(command, path);
    if (target.empty()) continue;
    const auto [first, is_new] = taken.emplace(target, path);
    if (is_new && target != command.junit) continue;
    print_error(command.json, "same_output", path,
                is_new ? fmt::format("result and checks would both be written to {}", target)
                       : fmt::format("{} and {} would both be written to {}", first->second, path, target),
                is_new ? "choose another name for --junit" : "rename one of them, or run them one by one");
    return exit_usage;
  }
  if (!command.junit.empty()) check_destination(command.junit, command.force);
  if (is_batch(command) && !command.output.empty()) make_folder(command.output);
  return exit_done;
}

/// The exit code of a batch: the worst of its scenarios'. A missed check is milder than a scenario that did not run.
int worse(int a, int b) {
  constexpr std::array<int, 7> mildest_first{exit_done, exit_missed,   exit_usage,      exit_invalid,
                                             exit_io,   exit_internal, exit_interrupted};
  const auto rank = [&](int code) { return std::find(mildest_first.begin(), mildest_first.end(), code); };
  return rank(a) < rank(b) ? b : a;
}

std::string first_problem(const Issues& issues) {
  for (const Issue& issue : issues)
    if (issue.severity == Severity::error)
      return issue.line > 0 ? fmt::format("line {}: {}: {}", issue.line, issue.path, issue.problem)
                            : fmt::format("{}{}{}", issue.path, issue.path.empty() ? "" : ": ", issue.problem);
  return "unknown";
}

/// Runs one scenario after another and keeps what there is to say.
class Runner {
 public:
  Runner(const Command& command, const std::stop_token& stop)
      : command_(command), stop_(stop), progress_(command.quiet, command.inputs.size()) {}

  BatchRun run(const std::string& path) {
    BatchRun done;
    done.path = path;
    try {
      run_or_throw(done);
    } catch (...) {
      if (!is_batch(command_) && command_.junit.empty()) throw;
      const Failure failure = current_failure();
      progress_.erase();
      done.code = failure.code;
      done.error = failure.message;
      if (command_.json) {
        done.json = error_json(failure.kind, failure.file, failure.message, failure.help);
      } else {
        print_error(false, failure.kind, failure.file, failure.message, failure.help);
      }
    }
    return done;
  }

 private:
  void run_or_throw(BatchRun& done) {
    Issues issues;
    Document document;
    PlanSettings planned{command_.patches, command_.detail};
    const FoundWarmUp found = command_.detects_warmup ? detect(done.path, planned, issues, document) : FoundWarmUp{};
    if (found.stopped) return interrupted(done);
    std::optional<Plan> plan;
    if (!has_errors(issues)) plan = make_plan(done.path, planned, issues, document);
    if (!command_.json ? !plan || !command_.quiet : plan && !command_.quiet) print_issues(issues, document);
    if (!plan) {
      progress_.begin(done.path);
      done.code = issue_exit_code(issues);
      done.error = first_problem(issues);
      if (command_.json) done.json = issues_json(issues);
      return;
    }
    plan->warm_up = found.text;
    progress_.begin(plan->header.scenario);
    const RunSettings settings = settings_for(done.path);
    RunResult result = adds_replications(command_)
                           ? run_in_stages(*plan, settings, stage_plan(command_, done.path, *plan))
                           : run_plan(*plan, settings);
    progress_.erase();
    if (result.stopped) return interrupted(done);
    conclude(done, result);
  }
  static void interrupted(BatchRun& done) {
    done.code = exit_interrupted;
    done.error = "interrupted";
  }
  /// Finds the warm-up and adds it to the patches; leaves issues only where there is none to be found.
  FoundWarmUp detect(const std::string& path, PlanSettings& planned, Issues& issues, Document& document) {
    RunSettings settings = settings_for(path);
    settings.progress = {};
    FoundWarmUp found = find_warm_up(path, planned, watched_metrics(command_), settings, issues, document);
    if (has_errors(issues)) return found;
    issues.clear();
    planned.patches.push_back("warmup=" + duration_text(found.span));
    return found;
  }
  RunSettings settings_for(const std::string& path) {
    return {work_settings(command_, destination(command_, path), stop_, progress_), {}};
  }
  void conclude(BatchRun& done, RunResult& result) const {
    done.claims = result.facts.checks;
    for (const CheckedClaim& claim : done.claims)
      if (claim.judgement == Judgement::missed) done.code = exit_missed;
    const std::string path = destination(command_, done.path);
    // A writer keeps no stock points in memory; the file has them.
    if (command_.json && command_.detail >= Detail::stock_point && !path.empty())
      result.results = ResultReader(path).read(true);
    if (command_.json) done.json = summary_json(result.results, result.facts);
    if (!result.facts.warm_up.empty()) done.ending += "\n" + result.facts.warm_up;
    if (result.facts.stopping) done.ending += "\n" + stopping_text(*result.facts.stopping);
    if (!command_.quiet) remark(result, path);
    done.results = std::move(result.results);
    done.results->points.clear();
  }
  void remark(const RunResult& result, const std::string& path) const {
    if (is_batch(command_)) return;
    inform("{} customers simulated in {:.1f} s on {} thread{}; {}\n", result.customers, result.facts.wall_seconds,
           result.facts.threads, result.facts.threads == 1 ? "" : "s",
           path.empty() ? "nothing kept: add -o FILE.h5 to keep the result" : "result in " + path);
  }

  const Command& command_;
  std::stop_token stop_;
  Progress progress_;
};

std::string answer_of(const Command& command, const std::vector<BatchRun>& runs) {
  if (command.json) return is_batch(command) ? batch_json(runs) : runs.front().json;
  std::string text;
  for (const BatchRun& run : runs) {
    if (!run.results || (is_batch(command) && !command.all && run.claims.empty() && run.ending.empty())) continue;
    if (!is_batch(command) || command.all) {
      text += summary_table(*run.results, command.all);
    } else {
      text += run.results->header.scenario + "\n";
    }
    text += run.ending + checks_table(run.claims) + (is_batch(command) ? "\n" : "");
  }
  return is_batch(command) ? text + batch_table(runs) : text;
}

void write_junit(const Command& command, const std::vector<BatchRun>& runs) {
  if (command.junit.empty()) return;
  std::vector<CheckedScenario> scenarios;
  for (const BatchRun& run : runs)
    scenarios.push_back({run.results ? run.results->header.scenario : run.path, run.claims, run.error});
  write_text(junit_xml(scenarios), command.junit, command.force);
}

int tell_interrupted(const Command& command, std::size_t finished) {
  if (command.output.empty() || is_batch(command)) {
    inform("restock: interrupted; {}\n",
           !is_batch(command) ? "no result was written"
                              : fmt::format("{} of {} scenarios were finished{}", finished, command.inputs.size(),
                                            command.output.empty() ? "" : ", their results are kept"));
  } else {
    inform("restock: interrupted; no result was written and nothing at {} was changed\n",
           destination(command, command.inputs.front()));
  }
  return exit_interrupted;
}

}  // namespace

int run_verb(const Command& command) {
  if (!command.like.empty()) return run_like(command);
  if (command.inputs.empty()) {
    print_error(command.json, "usage", "", "run needs a scenario", "restock run SCENARIO.yaml, or --like RESULT.h5");
    return exit_usage;
  }
  if (!check_deciding(command)) return exit_usage;
  const std::stop_token stop = install_interrupts();
  if (const int code = prepare_destinations(command); code != exit_done) return code;
  std::vector<BatchRun> runs;
  int code = exit_done;
  Runner runner(command, stop);
  for (const std::string& path : command.inputs) {
    runs.push_back(runner.run(path));
    if (runs.back().code == exit_interrupted) return tell_interrupted(command, runs.size() - 1);
    code = worse(code, runs.back().code);
  }
  if (const std::string text = answer_of(command, runs); !text.empty()) write_text(text, "", false);
  write_junit(command, runs);
  return code;
}

}  // namespace restock
