// Sweeps on a real Slurm: arrays, a node that dies, a sweep that is taken back and submitted again. Where there is no
// Slurm, or nobody may start one, the test says why and ends.
#include "long_sweep.hpp"
#include "own_cluster.hpp"

namespace {

/// Of four nodes.
struct Cluster : OwnCluster {
  Cluster() : OwnCluster("slurm") {}
  void crash(const std::string& node) const { CHECK(call("crash", node) == 0); }
  /// For the shell before a command.
  std::string here() const {
    return "export SLURM_CONF=" + folder() + "/slurm.conf PATH=/usr/bin:/bin:/usr/sbin:/sbin";
  }
};

std::string submit(const std::string& name, const std::string& shards) {
  return "sweep submit long.yaml -o " + name + " --engine slurm --shards " + shards;
}

}  // namespace

TEST_CASE("on Slurm: an array, a crashed node, and a sweep taken back give the bits of one process") {
  const Cluster slurm;
  if (slurm.code() == 77) {
    WARN("skipped: " << text_of(scratch() / "cluster.txt"));
    return;
  }
  REQUIRE(slurm.code() == 0);
  write_file("long.yaml", long_sweep);
  forget("one.h5");
  REQUIRE(restock("sweep long.yaml -q -o one.h5").code == 0);
  const std::string plain = digest_of_file("one.h5");

  // MaxArraySize is 4, so ten shards are packed, three a task.
  forget("array.h5");
  const Answer array = restock(submit("array.h5", "10"), slurm.here());
  INFO(array.out << array.err);
  REQUIRE(array.code == 0);
  CHECK(tells(array, ": 4 tasks; merge "));
  REQUIRE(comes("array.h5"));
  CHECK(digest_of_file("array.h5") == plain);

  // Neither blanks nor what Slurm replaces in names of logs hurts.
  const std::string folder = "a folder, 5%a";
  std::filesystem::remove_all(scratch() / folder);
  std::filesystem::create_directories(scratch() / folder);
  REQUIRE(restock(submit("'" + folder + "/odd.h5'", "2"), slurm.here()).code == 0);
  REQUIRE(comes("'" + folder + "/odd.h5'"));
  CHECK(digest_of_file("'" + folder + "/odd.h5'") == plain);
  for (const char* log : {"task-0.log", "task-1.log", "merge.log"})
    CHECK(std::filesystem::exists(scratch() / folder / "odd.h5.parts" / log));

  forget("crash.h5");
  REQUIRE(restock(submit("crash.h5", "4"), slurm.here()).code == 0);
  shell_does(slurm.here(), "for k in $(seq 100); do squeue -h -t R | grep -q . && break; sleep 0.1; done");
  slurm.crash("n2");
  REQUIRE(comes("crash.h5"));
  CHECK(digest_of_file("crash.h5") == plain);

  forget("back.h5");
  REQUIRE(restock(submit("back.h5", "4"), slurm.here()).code == 0);
  shell_does(slurm.here(), "sleep 1; scancel -u $(id -un); while squeue -h | grep -q .; do sleep 0.2; done");
  const Answer again = restock(submit("back.h5", "4"), slurm.here());
  INFO(again.out << again.err);
  REQUIRE(again.code == 0);
  if (tells(again, "every shard")) {
    // All was done before it was taken back: only the merge is left.
    REQUIRE(restock("merge back.h5.parts/shard-*.h5 -o back.h5").code == 0);
  }
  REQUIRE(comes("back.h5"));
  CHECK(digest_of_file("back.h5") == plain);
}
