// A sweep joined by pointing at its shards: the same result while they are there, a refusal that names them when not.
#include "sweep_scenario.hpp"

#include <fstream>

namespace {

namespace fs = std::filesystem;

/// A sweep in `folder` as shards, joined virtually to `folder`/v.h5.
void join_in(const std::string& folder, const std::string& count, const std::string& options = {}) {
  write_file("sweep.yaml", small_sweep());
  fs::remove_all(scratch() / folder);
  fs::create_directories(scratch() / folder);
  for (std::size_t k = 0; k < std::stoull(count); ++k)
    REQUIRE(restock("sweep sweep.yaml -q -o '" + folder + "/v.h5' --shard " + std::to_string(k) + "/" + count + " " +
                    options)
                .code == 0);
  const Answer merged = restock("merge '" + folder + "'/v.h5.parts/shard-*.h5 -o '" + folder + "/v.h5' --virtual");
  INFO(merged.err);
  REQUIRE(merged.code == 0);
}

fs::path shard(const std::string& folder, const std::string& name) {
  return scratch() / folder / "v.h5.parts" / ("shard-" + name + ".h5");
}

void refused_everywhere(const std::string& folder, const std::string& name, const std::string& why) {
  const std::string result = folder + "/v.h5";
  for (const std::string& command :
       {"digest " + result, "show " + result, "export " + result + " -o e.csv", "report " + result + " -o e.html",
        "compare " + result + " " + result, "sweep status " + result}) {
    const Answer answer = restock(command);
    INFO(command << "\n" << answer.out << answer.err);
    CHECK(answer.code == 4);
    CHECK(tells(answer, name));
    CHECK(tells(answer, why));
    CHECK_FALSE(fs::exists(scratch() / "e.csv"));
    CHECK_FALSE(fs::exists(scratch() / "e.html"));
  }
}

}  // namespace

TEST_CASE("a virtual join is the copied join, for any number of shards, wherever both are moved") {
  for (const char* options : {"", "--detail stock_point"}) {
    const std::string plain = plain_digest(options);
    // 5 and 7 cut across alternatives and design points; with 50 some shards are empty.
    for (const char* count : {"1", "5", "7", "50"}) {
      INFO(count << options);
      join_in("virtual 100 %b", count, options);
      fs::remove_all(scratch() / "moved");
      fs::rename(scratch() / "virtual 100 %b", scratch() / "moved");
      CHECK(digest_of_file("moved/v.h5") == plain);
      CHECK(restock("digest v.h5", "cd moved").out.substr(0, plain.size()) == plain);
      fs::remove(scratch() / "link.h5");
      fs::create_symlink("moved/v.h5", scratch() / "link.h5");
      CHECK(digest_of_file("link.h5") == plain);
    }
    CHECK(restock("export plain.h5 -o a.csv --force").code == 0);
    CHECK(restock("export moved/v.h5 -o b.csv --force").code == 0);
    CHECK(text_of(scratch() / "a.csv") == text_of(scratch() / "b.csv"));
    const Answer shown = restock("show plain.h5");
    CHECK(shown.code == 0);
    CHECK(shown.out == restock("show moved/v.h5").out);
  }
}

TEST_CASE("a virtual join in the folder where one is needs no folder in its name") {
  const std::string plain = plain_digest();
  forget("here.h5");
  for (const char* shard : {"0/2", "1/2"})
    REQUIRE(restock("sweep sweep.yaml -q -o here.h5 --shard " + std::string(shard)).code == 0);
  REQUIRE(restock("merge here.h5.parts/shard-*.h5 -o here.h5 --virtual").code == 0);
  CHECK(digest_of_file("here.h5") == plain);
}

TEST_CASE("other readers open a virtual join and see what a copied one holds") {
  plain_digest("--detail stock_point");
  join_in("virtual", "5", "--detail stock_point");
  const std::string command = "cd '" + scratch().string() +
                              "' && /usr/bin/python3 -B '" RESTOCK_SOURCE_DIR
                              "/tests/app/open_virtual.py' plain.h5 virtual/v.h5 >py.txt 2>&1";
  const int status = std::system(command.c_str());
  INFO(text_of(scratch() / "py.txt"));
  CHECK(status == 0);
}

TEST_CASE("a virtual join of which a shard is missing, damaged or another one is refused by its name") {
  join_in("virtual", "5");
  const fs::path victim = shard("virtual", "00003-of-00005"), kept = scratch() / "kept.h5";
  const std::string name = victim.filename().string(), plain = digest_of_file("virtual/v.h5");
  fs::copy_file(victim, kept, fs::copy_options::overwrite_existing);
  fs::remove(victim);
  refused_everywhere("virtual", name, "No such file");
  fs::copy_file(kept, victim);
  CHECK(digest_of_file("virtual/v.h5") == plain);
  fs::resize_file(victim, fs::file_size(victim) / 2);
  refused_everywhere("virtual", name, "cut short");
  fs::remove(victim);
  fs::copy_file(shard("virtual", "00002-of-00005"), victim);
  refused_everywhere("virtual", name, "other values");
  // The same cells of the same sweep with another seed.
  forget("w.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o w.h5 --seed 4 --shard 3/5").code == 0);
  fs::copy_file(parts_of("w.h5", "shard-").at(0), victim, fs::copy_options::overwrite_existing);
  refused_everywhere("virtual", name, "other values");
  // Run again it is the same, whoever runs it.
  fs::remove(victim);
  REQUIRE(restock("sweep sweep.yaml -q -o virtual/w.h5 --shard 3/5").code == 0);
  fs::rename(scratch() / "virtual/w.h5.parts/shard-00003-of-00005.h5", victim);
  CHECK(digest_of_file("virtual/v.h5") == plain);
}

TEST_CASE("changed bytes inside a shard are found when its numbers are read, and the shard is named") {
  join_in("virtual", "2", "--detail stock_point");
  const fs::path victim = shard("virtual", "00001-of-00002");
  std::fstream file(victim, std::ios::in | std::ios::out | std::ios::binary);
  const auto size = static_cast<long>(fs::file_size(victim));
  for (long at = size / 2; at < size; at += size / 400) {
    file.seekp(at);
    file.write("spoilt", 6);
  }
  file.close();
  for (const std::string command : {"digest virtual/v.h5", "export virtual/v.h5 -o e.csv"}) {
    const Answer answer = restock(command);
    INFO(command << answer.err);
    CHECK(answer.code == 4);
    CHECK(tells(answer, victim.filename().string()));
  }
}

TEST_CASE("a virtual join of more shards than files may be open says so instead of reading fill values") {
  join_in("virtual", "40");
  const std::string plain = digest_of_file("virtual/v.h5");
  CHECK(restock("digest virtual/v.h5", "ulimit -S -n 30").out.substr(0, plain.size()) == plain);  // it may raise that
  const Answer few = restock("digest virtual/v.h5", "ulimit -n 60");
  CHECK(few.code == 4);
  CHECK(tells(few, "ulimit -n"));
}
