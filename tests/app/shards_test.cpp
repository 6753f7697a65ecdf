// A sweep cut into shards, killed, resumed, doubled: always the same bits, or a refusal that says why.
#include "sweep_scenario.hpp"

#include <fstream>

namespace {

/// Runs all shards and joins them.
std::string merged_digest(const std::string& count, const std::string& options = {}) {
  forget("m.h5");
  for (std::size_t k = 0; k < std::stoull(count); ++k) {
    const Answer answer =
        restock("sweep sweep.yaml -q -o m.h5 --shard " + std::to_string(k) + "/" + count + " " + options);
    INFO(answer.err);
    REQUIRE(answer.code == 0);
  }
  const Answer merged = restock("merge m.h5.parts/shard-*.h5 -o m.h5");
  INFO(merged.err);
  REQUIRE(merged.code == 0);
  return digest_of_file("m.h5");
}

/// Changes a byte in the middle of a file, where its numbers are.
void spoil(const std::string& path) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(0, std::ios::end);
  const auto size = static_cast<long>(file.tellg());
  // Runs of bytes all over the file: whatever its layout, some hit compressed numbers.
  for (long at = size / 10; at < size; at += size / 50) {
    file.seekp(at);
    file.write("spoilt spoilt spoilt spoilt", 27);
  }
}

/// A sweep of which the first half of the cells is there, as one checkpoint; its path.
std::string half_done(const std::string& out) {
  forget(out);
  REQUIRE(restock("sweep sweep.yaml -q -o " + out + " --shard 0/2").code == 0);
  const std::string shard = parts_of(out, "shard-").at(0);
  const std::string checkpoint = (scratch() / (out + ".parts/cells-0000000000-0000000023-1-0-x.h5")).string();
  std::filesystem::rename(shard, checkpoint);
  return checkpoint;
}

void cut_short(const std::string& path) { std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2); }

}  // namespace

TEST_CASE("shards joined are the sweep in one piece, for any number of shards and threads") {
  const std::string plain = plain_digest();
  for (const char* count : {"1", "3", "50"})  // more shards than cells: some are empty
    CHECK(merged_digest(count, "--threads 2") == plain);
  const std::string detailed = plain_digest("--detail stock_point");
  forget("two.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o two.h5 --threads 2 --detail stock_point").code == 0);
  CHECK(digest_of_file("two.h5") == detailed);
  for (const char* count : {"2", "7"}) CHECK(merged_digest(count, "--threads 2 --detail stock_point") == detailed);
}

TEST_CASE(
    "tables of shards that end where chunks do are joined as they are compressed, and their checksums looked at") {
  // 8,400 cells, of which 700 share a chunk.
  const std::string options = "--detail stock_point --replications 700 --set length='3 d'";
  const std::string plain = plain_digest(options);
  CHECK(merged_digest("3", options) == plain);
  const Answer merged = restock("merge m.h5.parts/shard-*.h5 -o m.h5 --force");
  CHECK(tells(merged, "tables as they are compressed"));
  CHECK(digest_of_file("m.h5") == plain);
  // Cut finer, shards do not end where chunks do: their numbers are compressed anew, to the same end.
  CHECK(merged_digest("5", options) == plain);
  CHECK_FALSE(tells(restock("merge m.h5.parts/shard-*.h5 -o m.h5 --force"), "tables as they are compressed"));
  REQUIRE(merged_digest("3", options) == plain);
  const std::string victim = parts_of("m.h5", "shard-00001").at(0);
  const std::string command = "cd '" + scratch().string() +
                              "' && /usr/bin/python3 -B '" RESTOCK_SOURCE_DIR "/tests/app/spoil_chunk.py' '" + victim +
                              "' points >py.txt 2>&1";
  REQUIRE(std::system(command.c_str()) == 0);
  const Answer damaged = restock("merge m.h5.parts/shard-*.h5 -o m.h5 --force");
  CHECK(damaged.code == 4);
  CHECK(tells(damaged, "shard-00001-of-00003.h5"));
  CHECK(digest_of_file("m.h5") == plain);  // the old result is still there
}

