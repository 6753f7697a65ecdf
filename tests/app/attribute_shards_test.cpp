// An attribution cut into shards, killed and gone on with: always the same bits.
#include "sweep_scenario.hpp"

#include <csignal>
#include <fstream>

namespace {

/// Three causes: eight coalitions, of which five are kept as alternatives; five replications: 40 cells. Its
/// alternatives differ in what they contain, and it keeps waits and series.
const char* three_causes = R"yaml(name: causes
start: 2026-01-01
length: 60 d
replications: 5
series: 10 d
products: { kettle: { cost: 10, price: 20 } }
sites:
  maker: { kind: supplier, capacity: 12 per d, downtime: { up: exponential(12 d), down: uniform(3 d, 8 d) } }
  shop: { kind: store }
lanes: [{ from: maker, to: shop, transit: 4 d }]
demand:
  walk-in:
    { at: shop, arrivals: poisson(6 per d), patience: exponential(4 d),
      surges: { sale: "promotion(from: 2026-01-20, for: 6 d, lift: 3)" } }
replenishment:
  shop: { at: shop, policy: reorder_point, s: 30, Q: 30 }
records:
  shop: { at: shop, shrinkage: 30 % per month, counts: every(20 d) }
)yaml";

/// More causes than all combinations are run of: each replication draws orders.
std::string seven_causes() {
  return std::string(three_causes) +
         "attribution:\n  groups: { a: surges, b: supplier_delays, c: record_errors, d: { replenishment.shop.s: 60 }, "
         "e: { "
         "replenishment.shop.Q: 60 }, f: { demand.walk-in.patience: exponential(8 d) }, g: { "
         "lanes.maker->shop.transit: 2 d "
         "} }\n";
}

std::string plain_attribution(const std::string& text, const std::string& options) {
  write_file("causes.yaml", text);
  forget("plain.h5");
  const Answer answer = restock("attribute causes.yaml -q -o plain.h5 --threads 1 " + options);
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  CHECK_FALSE(std::filesystem::exists(scratch() / "plain.h5.parts"));
  return digest_of_file("plain.h5");
}

}  // namespace

TEST_CASE("shards of an attribution, joined by the same command, give the bits of one process") {
  for (const auto& [text, options] : {std::pair<std::string, std::string>{three_causes, "--detail stock_point"},
                                      {three_causes, ""},
                                      {seven_causes(), "--detail site"}}) {
    const std::string plain = plain_attribution(text, options);
    const std::string told = restock("attribute causes.yaml -q --threads 2 " + options).out;  // nothing kept
    for (const std::string count : {"1", "3", "7"}) {
      forget("a.h5");
      for (std::size_t k = 0; k < std::stoull(count); ++k)
        REQUIRE(restock("attribute causes.yaml -q -o a.h5 --threads 2 --shard " + std::to_string(k) + "/" + count +
                        " " + options)
                    .code == 0);
      CHECK_FALSE(std::filesystem::exists(scratch() / "a.h5"));
      const Answer joined = restock("attribute causes.yaml -o a.h5 " + options);
      INFO(options << joined.err);
      REQUIRE(joined.code == 0);
      CHECK(tells(joined, "0 cells run now"));
      CHECK(joined.out == told);
      CHECK(digest_of_file("a.h5") == plain);
    }
  }
}

TEST_CASE("an attribution keeps of its alternatives what a run keeps") {
  for (const std::string options : {"", "--detail stock_point"}) {
    plain_attribution(three_causes, options);
    REQUIRE(restock("run causes.yaml -q -o run.h5 --force " + options).code == 0);
    const std::string command = "cd '" + scratch().string() +
                                "' && /usr/bin/python3 -B '" RESTOCK_SOURCE_DIR
                                "/tests/app/same_results.py' plain.h5 run.h5 >py.txt 2>&1";
    const int status = std::system(command.c_str());
    INFO(text_of(scratch() / "py.txt"));
    CHECK(status == 0);
  }
}

