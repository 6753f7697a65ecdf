// What a user gets wrong, and what the world does to files: a clear message, the documented exit code, and a previous
// result that survives.
#include "catch.hpp"

#include "shell.hpp"

#include <filesystem>

namespace {

bool says(const Answer& outcome, const std::string& words) { return outcome.err.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a missing scenario is named") {
  const Answer outcome = restock("run nowhere.yaml");
  CHECK(outcome.code == 4);
  CHECK(says(outcome, "nowhere.yaml"));
  CHECK(outcome.out.empty());
  CHECK(says(restock("run '" RESTOCK_SOURCE_DIR "/scenarios/two_echelons.yml'"),
             "did you mean " RESTOCK_SOURCE_DIR "/scenarios/two_echelons.yaml?"));
}

TEST_CASE("a folder in place of a scenario is refused") {
  std::filesystem::create_directories(scratch() / "folder");
  CHECK(restock("run folder").code == 4);
}

TEST_CASE("a misspelt command or option is answered with the nearest") {
  const Answer verb = restock("rnu a.yaml");
  CHECK(verb.code == 2);
  CHECK(says(verb, "did you mean run?"));
  const Answer half = restock("status out.h5");  // a verb of a verb
  CHECK(half.code == 2);
  CHECK(says(half, "restock sweep status"));
  write_file("small.yaml", small_scenario);
  const Answer option = restock("run --detial total small.yaml");
  CHECK(option.code == 2);
  CHECK(says(option, "--detail"));
  CHECK(restock("run small.yaml --replications 0").code == 2);
  CHECK(restock("run small.yaml --replications 99999999999999999999").code == 2);
  CHECK(restock("").code == 2);
}

TEST_CASE("every problem of a file is reported at its place, with exit code 3") {
  write_file("bad.yaml", std::string(small_scenario) + "lenght: 3 d\nwarmup: 90\n");
  const Answer outcome = restock("run bad.yaml");
  CHECK(outcome.code == 3);
  CHECK(says(outcome, "bad.yaml:10:1: error"));
  CHECK(says(outcome, "did you mean length?"));
  CHECK(says(outcome, "bad.yaml:11:"));
  CHECK(outcome.out.empty());
}

TEST_CASE("a reference to nothing is reported at its place") {
  write_file("small.yaml", small_scenario);
  const Answer outcome = restock("run small.yaml --set lanes.+='{from: makr, to: shop, transit: 1 d}'");
  CHECK(outcome.code == 3);
  CHECK(says(outcome, "makr"));
  CHECK(says(outcome, "maker"));
}

TEST_CASE("problems as JSON are one object with the first error") {
  write_file("bad.yaml", std::string(small_scenario) + "lenght: 3 d\n");
  const Answer outcome = restock("run bad.yaml --json");
  CHECK(outcome.code == 3);
  CHECK(outcome.out.find("\"error\"") != std::string::npos);
  CHECK(outcome.out.find("\"line\": 10") != std::string::npos);
}

TEST_CASE("an alternative may not change what all are compared over") {
  write_file("uneven.yaml", small_with("{ length: 60 d }"));
  const Answer outcome = restock("run uneven.yaml");
  CHECK(outcome.code == 3);
  CHECK(says(outcome, "cannot change length"));
}

TEST_CASE("an existing result is kept unless --force") {
  write_file("small.yaml", small_scenario);
  write_file("keep.h5", "precious");
  const Answer refused = restock("run small.yaml -o keep.h5");
  CHECK(refused.code == 4);
  CHECK(says(refused, "--force"));
  CHECK(text_of(scratch() / "keep.h5") == "precious");
  CHECK(restock("run small.yaml -o keep.h5 --force").code == 0);
  CHECK(text_of(scratch() / "keep.h5") != "precious");
}

TEST_CASE("an unwritable folder is named before anything runs") {
  write_file("small.yaml", small_scenario);
  const Answer outcome = restock("run small.yaml -o missing/r.h5");
  CHECK(outcome.code == 4);
  CHECK(says(outcome, "missing"));
}

TEST_CASE("disk_full: a write that fails leaves the previous result and no half file") {
  write_file("small.yaml", small_scenario);
  REQUIRE(restock("run small.yaml -o full.h5 --force").code == 0);
  const std::string before = text_of(scratch() / "full.h5");
  const Answer outcome = restock("run small.yaml --detail orders -o full.h5 --force", counted_apart + "; ulimit -f 8");
  CHECK(outcome.code == 4);
  CHECK(outcome.err.find("full.h5") != std::string::npos);
  CHECK(text_of(scratch() / "full.h5") == before);
  CHECK_FALSE(std::filesystem::exists(scratch() / "full.h5.part"));
}

TEST_CASE("disk_full: a real full file system is reported as that") {
  if (!std::filesystem::exists("/dev/full")) return;
  write_file("small.yaml", small_scenario);
  CHECK(std::system(("'" RESTOCK_BINARY "' run '" + (scratch() / "small.yaml").string() + "' -q >/dev/full 2>/dev/null")
                        .c_str()) != 0);
}

TEST_CASE("Ctrl-C ends the run with 130 and keeps the previous result") {
  write_file("long.yaml", std::string(small_scenario));
  write_file("there.h5", "precious");
  const Answer outcome = restock("run long.yaml --set length='60 y' --replications 100000 -o there.h5 --force", "true",
                                 "timeout --preserve-status -s INT 1 ");
  CHECK(outcome.code == 130);
  CHECK(text_of(scratch() / "there.h5") == "precious");
  CHECK_FALSE(std::filesystem::exists(scratch() / "there.h5.part"));
}

TEST_CASE("a signal that comes three times at once is one: what was begun is still tidied up") {
  write_file("long.yaml", std::string(small_scenario));
  write_file("thrice.sh", "'" RESTOCK_BINARY
                          "' run long.yaml --set length='60 y' --replications 100000 -q -o thrice.h5 &\n"
                          "sleep 1; kill -INT $!; kill -INT $!; sleep 0.01; kill -INT $!\n"
                          "wait $!; [ $? = 130 ]\n");
  for (int attempt = 0; attempt < 3; ++attempt) CHECK(restock("--version", "bash thrice.sh").code == 0);
  CHECK_FALSE(std::filesystem::exists(scratch() / "thrice.h5.part"));
}

TEST_CASE("what is not a result is refused by every reader") {
  write_file("not.h5", "not HDF5 at all");
  for (const char* verb : {"compare", "export", "digest"}) CHECK(restock(std::string(verb) + " not.h5").code == 4);
  CHECK(restock("compare none.h5").code == 4);
}

TEST_CASE("a result that is not there may be one that is") {
  write_file("small.yaml", small_scenario);
  REQUIRE(restock("run small.yaml -q -o winter.h5 --force").code == 0);
  const Answer outcome = restock("compare wintr.h5");
  CHECK(outcome.code == 4);
  CHECK(says(outcome, "did you mean winter.h5?"));
}

TEST_CASE("a path into a section that is not written says what to add") {
  write_file("small.yaml", small_scenario);
  const Answer outcome = restock("run small.yaml --set markdown.sale.every='7 d'");
  CHECK(outcome.code == 3);
  CHECK(says(outcome, "add it as a whole first: markdown.sale: { … }"));
}

TEST_CASE("a misspelt metric is an error") {
  write_file("small.yaml", small_scenario);
  REQUIRE(restock("run small.yaml -o m.h5 --force").code == 0);
  const Answer outcome = restock("compare m.h5 --metric fil_rate");
  CHECK(outcome.code == 2);
  CHECK(says(outcome, "fill_rate"));
  CHECK(restock("compare m.h5 --metric fill_rate").code == 0);
}