TEST_CASE("killed_anywhere: a sweep that is killed again and again ends with the same bits") {
  const std::string plain = plain_digest("--set length='3 y'");
  forget("k.h5");
  const std::string command = "sweep sweep.yaml -q -o k.h5 --checkpoint 0 --threads 2 --set length='3 y'";
  // Longer and longer lives, so that it comes to an end on any machine.
  int code = -1;
  for (int attempt = 1; attempt <= 60 && code != 0; ++attempt) {
    const std::string seconds = std::to_string(attempt / 20) + "." + std::to_string(5 * attempt % 100 + 100).substr(1);
    code = restock(command, counted_apart + "; exec 2>/dev/null", "timeout -s KILL " + seconds + " ").code;
    if (std::filesystem::exists(scratch() / "k.h5")) CHECK(digest_of_file("k.h5") == plain);  // then it is whole
  }
  CHECK(restock(command).code == 0);
  CHECK(digest_of_file("k.h5") == plain);
  CHECK_FALSE(std::filesystem::exists(scratch() / "k.h5.parts"));
}

TEST_CASE("what is left of a folder whose owner was killed while he tidied up goes with the next call") {
  const std::string plain = plain_digest();
  forget("t.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o t.h5").code == 0);
  const std::filesystem::path folder = scratch() / "t.h5.parts";
  std::filesystem::create_directories(folder);  // the plan has gone already
  std::ofstream(folder / "cells-0000000000-0000000010-1-0-x.h5") << "a checkpoint";
  CHECK(restock("sweep sweep.yaml -q -o t.h5").code == 0);
  CHECK_FALSE(std::filesystem::exists(folder));
  CHECK(digest_of_file("t.h5") == plain);
}

TEST_CASE("killed_mid_write: what a killed process left half written is nobody's cell") {
  const std::string plain = plain_digest();
  forget("h.h5");
  // Stopped after some cells, with checkpoints of one cell each.
  REQUIRE(restock("sweep sweep.yaml -q -o h.h5 --checkpoint 0 --shard 0/2").code == 0);
  const std::string shard = parts_of("h.h5", "shard-").at(0), folder = (scratch() / "h.h5.parts/").string();
  std::filesystem::copy_file(shard, folder + ".cells-0000000024-0000000030-1-0-x.h5.host.1.0.part");
  std::filesystem::copy_file(shard, folder + "cells-0000000024-0000000030-1-1-x.h5");
  cut_short(folder + "cells-0000000024-0000000030-1-1-x.h5");
  std::ofstream(folder + "cells-0000000031-0000000032-1-2-x.h5") << "not HDF5 at all";
  const Answer answer = restock("sweep sweep.yaml -o h.h5");
  INFO(answer.err);
  CHECK(answer.code == 0);
  CHECK(tells(answer, "24 of 48 cells run now, 24 found"));
  CHECK(digest_of_file("h.h5") == plain);
}

TEST_CASE("a checkpoint with a changed byte is run again") {
  const std::string plain = plain_digest();
  spoil(half_done("d.h5"));
  const Answer answer = restock("sweep sweep.yaml -q -o d.h5");
  INFO(answer.err);
  CHECK(answer.code == 0);
  CHECK(digest_of_file("d.h5") == plain);
}

TEST_CASE("a damaged checkpoint that cannot be put aside ends the sweep, which says so") {
  write_file("sweep.yaml", small_sweep());
  const std::string checkpoint = half_done("stuck.h5");
  spoil(checkpoint);
  std::filesystem::create_directories(checkpoint + ".damaged/in the way");
  const Answer answer = restock("sweep sweep.yaml -q -o stuck.h5", "true", "timeout 60 ");
  INFO(answer.err);
  CHECK(answer.code == 4);
  CHECK(tells(answer, "cells-0000000000-0000000023"));
}

