// restock sweep submit: the shards of a sweep as an array of batch jobs, and a job that joins them.
#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "campaign/batch_script.hpp"
#include "campaign/here_and_now.hpp"
#include "campaign/parts.hpp"
#include "campaign/sweep_plan.hpp"
#include "campaign/sweep_status.hpp"
#include "core/contract.hpp"

#include <sys/wait.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <numeric>

namespace restock {

namespace {

namespace fs = std::filesystem;

struct ShellAnswer {
  int code = 0;
  std::string out;
};

ShellAnswer shell(const std::string& command) {
  ShellAnswer answer;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return {127, {}};
  char piece[4096];
  while (const std::size_t n = std::fread(piece, 1, sizeof piece, pipe)) answer.out.append(piece, n);
  const int status = ::pclose(pipe);
  answer.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  while (!answer.out.empty() && answer.out.back() == '\n') answer.out.pop_back();
  return answer;
}

/// The number that a scheduler answers with: `123`, `123;cluster`, `123.1-16:1`.
std::string job_number(const std::string& answer) {
  return answer.substr(0, std::min(answer.find_first_not_of("0123456789"), answer.size()));
}

/// Shards a task has to do so that an array is not larger than the site allows.
std::size_t shards_per_task(const Command& command, BatchEngine engine) {
  if (command.shards_per_task > 1 || engine != BatchEngine::slurm) return command.shards_per_task;
  const ShellAnswer most = shell("scontrol show config 2>/dev/null | sed -n 's/^MaxArraySize *= *//p'");
  const std::size_t limit = most.code == 0 && !most.out.empty() ? std::strtoull(most.out.c_str(), nullptr, 10) : 1001;
  return limit == 0 ? 1 : (command.shards + limit - 1) / limit;  // indices lie below MaxArraySize
}

BatchOrder order_of(const Command& command, BatchEngine engine, const std::string& scenario) {
  BatchOrder order;
  order.engine = engine;
  std::error_code error;
  order.program = fs::read_symlink("/proc/self/exe", error).string();
  if (error) order.program = "restock";
  order.output = fs::absolute(command.output).string();
  order.arguments.push_back(fs::absolute(command.inputs.front()).string());
  for (const std::string& patch : command.patches) order.arguments.insert(order.arguments.end(), {"--set", patch});
  order.arguments.insert(order.arguments.end(), {"--detail", std::string(to_text(command.detail))});
  order.name = "restock-";
  for (const char c : scenario.substr(0, 40))
    order.name += (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? c : '-';
  order.shards = command.shards;
  order.shards_per_task = shards_per_task(command, engine);
  order.threads = std::max(1U, command.threads);
  order.time = command.time_limit;
  order.partition = command.partition;
  return order;
}

int fail(const Command& command, const std::string& scheduler, int code) {
  print_error(command.json, "submit_failed", "",
              code == 127 ? fmt::format("{} is not installed here", scheduler)
                          : fmt::format("{} failed with exit code {}", scheduler, code),
              "--dry-run prints the scripts, to be submitted by hand");
  return exit_io;
}

int submit(const Command& command, const BatchOrder& order, const Parts& parts) {
  const std::string array = fs::absolute(parts.folder() + "/array.sh").string();
  const std::string merge = fs::absolute(parts.folder() + "/merge.sh").string();
  write_text(array_script(order), array, true);
  if (order.engine == BatchEngine::local) {
    const int status = std::system(("sh " + shell_word(array)).c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : exit_interrupted;
  }
  write_text(merge_script(order), merge, true);
  const bool slurm = order.engine == BatchEngine::slurm;
  const std::string scheduler = slurm ? "sbatch" : "qsub";
  const ShellAnswer first = shell((slurm ? "sbatch --parsable " : "qsub -terse ") + shell_word(array));
  if (first.code != 0) return fail(command, scheduler, first.code);
  const std::string job = job_number(first.out);
  const ShellAnswer second = shell((slurm ? "sbatch --parsable --dependency=afterany:" : "qsub -terse -hold_jid ") +
                                   job + " " + shell_word(merge));
  if (second.code != 0) return fail(command, scheduler, second.code);
  const std::string joining = job_number(second.out);
  fmt::print("array {}: {} tasks; merge {}: afterwards, to {}\n", job, order.tasks.size(), joining, command.output);
  fmt::print("watch it:     {} {}; restock sweep status {}\n", slurm ? "squeue -j" : "qstat -j", job + "," + joining,
             command.output);
  fmt::print("take it back: {} {} {}\n", slurm ? "scancel" : "qdel", job, joining);
  fmt::print("go on later:  the same command submits what is missing\n");
  return exit_done;
}

}  // namespace

int sweep_submit_verb(const Command& command) {
  const std::optional<BatchEngine> engine = batch_engine_from(command.engine);
  require(engine.has_value(), "the grammar lets through what is an engine");
  Issues issues;
  Document document;
  const std::optional<SweepPlan> plan =
      make_sweep(command.inputs.front(), {command.patches, command.detail}, issues, document);
  print_issues(issues, document);
  if (!plan) return issue_exit_code(issues);

  const Parts parts(command.output);
  BatchOrder order = order_of(command, *engine, plan->header.run.scenario);
  std::vector<std::size_t> left(command.shards);
  std::iota(left.begin(), left.end(), std::size_t{0});
  if (!command.dry_run) {
    parts.prepare(plan->header, command.shards, facts_at_start(*plan, command.line), false);
  }
  if (parts.planned_shards().value_or(0) == command.shards) left = sweep_status(command.output).to_run();
  order.tasks = tasks_for(left, order.shards_per_task);
  if (order.tasks.empty()) {
    inform("restock: every shard of {} is done or running; restock sweep status says more\n", command.output);
    return exit_done;
  }
  if (!command.dry_run) return submit(command, order, parts);
  std::string text = array_script(order);
  if (*engine != BatchEngine::local) text += "\n" + merge_script(order);
  write_text(text, "", false);
  return exit_done;
}

}  // namespace restock
