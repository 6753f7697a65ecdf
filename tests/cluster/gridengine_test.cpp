// Sweeps on a real Grid Engine, and side by side by GNU parallel: the bits of one process. Where one of them is not
// there, or nobody may start it, the test says why and ends.
#include "long_sweep.hpp"
#include "own_cluster.hpp"

namespace {

struct Grid : OwnCluster {
  Grid() : OwnCluster("gridengine") {}
  /// Before a command: inside, where qsub is.
  std::string inside() const { return folder() + "/in "; }
};

std::string plain_bits() {
  write_file("long.yaml", long_sweep);
  forget("one.h5");
  const Answer plain = restock("sweep long.yaml -q -o one.h5");
  INFO(plain.err);
  REQUIRE(plain.code == 0);
  return digest_of_file("one.h5");
}

std::string submit(const std::string& name, const std::string& shards) {
  return "sweep submit long.yaml -o " + name + " --engine gridengine --shards " + shards;
}

}  // namespace

TEST_CASE("on Grid Engine: an array, and a sweep taken back and submitted again, give the bits of one process") {
  const Grid engine;
  if (engine.code() == 77) {
    WARN("skipped: " << text_of(scratch() / "cluster.txt"));
    return;
  }
  REQUIRE(engine.code() == 0);
  const std::string plain = plain_bits();

  forget("array.h5");
  const Answer array = restock(submit("array.h5", "6"), "true", engine.inside());
  INFO(array.out << array.err);
  REQUIRE(array.code == 0);
  CHECK(tells(array, ": 6 tasks; merge "));
  REQUIRE(comes("array.h5"));
  CHECK(digest_of_file("array.h5") == plain);

  const std::string folder = "a folder 5%";
  std::filesystem::remove_all(scratch() / folder);
  std::filesystem::create_directories(scratch() / folder);
  REQUIRE(restock(submit("'" + folder + "/odd.h5'", "2"), "true", engine.inside()).code == 0);
  REQUIRE(comes("'" + folder + "/odd.h5'"));
  CHECK(digest_of_file("'" + folder + "/odd.h5'") == plain);
  CHECK(std::filesystem::exists(scratch() / folder / "odd.h5.parts/merge.log"));

  // Three shards a task; the last has one.
  forget("packed.h5");
  REQUIRE(restock(submit("packed.h5", "7") + " --shards-per-task 3", "true", engine.inside()).code == 0);
  REQUIRE(comes("packed.h5"));
  CHECK(digest_of_file("packed.h5") == plain);

  // Taken back while it runs; the same command then submits what is missing.
  forget("back.h5");
  REQUIRE(restock(submit("back.h5", "4"), "true", engine.inside()).code == 0);
  const std::string quiet = "while [ -n \"$(" + engine.inside() + "qstat)\" ]; do sleep 0.2; done";
  shell_does("true", "sleep 1.2; " + engine.inside() + "qdel -u '*' >/dev/null; " + quiet);
  // A task that was told to stop may still be writing down what it has, and its shard counts as running.
  bool goes_on = false;
  for (int attempt = 0; attempt < 60 && !goes_on; ++attempt) {
    const Answer again = restock(submit("back.h5", "4"), "true", engine.inside());
    INFO(again.out << again.err);
    REQUIRE(again.code == 0);
    goes_on = !tells(again, "every shard") ||  // or all was done before it was taken back, or even joined
              restock("merge back.h5.parts/shard-*.h5 -o back.h5").code == 0 ||
              std::filesystem::exists(scratch() / "back.h5");
    if (!goes_on) shell_does("true", "sleep 0.5");
  }
  INFO(restock("sweep status back.h5").out);
  REQUIRE(goes_on);
  REQUIRE(comes("back.h5"));
  CHECK(digest_of_file("back.h5") == plain);
}

TEST_CASE("by GNU parallel: shards side by side, one of them killed and tried again, give the bits of one process") {
  if (std::system("parallel --version 2>/dev/null | grep -q '^GNU parallel'") != 0) {
    WARN("skipped: GNU parallel is not installed (parallel)");
    return;
  }
  const std::string plain = plain_bits();
  forget("side.h5");
  const std::string sweep = "'" RESTOCK_BINARY "' sweep long.yaml -q -o side.h5 --threads 1 --shard auto --shards 5";
  // The second attempt of task 2 is the one that is let live.
  write_file("task.sh", "if [ $1 = 2 ] && ! [ -e killed ]; then touch killed; timeout -s KILL 0.2 " + sweep +
                            "; exit 1; fi\n" + sweep + "\n");
  std::filesystem::remove(scratch() / "killed");
  CHECK(shell_does("true", "seq 5 | parallel --will-cite --jobs 2 --retries 2 sh task.sh {}"));
  CHECK(std::filesystem::exists(scratch() / "killed"));
  REQUIRE(restock("merge side.h5.parts/shard-*-of-00005.h5 -q -o side.h5").code == 0);
  CHECK(digest_of_file("side.h5") == plain);
}