TEST_CASE("two attempts of one shard at once do no harm") {
  const std::string plain = plain_digest();
  forget("b.h5");
  write_file("both.sh", "for k in 0 1; do for attempt in 1 2; do '" RESTOCK_BINARY
                        "' sweep sweep.yaml -q -o b.h5 --checkpoint 0 --shard $k/2 & done; done\n"
                        "for job in $(jobs -p); do wait $job || exit 1; done\n");
  CHECK(restock("--version", "bash both.sh").code == 0);
  REQUIRE(restock("merge b.h5.parts/shard-*.h5 -o b.h5").code == 0);
  CHECK(digest_of_file("b.h5") == plain);
  forget("b.h5");
  write_file("both.sh", "for attempt in 1 2 3; do '" RESTOCK_BINARY
                        "' sweep sweep.yaml -q -o b.h5 --checkpoint 0 >/dev/null & done\n"
                        "for job in $(jobs -p); do wait $job || exit 1; done\n");
  CHECK(restock("--version", "bash both.sh").code == 0);
  CHECK(digest_of_file("b.h5") == plain);
}

TEST_CASE("a signal ends the sweep with 75, Ctrl-C with 130, and what is finished is kept") {
  write_file("sweep.yaml", small_sweep());
  for (const auto& [signal, code] : {std::pair{"TERM", 75}, {"USR1", 75}, {"INT", 130}}) {
    forget("sig.h5");
    const Answer answer =
        restock("sweep sweep.yaml -o sig.h5 --checkpoint 86400 --set length='2 y' --replications 1000000", "true",
                "timeout --preserve-status -s " + std::string(signal) + " 1 ");
    INFO(signal << answer.err);
    CHECK(answer.code == code);
    CHECK(tells(answer, "the same command goes on from here"));
    CHECK_FALSE(std::filesystem::exists(scratch() / "sig.h5"));
    CHECK(parts_of("sig.h5", "working-").empty());
    const Answer status = restock("sweep status sig.h5");
    CHECK(status.code == 0);
    if (!parts_of("sig.h5", "cells-").empty()) CHECK(tells(status, "stopped"));
  }
}

TEST_CASE("a complete sweep is not run again, and nothing else is replaced without --force") {
  write_file("sweep.yaml", small_sweep());
  forget("again.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o again.h5").code == 0);
  const std::string digest = digest_of_file("again.h5");
  const Answer again = restock("sweep sweep.yaml -o again.h5");
  CHECK(again.code == 0);
  CHECK(tells(again, "was complete before"));
  const Answer other = restock("sweep sweep.yaml -q -o again.h5 --seed 3");
  CHECK(other.code == 4);
  CHECK(tells(other, "--force"));
  CHECK(digest_of_file("again.h5") == digest);
  write_file("precious.h5", "precious");
  CHECK(restock("sweep sweep.yaml -q -o precious.h5").code == 4);
  CHECK(text_of(scratch() / "precious.h5") == "precious");
  CHECK(restock("sweep sweep.yaml -q -o again.h5 --seed 3 --force").code == 0);
  CHECK(digest_of_file("again.h5") != digest);
}

