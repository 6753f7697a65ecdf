// What the command says besides its result: how far it is, how large a scenario is, which of two options is one too
// many.
#include "catch.hpp"

#include "shell.hpp"
#include "sweep_scenario.hpp"

#include <filesystem>

namespace {

/// What a run writes to a terminal of that kind, with these options.
std::string on_terminal(const std::string& term, const std::string& options) {
  write_file("small.yaml", small_scenario);
  write_file("run.sh", "TERM=" + term + " '" RESTOCK_BINARY "' run small.yaml -o t.h5 --force " + options + "\n");
  // The command after it has its turn only if the terminal could be made.
  CHECK(restock("--version", "script -qec 'bash run.sh' seen.txt").code == 0);
  return text_of(scratch() / "seen.txt");
}

}  // namespace

TEST_CASE("on a terminal a line counts replications, and is gone when they are over") {
  const std::string seen = on_terminal("xterm", "");
  const std::string erase = "\r\x1b[K";
  const std::size_t last = seen.find(erase + "small [" + std::string(30, '#') + "] 8/8  0 s left" + erase);
  CHECK(last != std::string::npos);
  CHECK(seen.find("s left", seen.find("8/8") + 16) == std::string::npos);
  CHECK(on_terminal("dumb", "").find('\x1b') == std::string::npos);
  CHECK(on_terminal("xterm", "-q").find('\x1b') == std::string::npos);
}

TEST_CASE("whoever stops a run is told what is left of it") {
  write_file("small.yaml", small_scenario);
  const std::string much = " --set length='2 y' --replications 1000000", stop = "timeout --preserve-status -s INT 1 ";
  const Answer seen = restock("run small.yaml" + much, "true", stop);
  CHECK(seen.code == 130);
  CHECK(tells(seen, "interrupted; no result was written\n"));
  forget("kept.h5");
  const Answer kept = restock("run small.yaml -o kept.h5" + much, "true", stop);
  CHECK(kept.code == 130);
  CHECK(tells(kept, "interrupted; no result was written and nothing at kept.h5 was changed\n"));
  CHECK_FALSE(std::filesystem::exists(scratch() / "kept.h5"));
  const Answer several = restock("run small.yaml small.yaml" + much, "true", stop);
  CHECK(several.code == 130);
  CHECK(tells(several, "interrupted; 0 of 2 scenarios were finished\n"));
}

TEST_CASE("validate -v tells how large a scenario is, and how long its slowest way") {
  write_file("small.yaml", small_scenario);
  CHECK(restock("validate -v small.yaml").out ==
        "small.yaml: valid\n"
        "  1 stock points, 1 demand streams, 1 lanes in use, 2 alternatives, 4 replications\n"
        "  longest announced lead time: 3 d: maker → shop (kettle)\n");
}

TEST_CASE("compare --all compares every metric, not only the headlines") {
  write_file("small.yaml", small_scenario);
  forget("two.h5");
  REQUIRE(restock("run small.yaml -q -o two.h5").code == 0);
  const std::string some = restock("compare two.h5").out, all = restock("compare two.h5 --all").out;
  CHECK(some.find("surge_demand") == std::string::npos);
  CHECK(all.find("surge_demand") != std::string::npos);
}

TEST_CASE("plans that cannot be are refused before anything runs, in words or as a document") {
  write_file("sweep.yaml", small_sweep());
  const Answer part = restock("sweep sweep.yaml --dry-run --shard 0/2");
  CHECK(part.code == 2);
  CHECK(tells(part, "--dry-run shows the plan of the whole sweep"));
  const std::string typo = " --set sweep.factors.s.valus=1";
  for (const std::string verb : {"sweep", "attribute"}) {
    forget("none.h5");
    const Answer answer = restock(verb + " sweep.yaml -o none.h5 --json" + typo);
    INFO(verb << answer.out);
    CHECK(answer.code == 3);
    CHECK(answer.out.starts_with("{"));
    CHECK(answer.out.find("\"issues\"") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(scratch() / "none.h5"));
  }
  const Answer submitted = restock("sweep submit sweep.yaml -o none.h5 --engine slurm --shards 2" + typo);
  CHECK(submitted.code == 3);
  CHECK(tells(submitted, "is not a known key"));
}

TEST_CASE("list without a topic lists the topics") {
  const Answer topics = restock("list");
  CHECK(topics.code == 0);
  CHECK(topics.out.starts_with("restock list TOPIC, where TOPIC is one of\n  policies\n"));
}

TEST_CASE("import takes a column by the name that somebody gave it, and says which names it knows") {
  write_file("till.csv", "date,product,gone\n2024-01-01,a,3\n2024-01-02,a,4\n2024-01-05,a,2\n");
  CHECK(restock("import till.csv -o till -q").code != 0);
  const Answer unknown = restock("import till.csv -o till -q --column units=gone");
  CHECK(unknown.code == 2);
  CHECK(tells(unknown, "quantity"));
  CHECK(restock("import till.csv -o till -q --column quantity=gone").code == 0);
  for (const char* time : {"5", "-5d"})
    CHECK(restock("import till.csv -o more -q --column quantity=gone --lead-time=" + std::string(time)).code == 2);
}
