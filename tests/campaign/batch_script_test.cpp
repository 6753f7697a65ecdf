// Batch scripts: what they ask of the scheduler, and what they run.
#include "campaign/batch_script.hpp"
#include "catch.hpp"

#include <cstdlib>

using namespace restock;

namespace {

BatchOrder order(BatchEngine engine) {
  BatchOrder made;
  made.engine = engine;
  made.program = "/opt/re stock/restock";
  made.arguments = {"/data/s.yaml", "--set", "replenishment.shop.s='5'"};
  made.name = "restock-small";
  made.output = "/data/r.h5";
  made.shards = 16;
  made.tasks = {0, 1, 2, 7};
  made.threads = 4;
  made.time = "2:00:00";
  made.partition = "long";
  return made;
}

bool has(const std::string& text, const std::string& line) { return text.find(line + "\n") != std::string::npos; }

}  // namespace

TEST_CASE("words survive a shell") {
  CHECK(shell_word("a/b-c_d.e=f") == "a/b-c_d.e=f");
  CHECK(shell_word("") == "''");
  for (const std::string word : {"it's", "a b", "$HOME", "`x`", "\"", "a\\b", "*"})
    CHECK(std::system(("test " + shell_word(word) + " = \"$(printf '%s' " + shell_word(word) + ")\"").c_str()) == 0);
}

TEST_CASE("tasks that do at least one of the shards that are left") {
  CHECK(tasks_for({0, 1, 5, 6, 15}, 1) == std::vector<std::size_t>{0, 1, 5, 6, 15});
  CHECK(tasks_for({0, 1, 5, 6, 15}, 4) == std::vector<std::size_t>{0, 1, 3});
}

TEST_CASE("a Slurm array asks for its tasks, a signal before its end and requeueing") {
  const std::string script = array_script(order(BatchEngine::slurm));
  CHECK(script.starts_with("#!/bin/sh\n"));
  for (const char* line : {"#SBATCH --array=0-2,7", "#SBATCH --cpus-per-task=4", "#SBATCH --time=2:00:00",
                           "#SBATCH --partition=long", "#SBATCH --requeue", "#SBATCH --signal=B:USR1@120"})
    CHECK(has(script, line));
  CHECK(has(script,
            "'/opt/re stock/restock' sweep /data/s.yaml --set 'replenishment.shop.s='\\''5'\\''' -o /data/r.h5 --shard "
            "auto --shards 16 --threads 4 &"));
  CHECK(merge_script(order(BatchEngine::slurm)).find("merge /data/r.h5.parts/shard-*-of-00016.h5 -o /data/r.h5") !=
        std::string::npos);
}

TEST_CASE("logs lie where blanks and patterns in the folder's name would lead elsewhere") {
  BatchOrder odd = order(BatchEngine::slurm);
  odd.output = "/data/a folder 5%a/r\"1.h5";
  CHECK(has(array_script(odd), R"(#SBATCH --output="/data/a folder 5%%a/r\"1.h5.parts/task-%a.log")"));
  CHECK(has(merge_script(odd), R"(#SBATCH --output="/data/a folder 5%%a/r\"1.h5.parts/merge.log")"));
  odd.engine = BatchEngine::gridengine;
  CHECK(has(array_script(odd), R"(#$ -o "/data/a folder 5%a/r\"1.h5.parts")"));
  odd.output = "/data/a, b/r.h5";
  CHECK(array_script(odd).find("#$ -o") == std::string::npos);
  CHECK(has(array_script(order(BatchEngine::slurm)), "#SBATCH --output=/data/r.h5.parts/task-%a.log"));
}

TEST_CASE("a Grid Engine array counts from 1 and runs again what a signal stopped") {
  const std::string script = array_script(order(BatchEngine::gridengine));
  for (const char* line : {"#$ -t 1-8", "#$ -q long", "#$ -l h_rt=2:00:00", "#$ -r y"}) CHECK(has(script, line));
}

TEST_CASE("all scripts are shell scripts") {
  for (const BatchEngine engine : {BatchEngine::slurm, BatchEngine::gridengine, BatchEngine::local})
    for (const std::string& script : {array_script(order(engine)), merge_script(order(engine))})
      CHECK(std::system(("sh -n <<'END_OF_SCRIPT'\n" + script + "END_OF_SCRIPT\n").c_str()) == 0);
}
