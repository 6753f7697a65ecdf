#include "campaign/batch_script.hpp"

#include "campaign/shard.hpp"

#include <fmt/format.h>

#include <array>

namespace restock {

namespace {

constexpr std::array<std::string_view, 3> engine_names{"slurm", "gridengine", "local"};

std::string sweep_command(const BatchOrder& order) {
  std::string line = shell_word(order.program) + " sweep";
  for (const std::string& argument : order.arguments) line += " " + shell_word(argument);
  return line + " -o " + shell_word(order.output);
}

std::string auto_command(const BatchOrder& order) {
  std::string line = sweep_command(order) + fmt::format(" --shard auto --shards {}", order.shards);
  if (order.shards_per_task > 1) line += fmt::format(" --shards-per-task {}", order.shards_per_task);
  return line + fmt::format(" --threads {}", order.threads);
}

std::string headline(const BatchOrder& order, const char* what) {
  return fmt::format("#!/bin/sh\n# Written by restock sweep submit: {} of {}, cut into {} shards.\n", what,
                     order.output, order.shards);
}

/// A path as schedulers read it in the lines that are theirs: blanks need quotes there as in a shell, but only these
/// two characters mean something within them.
std::string quoted_path(const std::string& path) {
  std::string text;
  for (const char c : path) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text.find_first_of(" \t'\"\\#,;") == std::string::npos ? text : '"' + text + '"';
}

/// Slurm replaces %a and its like in names of logs.
std::string slurm_log(const std::string& folder, const char* pattern) {
  std::string text;
  for (const char c : folder) text += c == '%' ? "%%" : std::string(1, c);
  return quoted_path(text + pattern);
}

/// Where Grid Engine puts logs. It takes a comma for the end of a path and a colon for that of a host, quoted or not:
/// there logs lie in the folder from which the job was submitted.
std::string gridengine_log(const std::string& path) {
  return path.find_first_of(",:") == std::string::npos ? fmt::format("#$ -o {}\n", quoted_path(path)) : std::string();
}

std::string slurm_head(const BatchOrder& order, const std::string& name, const std::string& log) {
  std::string text = fmt::format("#SBATCH --job-name={}\n#SBATCH --output={}\n", name, log);
  if (!order.partition.empty()) text += fmt::format("#SBATCH --partition={}\n", order.partition);
  return text;
}

std::string slurm_array(const BatchOrder& order) {
  std::string text = headline(order, "the shards");
  text += slurm_head(order, order.name, slurm_log(order.output, ".parts/task-%a.log"));
  text += fmt::format("#SBATCH --array={}\n#SBATCH --cpus-per-task={}\n", ranges_text(order.tasks), order.threads);
  if (!order.time.empty()) text += fmt::format("#SBATCH --time={}\n", order.time);
  // USR1 comes before the time is up; a requeued task goes on from its checkpoints.
  text += "#SBATCH --requeue\n#SBATCH --open-mode=append\n#SBATCH --signal=B:USR1@120\n\n";
  text += auto_command(order) + " &\n";
  return text + R"(sweep=$!
trap 'kill -USR1 $sweep' USR1
trap 'kill -TERM $sweep' TERM
wait $sweep; code=$?
while kill -0 $sweep 2>/dev/null; do wait $sweep; code=$?; done  # a signal cuts a wait short
if [ $code = 75 ]; then
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"
fi
exit $code
)";
}

std::string gridengine_array(const BatchOrder& order) {
  std::string text = headline(order, "the shards");
  text += fmt::format("#$ -S /bin/sh\n#$ -N {}\n#$ -cwd\n#$ -V\n#$ -j y\n", order.name);
  text += gridengine_log(order.output + ".parts");
  // Grid Engine has no lists of tasks: those in between that are done say so and end.
  text += fmt::format("#$ -t {}-{}\n#$ -r y\n#$ -notify\n", order.tasks.front() + 1, order.tasks.back() + 1);
  if (!order.partition.empty()) text += fmt::format("#$ -q {}\n", order.partition);
  if (!order.time.empty()) text += fmt::format("#$ -l h_rt={}\n", order.time);
  text += "\n" + auto_command(order) + " &\n";
  return text + R"(sweep=$!
trap 'kill -USR1 $sweep' USR1 USR2
wait $sweep; code=$?
while kill -0 $sweep 2>/dev/null; do wait $sweep; code=$?; done  # a signal cuts a wait short
if [ $code = 75 ]; then code=99; fi  # run it again
exit $code
)";
}

std::string merge_lines(const BatchOrder& order) {
  const std::string program = shell_word(order.program), output = shell_word(order.output);
  return fmt::format(
      "{0} merge {1}.parts/shard-*-of-{2:05}.h5 -o {1} && exit 0\ncode=$?\n{0} sweep status {1}\nexit $code\n", program,
      output, order.shards);
}

std::string local_script(const BatchOrder& order) {
  std::string text = headline(order, "all");
  text += "failed=0\n";
  std::string numbers;
  for (const std::size_t task : order.tasks)
    for (const std::size_t shard : shards_of_task(task, order.shards_per_task, order.shards))
      numbers += fmt::format(" {}", shard);
  text += fmt::format("for shard in{}; do\n  {} --threads {} --shard $shard/{} || failed=$?\n", numbers,
                      sweep_command(order), order.threads, order.shards);
  return text + "  [ $failed -lt 75 ] || exit $failed  # stopped by a signal\ndone\n" + merge_lines(order);
}

}  // namespace

std::optional<BatchEngine> batch_engine_from(std::string_view text) {
  for (std::size_t i = 0; i < engine_names.size(); ++i)
    if (engine_names[i] == text) return static_cast<BatchEngine>(i);
  return std::nullopt;
}

std::vector<std::size_t> tasks_for(const std::vector<std::size_t>& shards, std::size_t per_task) {
  std::vector<std::size_t> tasks;
  for (const std::size_t shard : shards)
    if (tasks.empty() || tasks.back() != shard / per_task) tasks.push_back(shard / per_task);
  return tasks;
}

std::string array_script(const BatchOrder& order) {
  switch (order.engine) {
    case BatchEngine::slurm:
      return slurm_array(order);
    case BatchEngine::gridengine:
      return gridengine_array(order);
    case BatchEngine::local:
      break;
  }
  return local_script(order);
}

std::string merge_script(const BatchOrder& order) {
  std::string text = headline(order, "the merge");
  if (order.engine == BatchEngine::slurm)
    text += slurm_head(order, order.name + "-merge", slurm_log(order.output, ".parts/merge.log"));
  else
    text += fmt::format("#$ -S /bin/sh\n#$ -N {}-merge\n#$ -cwd\n#$ -V\n#$ -j y\n", order.name) +
            gridengine_log(order.output + ".parts/merge.log");
  return text + "\n" + merge_lines(order);
}

std::string shell_word(std::string_view text) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:+,%@";
  if (!text.empty() && text.find_first_not_of(plain) == std::string_view::npos) return std::string(text);
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + "'";
}

}  // namespace restock