TEST_CASE("work on another sweep is not taken up") {
  write_file("sweep.yaml", small_sweep());
  forget("o.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o o.h5 --shard 0/3").code == 0);
  const Answer seed = restock("sweep sweep.yaml -q -o o.h5 --shard 1/3 --seed 9");
  CHECK(seed.code == 4);
  CHECK(tells(seed, "its seed is 1, this is 9"));
  const Answer cut = restock("sweep sweep.yaml -q -o o.h5 --shard 1/4");
  CHECK(cut.code == 4);
  CHECK(tells(cut, "3 shards, not 4"));
  const Answer detail = restock("sweep sweep.yaml -q -o o.h5 --shard 1/3 --detail site");
  CHECK(detail.code == 4);
  CHECK(tells(detail, "detail"));
  for (const auto& [option, words] :
       {std::pair{"--set name=other", "it is of `small`, this is `other`"},
        {"--replications 5", "it has 4 replications, this 5"},
        {"--set sweep.factors.rate.steps=3", "it has 6 design points, this 9"},
        {"--set length='31 d'", "the scenario, its tables or the program have changed"}}) {
    const Answer other = restock(std::string("sweep sweep.yaml -q -o o.h5 --shard 1/3 ") + option);
    CHECK(other.code == 4);
    CHECK(tells(other, words));
  }
  CHECK(restock("sweep sweep.yaml -q -o o.h5 --shard 1/3").code == 0);
}

TEST_CASE("merge refuses gaps, overlaps, strangers and damage by name, and writes nothing") {
  write_file("sweep.yaml", small_sweep());
  forget("g.h5");
  for (const char* shard : {"0/5", "2/5", "4/5"})
    REQUIRE(restock("sweep sweep.yaml -q -o g.h5 --shard " + std::string(shard)).code == 0);
  const Answer gap = restock("merge g.h5.parts/shard-*.h5 -o g.h5");
  CHECK(gap.code == 4);
  CHECK(tells(gap, "shards 1,3 of 5 are missing"));
  const Answer status = restock("sweep status g.h5");
  CHECK(tells(status, "done     0,2,4"));
  CHECK(tells(status, "missing  1,3"));
  CHECK(tells(status, "--array=1,3"));
  for (const char* shard : {"1/5", "3/5"})
    REQUIRE(restock("sweep sweep.yaml -q -o g.h5 --shard " + std::string(shard)).code == 0);
  const Answer twice = restock("merge g.h5.parts/shard-*.h5 g.h5.parts/shard-00002-of-00005.h5 -o g.h5");
  CHECK(twice.code == 4);
  CHECK(tells(twice, "shard-00002-of-00005.h5"));
  CHECK(tells(twice, "holds too"));
  forget("f.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o f.h5 --shard 0/5 --seed 4").code == 0);
  const Answer stranger =
      restock("merge f.h5.parts/shard-00000-of-00005.h5 g.h5.parts/shard-0000[1-4]-of-00005.h5 -o g.h5");
  CHECK(stranger.code == 4);
  CHECK(tells(stranger, "seeds 4 and 1"));
  for (const auto& [option, words] : {std::pair{"--set name=other", "of `other` and of `small`"},
                                      {"--set length='31 d'", "of different states of the scenario"}}) {
    forget("f.h5");
    REQUIRE(restock(std::string("sweep sweep.yaml -q -o f.h5 --shard 0/5 ") + option).code == 0);
    const Answer alien =
        restock("merge f.h5.parts/shard-00000-of-00005.h5 g.h5.parts/shard-0000[1-4]-of-00005.h5 -o g.h5");
    CHECK(alien.code == 4);
    CHECK(tells(alien, words));
  }
  const std::string victim = (scratch() / "g.h5.parts/shard-00003-of-00005.h5").string();
  spoil(victim);
  const Answer damaged = restock("merge g.h5.parts/shard-*.h5 -o g.h5");
  CHECK(damaged.code == 4);
  CHECK(tells(damaged, "shard-00003-of-00005.h5"));
  CHECK(tells(restock("sweep status g.h5"), "damaged  3"));
  CHECK(restock("merge small.yaml -o g.h5").code == 4);
  CHECK_FALSE(std::filesystem::exists(scratch() / "g.h5"));
  REQUIRE(restock("sweep sweep.yaml -q -o g.h5 --shard 3/5").code == 0);  // run again, since it cannot be read
  CHECK(restock("merge g.h5.parts/shard-*.h5 -o g.h5").code == 0);
}

