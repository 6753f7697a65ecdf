// restock sweep submit: on this machine, and with a scheduler of a few lines that runs arrays as Slurm's does.
#include "sweep_scenario.hpp"

#include <filesystem>

namespace {

/// `sbatch` that runs what it is given at once, each task in an environment of its own; `scontrol`, which knows how
/// large arrays may be and runs again what asks for it.
void write_scheduler(const std::string& largest) {
  std::filesystem::create_directories(scratch() / "bin");
  write_file("bin/sbatch", R"(#!/bin/bash
script=${@: -1}
echo "$@" >>"$SPOOL"
tasks=$(sed -n 's/^#SBATCH --array=//p' "$script")
[ -n "$tasks" ] || { sh "$script" >"$script.log" 2>&1; echo 8; exit 0; }
for range in ${tasks//,/ }; do
  for task in $(seq "${range%-*}" "${range#*-}"); do
    SLURM_ARRAY_JOB_ID=7 SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_COUNT=1 sh "$script" >>"$script.log" 2>&1
  done
done
echo '7;cluster'
)");
  write_file("bin/scontrol", "#!/bin/sh\necho 'MaxArraySize            = " + largest + "'\n");
  for (const char* name : {"bin/sbatch", "bin/scontrol"})
    std::filesystem::permissions(scratch() / name, std::filesystem::perms::owner_all);
  std::filesystem::remove(scratch() / "spool.txt");
}

std::string with_scheduler() {
  return "export PATH='" + (scratch() / "bin").string() + "':/usr/bin:/bin SPOOL='" +
         (scratch() / "spool.txt").string() + "'";
}

}  // namespace

TEST_CASE("submitted to this machine, the shards run and are joined") {
  const std::string plain = plain_digest();
  forget("local.h5");
  const Answer answer = restock("sweep submit sweep.yaml -o local.h5 --engine local --shards 3 --threads 2");
  INFO(answer.err);
  CHECK(answer.code == 0);
  CHECK(digest_of_file("local.h5") == plain);
}

TEST_CASE("submitted as an array, the shards are joined by a job that waits for it; only what is missing runs again") {
  const std::string plain = plain_digest();
  write_scheduler("1001");
  forget("array.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o array.h5 --shard 1/4").code == 0);
  const std::string submit = "sweep submit sweep.yaml -o array.h5 --engine slurm --shards 4";
  const Answer answer = restock(submit, with_scheduler());
  INFO(answer.out << answer.err);
  CHECK(answer.code == 0);
  CHECK(tells(answer, "array 7: 3 tasks; merge 8"));
  CHECK(tells(answer, "squeue -j 7,8"));
  CHECK(text_of(scratch() / "array.h5.parts/array.sh").find("#SBATCH --array=0,2-3\n") != std::string::npos);
  CHECK(text_of(scratch() / "spool.txt").find("--dependency=afterany:7") != std::string::npos);
  CHECK(digest_of_file("array.h5") == plain);
  CHECK(tells(restock(submit, with_scheduler()), "every shard of array.h5 is done"));
}

TEST_CASE("an array larger than the site allows is packed") {
  const std::string plain = plain_digest();
  write_scheduler("3");
  forget("packed.h5");
  const Answer answer = restock("sweep submit sweep.yaml -o packed.h5 --engine slurm --shards 8", with_scheduler());
  INFO(answer.out << answer.err);
  CHECK(answer.code == 0);
  CHECK(tells(answer, "array 7: 3 tasks"));
  CHECK(digest_of_file("packed.h5") == plain);
}

TEST_CASE("a dry run prints the scripts and leaves nothing; a missing scheduler is said") {
  write_file("sweep.yaml", small_sweep());
  forget("dry.h5");
  const Answer dry =
      restock("sweep submit sweep.yaml -o dry.h5 --engine gridengine --shards 4 --time 1:00:00 --dry-run");
  CHECK(dry.code == 0);
  CHECK(tells(dry, "#$ -t 1-4"));
  CHECK(tells(dry, "#$ -l h_rt=1:00:00"));
  CHECK_FALSE(std::filesystem::exists(scratch() / "dry.h5.parts"));
  const Answer none = restock("sweep submit sweep.yaml -o dry.h5 --engine slurm --shards 4", "export PATH=/nowhere");
  CHECK(none.code == 4);
  CHECK(tells(none, "sbatch is not installed here"));
  CHECK(restock("sweep submit sweep.yaml -o dry.h5 --engine condor --shards 4").code == 2);
  CHECK(restock("sweep submit sweep.yaml -o dry.h5 --engine slurm").code == 2);
}
