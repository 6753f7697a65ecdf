// Shards: slices of a sweep, and what schedulers say about which one is ours.
#include "campaign/shard.hpp"
#include "catch.hpp"

#include <map>

using namespace restock;

namespace {

using Variables = std::map<std::string, std::string>;

std::string index_in(const Variables& variables, std::optional<std::size_t> base = {}) {
  const auto task = task_index(
      [&](const char* name) -> const char* {
        const auto found = variables.find(name);
        return found == variables.end() ? nullptr : found->second.c_str();
      },
      base);
  return task ? task->variable + "=" + std::to_string(task->index) : "none";
}

}  // namespace

TEST_CASE("slices cover all cells once, differ by one at most, and are there even where there are too few cells") {
  for (const std::uint64_t cells : {0U, 1U, 5U, 16U, 97U})
    for (const std::size_t count : {1U, 2U, 3U, 16U, 100U}) {
      std::uint64_t next = 0;
      for (std::size_t k = 0; k < count; ++k) {
        const auto [from, to] = Shard{k, count}.slice(cells);
        CHECK(from == next);
        CHECK((to - from == cells / count || to - from == cells / count + 1));
        next = to;
      }
      CHECK(next == cells);
    }
  CHECK(Shard{}.slice(7) == std::pair<std::uint64_t, std::uint64_t>(0, 7));
}

TEST_CASE("a shard is written K/N, from 0") {
  CHECK(parse_shard("3/16")->number == 3);
  CHECK(parse_shard("3/16")->count == 16);
  for (const char* text : {"16/16", "3", "3/", "/3", "-1/3", "a/b", "1/3/5", "1 /3", "0/0", "1/99999999999"})
    CHECK_FALSE(parse_shard(text));
}

// Tried for real: Slurm, Grid Engine, OpenMPI, GNU parallel. From their documentation: the others.
TEST_CASE("each scheduler's index is found and counted from 0") {
  CHECK(index_in({}) == "none");
  CHECK(index_in({{"SLURM_ARRAY_TASK_ID", "9"}, {"SLURM_ARRAY_TASK_COUNT", "3"}}) == "SLURM_ARRAY_TASK_ID=9");
  CHECK(index_in({{"SGE_TASK_ID", "1"}}) == "SGE_TASK_ID=0");
  CHECK(index_in({{"PBS_ARRAY_INDEX", "4"}}) == "PBS_ARRAY_INDEX=4");
  CHECK(index_in({{"PBS_ARRAYID", "4"}}) == "PBS_ARRAYID=4");
  CHECK(index_in({{"LSB_JOBINDEX", "5"}}) == "LSB_JOBINDEX=4");
  CHECK(index_in({{"JOB_COMPLETION_INDEX", "0"}}) == "JOB_COMPLETION_INDEX=0");
  CHECK(index_in({{"AWS_BATCH_JOB_ARRAY_INDEX", "2"}}) == "AWS_BATCH_JOB_ARRAY_INDEX=2");
  CHECK(index_in({{"BATCH_TASK_INDEX", "2"}}) == "BATCH_TASK_INDEX=2");
  CHECK(index_in({{"CLOUD_RUN_TASK_INDEX", "2"}}) == "CLOUD_RUN_TASK_INDEX=2");
  CHECK(index_in({{"OMPI_COMM_WORLD_RANK", "7"}, {"OMPI_COMM_WORLD_SIZE", "8"}}) == "OMPI_COMM_WORLD_RANK=7");
  CHECK(index_in({{"PMI_RANK", "7"}}) == "PMI_RANK=7");
  CHECK(index_in({{"SLURM_PROCID", "3"}, {"SLURM_NTASKS", "4"}}) == "SLURM_PROCID=3");
  CHECK(index_in({{"PARALLEL_SEQ", "1"}}) == "PARALLEL_SEQ=0");
}

TEST_CASE("what is no index counts as not there") {
  CHECK(index_in({{"SGE_TASK_ID", "undefined"}}) == "none");
  CHECK(index_in({{"LSB_JOBINDEX", "0"}}) == "none");
  CHECK(index_in({{"SLURM_PROCID", "0"}}) == "none");  // a batch script, not a step
  CHECK(index_in({{"SLURM_ARRAY_TASK_ID", ""}}) == "none");
}

TEST_CASE("an array task that starts ranks is the array task; another base is taken when stated") {
  CHECK(index_in({{"OMPI_COMM_WORLD_RANK", "1"}, {"SLURM_ARRAY_TASK_ID", "5"}}) == "SLURM_ARRAY_TASK_ID=5");
  CHECK(index_in({{"SLURM_PROCID", "0"}, {"SLURM_NTASKS", "1"}, {"SLURM_ARRAY_TASK_ID", "5"}}) ==
        "SLURM_ARRAY_TASK_ID=5");
  CHECK(index_in({{"SLURM_ARRAY_TASK_ID", "5"}}, 1) == "SLURM_ARRAY_TASK_ID=4");
  CHECK(index_in({{"SGE_TASK_ID", "5"}}, 0) == "SGE_TASK_ID=5");
}

TEST_CASE("a task does its range of shards, none beyond the last") {
  CHECK(shards_of_task(0, 3, 7) == std::vector<std::size_t>{0, 1, 2});
  CHECK(shards_of_task(2, 3, 7) == std::vector<std::size_t>{6});
  CHECK(shards_of_task(3, 3, 7).empty());
  CHECK(shards_of_task(1'000'000'000'000, 3, 7).empty());
}

TEST_CASE("numbers are told as ranges, as --array wants them") {
  CHECK(ranges_text({}).empty());
  CHECK(ranges_text({3}) == "3");
  CHECK(ranges_text({0, 1, 2, 3, 7, 9, 10}) == "0-3,7,9-10");
}