TEST_CASE("killed_anywhere: an attribution that is killed again and again ends with the same bits") {
  const std::string options = "--set length='3 y' --replications 20";
  const std::string plain = plain_attribution(three_causes, options);
  forget("k.h5");
  const std::string command = "attribute causes.yaml -q -o k.h5 --checkpoint 0 --threads 2 " + options;
  int code = -1;
  for (int attempt = 1; attempt <= 60 && code != 0; ++attempt) {
    const std::string seconds = std::to_string(attempt / 20) + "." + std::to_string(5 * attempt % 100 + 100).substr(1);
    code = restock(command, counted_apart + "; exec 2>/dev/null", "timeout -s KILL " + seconds + " ").code;
  }
  if (code != 0) CHECK(restock(command).code == 0);
  CHECK(digest_of_file("k.h5") == plain);
  CHECK_FALSE(std::filesystem::exists(scratch() / "k.h5.parts"));
}

TEST_CASE("an attribution that was killed while it tidied up is complete; another result is not replaced") {
  const std::string plain = plain_attribution(three_causes, "");
  forget("t.h5");
  const std::string told = restock("attribute causes.yaml -q -o t.h5").out;
  std::filesystem::create_directories(scratch() / "t.h5.parts");
  std::ofstream(scratch() / "t.h5.parts/cells-0000000000-0000000010-1-0-x.h5") << "a checkpoint";
  const Answer again = restock("attribute causes.yaml -q -o t.h5");
  CHECK(again.code == 0);
  CHECK(again.out == told);
  CHECK_FALSE(std::filesystem::exists(scratch() / "t.h5.parts"));
  CHECK(digest_of_file("t.h5") == plain);
  std::filesystem::create_directories(scratch() / "t.h5.parts");
  CHECK(restock("attribute causes.yaml -q -o t.h5 --seed 5").code == 4);
  CHECK(digest_of_file("t.h5") == plain);
}

TEST_CASE("a signal ends an attribution with 75 and what is finished is kept, where there is a file to go on with") {
  write_file("causes.yaml", three_causes);
  const std::string endless = "attribute causes.yaml --checkpoint 86400 --set length='3 y' --replications 100000 ";
  Answer kept;
  for (const char* seconds : {"1.5", "15", "60"}) {  // until the first cell is done, which takes long under a sanitizer
    forget("sig.h5");
    kept = restock(endless + "-o sig.h5", "true", std::string("timeout --preserve-status -s TERM ") + seconds + " ");
    if (!parts_of("sig.h5", "cells-").empty()) break;
  }
  INFO(kept.err);
  CHECK(kept.code == 75);
  CHECK(tells(kept, "the same command goes on from here"));
  CHECK_FALSE(parts_of("sig.h5", "cells-").empty());
  CHECK(tells(restock("sweep status sig.h5"), "stopped"));
  for (const char* look : {"sweep status sig.h5", "show sig.h5"})
    CHECK(tells(restock(look), "nobody is at work on it; restock attribute with the same -o goes on"));
  const Answer nothing = restock(endless, "true", "timeout --preserve-status -s TERM 1 ");
  CHECK(nothing.code == 130);
  CHECK(tells(nothing, "nothing was kept"));
}

TEST_CASE("shards of an attribution are told apart from those of a sweep, and their state is told") {
  write_file("causes.yaml", three_causes);
  forget("s.h5");
  REQUIRE(restock("attribute causes.yaml -q -o s.h5 --shard 0/2").code == 0);
  const Answer status = restock("sweep status s.h5");
  CHECK(tells(status, "missing  1"));
  CHECK(tells(status, "restock attribute SCENARIO -o s.h5 --shard auto"));
  const Answer auto_shard = restock("attribute causes.yaml -o s.h5 --shard auto", "export SLURM_ARRAY_TASK_ID=1");
  CHECK(auto_shard.code == 0);
  for (const char* look : {"sweep status s.h5", "show s.h5"})
    CHECK(tells(restock(look), "all shards are there: restock attribute SCENARIO -o s.h5"));
  const Answer merged = restock("merge s.h5.parts/shard-*.h5 -o s.h5");
  CHECK(merged.code == 4);
  CHECK(tells(merged, "restock attribute SCENARIO -o OUT.h5"));
  const Answer other = restock("attribute causes.yaml -q -o s.h5 --shard 0/2 --seed 9");
  CHECK(other.code == 4);
  CHECK(tells(other, "its seed is 1, this is 9"));
  CHECK(restock("attribute causes.yaml -q --shard 0/2").code == 2);
  CHECK(restock("attribute causes.yaml -q -o s.h5 --shard 2/2").code == 2);
  REQUIRE(restock("attribute causes.yaml -q -o s.h5").code == 0);
  CHECK(tells(restock("sweep status s.h5"), "complete"));
}
