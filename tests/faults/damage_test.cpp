// Results that are not what they were, as the program answers to them: never with a crash.
#include "faults/faults.hpp"

#include <random>

using namespace faults;

namespace {

/// A sanitizer takes a crash within HDF5 before the program can tell of it and end with 4 (app/crash.hpp).
bool was_taken_by_sanitizer(const Answer& answer) {
  return answer.err.find("AddressSanitizer:DEADLYSIGNAL") != std::string::npos &&
         answer.err.find("libhdf5") != std::string::npos;
}

}  // namespace

TEST_CASE("of results that are damaged without their seal being there to tell, none ends the program but with 0 or 4") {
  write_file("small.yaml", small_scenario);
  forget("whole.h5");
  REQUIRE(restock("run small.yaml -q --replications 2 -o whole.h5").code == 0);
  const std::string sealed = text_of(scratch() / "whole.h5");
  const std::string whole = sealed.substr(0, sealed.size() - 32);
  std::mt19937_64 random(20260101);
  int refused = 0;
  for (int trial = 0; trial < 60; ++trial) {
    std::string bad = whole;
    const std::size_t at = random() % bad.size();
    if (trial % 4 == 3)
      bad.resize(at);
    else
      bad[at] = static_cast<char>(bad[at] ^ (1 << random() % 8));
    write_file("bad.h5", bad);
    // HDF5 does not free what it had read of a file when it refuses it: no fault of the program, if a sanitizer asks.
    const Answer answer = restock(trial % 2 == 0 ? "digest bad.h5" : "report bad.h5", "true",
                                  "env ASAN_OPTIONS=detect_leaks=0 timeout 60 ");
    INFO("trial " << trial << ", byte " << at << "\n" << answer.err);
    CHECK((answer.code == 0 || answer.code == 4 || was_taken_by_sanitizer(answer)));
    if (answer.code == 4) CHECK(answer.err.find("bad.h5") != std::string::npos);
    refused += answer.code == 4 ? 1 : 0;
  }
  CHECK(refused > 20);
}

TEST_CASE("every verb that reads results refuses one with a flipped bit, and merge and sweep one of a shard") {
  write_file("sweep.yaml", small_sweep());
  write_file("small.yaml", small_scenario);
  for (const char* name : {"whole.h5", "swept.h5", "two.h5"}) forget(name);
  REQUIRE(restock("run small.yaml -q -o whole.h5").code == 0);
  REQUIRE(restock("sweep sweep.yaml -q -o swept.h5").code == 0);
  REQUIRE(restock("sweep sweep.yaml -q -o two.h5 --shard 0/2").code == 0);
  REQUIRE(restock("sweep sweep.yaml -q -o two.h5 --shard 1/2").code == 0);
  const auto flip = [](const std::string& from, const std::string& to) {
    std::string bad = text_of(scratch() / from);
    bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 4);
    write_file(to, bad);
  };
  flip("whole.h5", "bad.h5");
  flip("swept.h5", "bad-sweep.h5");
  const std::string shard = parts_of("two.h5", "shard-").at(1);
  flip("two.h5.parts/" + std::filesystem::path(shard).filename().string(), "bad-shard.h5");
  for (const char* command : {"show bad.h5", "digest bad.h5", "compare bad.h5", "export bad.h5", "report bad.h5",
                              "run --like bad.h5", "digest bad-sweep.h5", "export bad-sweep.h5", "digest bad-shard.h5",
                              "merge two.h5.parts/shard-00000-of-00002.h5 bad-shard.h5 -o joined.h5"}) {
    const Answer answer = restock(command);
    INFO(command << "\n" << answer.err);
    CHECK(answer.code == 4);
    CHECK(answer.err.find("bad") != std::string::npos);
    CHECK(answer.err.find("damaged") != std::string::npos);
  }
  CHECK_FALSE(exists("joined.h5"));
}