TEST_CASE("the state of a sweep is a document, too, as far as it has come") {
  write_file("sweep.yaml", small_sweep());
  forget("j.h5");
  for (const char* shard : {"0/3", "2/3"})
    REQUIRE(restock("sweep sweep.yaml -q -o j.h5 --shard " + std::string(shard)).code == 0);
  const std::string some = restock("sweep status j.h5 --json").out;
  INFO(some);
  CHECK(some.starts_with("{\"schema\":\"restock.sweep_status/1\""));
  for (const char* words : {"\"complete\":false", "\"shard\":0,\"state\":\"done\"", "\"shard\":1,\"state\":\"missing\"",
                            "\"to_run\":\"1\""})
    CHECK(some.find(words) != std::string::npos);
  spoil((scratch() / "j.h5.parts/shard-00002-of-00003.h5").string());
  const std::string worse = restock("sweep status j.h5 --json").out;
  INFO(worse);
  CHECK(worse.find("\"shard\":2,\"state\":\"damaged\"") != std::string::npos);
  CHECK(worse.find("\"remark\":") != std::string::npos);
  CHECK(worse.find("\"to_run\":\"1-2\"") != std::string::npos);
  for (const char* shard : {"1/3", "2/3"})
    REQUIRE(restock("sweep sweep.yaml -q -o j.h5 --shard " + std::string(shard)).code == 0);
  CHECK(tells(restock("sweep status j.h5"), "all shards are there: restock merge j.h5.parts/shard-*.h5 -o j.h5"));
  REQUIRE(restock("merge j.h5.parts/shard-*.h5 -o j.h5").code == 0);
  CHECK(restock("sweep status j.h5 --json").out.find("\"complete\":true") != std::string::npos);
}

TEST_CASE("a process that has no shards of its own to name takes them from the scheduler") {
  const std::string plain = plain_digest();
  forget("a.h5");
  const auto task = [](const std::string& variables, const std::string& options) {
    return restock("sweep sweep.yaml -o a.h5 --shard auto " + options, "export " + variables);
  };
  CHECK(task("SLURM_ARRAY_TASK_ID=0", "").code == 2);  // into how many?
  CHECK(task("NOBODY=1", "--shards 3").code == 2);
  const Answer first = task("SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_COUNT=1", "--shards 3");
  CHECK(first.code == 0);
  CHECK(tells(first, "shard 0 of 3 by SLURM_ARRAY_TASK_ID"));
  CHECK(task("SGE_TASK_ID=2", "").code == 0);  // as the sweep was begun
  CHECK(task("OMPI_COMM_WORLD_RANK=3", "").code == 2);
  CHECK(task("PARALLEL_SEQ=3", "").code == 0);
  REQUIRE(restock("merge a.h5.parts/shard-*.h5 -o a.h5").code == 0);
  CHECK(digest_of_file("a.h5") == plain);
  forget("a.h5");
  CHECK(task("PBS_ARRAY_INDEX=0", "--shards 5 --shards-per-task 3").code == 0);
  CHECK(task("PBS_ARRAY_INDEX=1", "--shards 5 --shards-per-task 3").code == 0);
  CHECK(task("PBS_ARRAY_INDEX=2", "--shards 5 --shards-per-task 3").code == 2);
  REQUIRE(restock("merge a.h5.parts/shard-*.h5 -o a.h5").code == 0);
  CHECK(digest_of_file("a.h5") == plain);
}

TEST_CASE("disk_full: a sweep whose checkpoints do not fit says so and can be taken up again") {
  const std::string plain = plain_digest();
  forget("full.h5");
  const Answer answer = restock("sweep sweep.yaml -q -o full.h5", counted_apart + "; ulimit -f 8");
  CHECK(answer.code == 4);
  CHECK_FALSE(std::filesystem::exists(scratch() / "full.h5"));
  CHECK(restock("sweep sweep.yaml -q -o full.h5").code == 0);
  CHECK(digest_of_file("full.h5") == plain);
}
