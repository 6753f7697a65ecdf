// restock run --like: what a result keeps is all that is needed to have its bits again.
#include "sweep_scenario.hpp"

#include <cstdlib>

namespace {

namespace fs = std::filesystem;

/// Runs, takes the scenario and its tables away, and runs again what the result keeps.
void same_bits_again(const std::string& folder, const std::string& command) {
  forget("kept.h5");
  forget("again.h5");
  const Answer first = restock(command + " -q -o kept.h5");
  INFO(command << "\n" << first.err);
  REQUIRE((first.code == 0 || first.code == 10));  // a missed check is a result, too
  fs::remove_all(scratch() / folder);
  const Answer again = restock("run --like kept.h5 -q -o again.h5");
  INFO(again.out << again.err);
  CHECK(again.code == 0);
  CHECK(tells(again, "the same bits as kept.h5"));
  CHECK(digest_of_file("again.h5") == digest_of_file("kept.h5"));
}

/// The shipped scenarios with their tables, to be taken away.
std::string copied() {
  fs::remove_all(scratch() / "home");
  fs::copy(RESTOCK_SOURCE_DIR "/scenarios", scratch() / "home", fs::copy_options::recursive);
  return "home/";
}

bool python(const std::string& lines) {
  write_file("edit.py", lines);
  return std::system(("cd '" + scratch().string() + "' && /usr/bin/python3 edit.py >python.txt 2>&1").c_str()) == 0;
}

/// The small scenario's result, edited afterwards as somebody might do who has h5py: `f` is the file.
void keep_and_edit(const std::string& lines) {
  write_file("small.yaml", small_scenario);
  forget("kept.h5");
  REQUIRE(restock("run small.yaml -q -o kept.h5").code == 0);
  REQUIRE(python("import h5py, numpy\nf = h5py.File('kept.h5', 'r+')\n" + lines));
}

/// A scenario whose demand comes from a table of more than a mebibyte.
void write_with_large_table(const std::string& folder) {
  fs::create_directories(scratch() / folder);
  std::string scenario = small_scenario;
  const std::string written = "poisson(5 per d)";
  scenario.replace(scenario.find(written), written.size(), "trace(file: orders.csv)");
  write_file(folder + "/large.yaml", scenario);
  std::string table = "time,quantity\n";
  for (int i = 0; table.size() < 1'200'000; ++i)
    table += "2026-01-" + std::to_string(10 + i / 10000) + "T" + std::to_string(10 + i / 1000 % 10) + ":00:00,1\n";
  write_file(folder + "/orders.csv", table);
}

}  // namespace

TEST_CASE("a result alone is enough to have its bits again") {
  write_file("small.yaml", small_with("{ replenishment.shop.s: 20 }"));
  same_bits_again("small.yaml", "run small.yaml --seed 9 --replications 3 --detail orders --set length=20d");
  for (const char* name : {"csv_chain", "beer_game", "webshop_replay", "health_import", "perfect_storm", "checks"}) {
    const std::string folder = copied();
    same_bits_again("home", "run " + folder + name + ".yaml --replications 2");
  }
  // A patched row opens its table: what was read from the file is kept beside what became of it.
  same_bits_again("home", "run " + copied() + "csv_chain.yaml --replications 1 --seed 4");
}

TEST_CASE("a sweep alone is enough to have its bits again") {
  write_file("sweep.yaml", small_sweep());
  same_bits_again("sweep.yaml", "sweep sweep.yaml --detail site");
}

TEST_CASE("a table too large to be kept has to be there, and as it was") {
  write_with_large_table("large");
  forget("kept.h5");
  const Answer first = restock("run large/large.yaml -q -o kept.h5");
  INFO(first.err);
  REQUIRE(first.code == 0);
  const Answer there = restock("run --like kept.h5 -q --tables large");
  INFO(there.err);
  CHECK(there.code == 0);

  const Answer absent = restock("run --like kept.h5 -q");
  CHECK(absent.code == 4);
  CHECK(tells(absent, "./orders.csv"));
  CHECK(tells(absent, "--tables"));

  std::string table = text_of(scratch() / "large/orders.csv");
  table[table.size() - 2] = '2';
  write_file("large/orders.csv", table);
  const Answer changed = restock("run --like kept.h5 -q --tables large");
  CHECK(changed.code == 4);
  CHECK(tells(changed, "is not the table that kept.h5 was made from"));
}

TEST_CASE("other bits are told, with what is not as it was") {
  // As if another program had written it, and as if somebody had edited a figure.
  keep_and_edit(
      "f.attrs['program_version'] = numpy.bytes_('0.0.1')\n"
      "f['run'].attrs['compiler'] = numpy.bytes_('another compiler')\n"
      "f['fill_rate'][0, 0] = 0.5\n");
  const Answer answer = restock("run --like kept.h5 -q --json");
  INFO(answer.out << answer.err);
  CHECK(answer.code == 10);
  for (const char* words : {"\"same\":false", "\"what\":\"program_version\",\"kept\":\"0.0.1\"",
                            "\"what\":\"compiler\",\"kept\":\"another compiler\""})
    CHECK(tells(answer, words));
  CHECK_FALSE(tells(answer, "hdf5"));
  const Answer read = restock("run --like kept.h5 -q");
  CHECK(read.code == 10);
  CHECK(read.out.starts_with("other bits than kept.h5: digest "));
  CHECK(tells(read, "kept: 0.0.1   now: "));
  const Answer story = restock("trace kept.h5");
  CHECK(story.code == 0);
  CHECK(tells(story, "kept.h5 was made by another program"));
}

TEST_CASE("a figure that somebody has edited is told from one that another program gave") {
  keep_and_edit("f['fill_rate'][0, 0] = 0.5\n");
  const Answer edited = restock("run --like kept.h5 -q");
  CHECK(edited.code == 10);
  CHECK(tells(edited, "nothing that is recorded differs: the kept file was changed after it was written"));
}

TEST_CASE("what cannot be run again is refused") {
  write_file("small.yaml", small_scenario);
  forget("kept.h5");
  REQUIRE(restock("run small.yaml -q -o kept.h5").code == 0);
  CHECK(restock("run").code == 2);
  CHECK(restock("run small.yaml --like kept.h5").code == 2);
  CHECK(restock("run --like kept.h5 --seed 5").code == 2);
  CHECK(restock("run --like kept.h5 -o kept.h5").code == 4);
  CHECK(restock("run --like none.h5").code == 4);
  write_file("sweep.yaml", small_sweep());
  forget("half.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o half.h5 --shard 0/2").code == 0);
  const Answer half = restock("run --like half.h5.parts/shard-00000-of-00002.h5");
  CHECK(half.code == 4);
  CHECK(tells(half, "join the shards first"));
  REQUIRE(
      python("import h5py\n"
             "f = h5py.File('kept.h5', 'r+')\n"
             "text = f['run/scenario_text'][()]\n"
             "f['run/scenario_text'][()] = text.replace(b'40', b'41')\n"));
  const Answer spoilt = restock("run --like kept.h5");
  CHECK(spoilt.code == 4);
  CHECK(tells(spoilt, "does not fit its hash"));
}

TEST_CASE("what a selection left out is left out again") {
  write_file("choice.yaml", small_with("{ replenishment.shop.s: 16 }, tiny: { replenishment.shop.S: 16 }"));
  same_bits_again("nothing",
                  "run choice.yaml --select best --primary fill_rate --indifference 0.0001 "
                  "--max-replications 60");
}
