// Whatever the file system refuses, and whenever: exit code 4 with a reason, nothing half done under a final name, and
// the same command afterwards gives the bits that it always gives.
#include "faults/faults.hpp"

#include <functional>
#include <set>

using namespace faults;

namespace {

/// A verb that makes `target`, and what makes two of its files the same.
struct Work {
  std::string arguments, target;
  std::function<std::string()> content;
};

const std::string full = "disk is full";

std::string said(const Answer& answer) { return answer.out + answer.err; }

/// One call after the other fails.
void check_every_call(const Work& work, int error, bool lasts, const std::string& word) {
  forget(work.target);
  const std::vector<int> calls = calls_of(work.arguments);
  const std::string right = work.content();
  std::set<std::string> kinds;
  for (const int call : calls) {
    forget(work.target);
    const Outcome outcome = run_with({call, error, lasts}, work.arguments);
    INFO(work.arguments << ", call " << call << " (" << outcome.failed << ")\n" << said(outcome.answer));
    if (outcome.failed.empty()) continue;  // how many there are depends a little on the threads
    kinds.insert(outcome.failed);
    // One failure that does not last may be one of a file that is only convenient to have. And a sweep whose result is
    // there, but whose folder cannot be flushed, takes it for that of another attempt: its checkpoints stay as well.
    if (outcome.answer.code != 0 || (lasts && !exists(work.target))) {
      CHECK(outcome.answer.code == 4);
      CHECK(said(outcome.answer).find(word) != std::string::npos);
      CHECK(said(outcome.answer).find(work.target) != std::string::npos);
    }
    CHECK(half_files() == 0);
    if (exists(work.target)) CHECK(work.content() == right);  // only its folder could not be flushed: it is whole
    if (exists(work.target) && outcome.answer.code == 4) CHECK(outcome.failed == "fsync");
    if (call % 2 == 0) continue;
    if (!exists(work.target)) CHECK(restock(work.arguments).code == 0);
    CHECK(work.content() == right);
  }
  CHECK(kinds.count("fsync") == 1);
  CHECK(kinds.count("rename") == 1);
  CHECK(kinds.size() > 2);
}

Work run_work() {
  empty_folder();
  write_file("small.yaml", small_scenario);
  return {"run small.yaml -q -o r.h5 --detail orders", "r.h5", [] { return digest_of_file("r.h5"); }};
}
Work sweep_work() {
  empty_folder();
  write_file("sweep.yaml", small_sweep());
  return {"sweep sweep.yaml -q -o s.h5", "s.h5", [] { return digest_of_file("s.h5"); }};
}
Work merge_work() {
  empty_folder();
  write_file("sweep.yaml", small_sweep());
  for (const char* shard : {"0/2", "1/2"})
    REQUIRE(restock(std::string("sweep sweep.yaml -q -o shards.h5 --shard ") + shard).code == 0);
  return {"merge shards.h5.parts/shard-*.h5 -o m.h5", "m.h5", [] { return digest_of_file("m.h5"); }};
}
Work text_work(const std::string& verb, const std::string& target) {
  empty_folder();
  write_file("small.yaml", small_scenario);
  REQUIRE(restock("run small.yaml -q -o kept.h5").code == 0);
  return {verb + " kept.h5 -o " + target, target, [target] { return text_of(scratch() / target); }};
}

}  // namespace

TEST_CASE("a disk that is full from some call on: run") {
  if (possible) check_every_call(run_work(), ENOSPC, true, full);
}
TEST_CASE("a disk that is full from some call on: sweep") {
  if (possible) check_every_call(sweep_work(), ENOSPC, true, full);
}
TEST_CASE("a disk that is full from some call on: merge") {
  if (possible) check_every_call(merge_work(), ENOSPC, true, full);
}
TEST_CASE("a disk that is full from some call on: export and report") {
  if (!possible) return;
  check_every_call(text_work("export", "e.csv"), ENOSPC, true, full);
  check_every_call(text_work("report", "p.html"), ENOSPC, true, full);
}
TEST_CASE("one call that fails: run, sweep, merge, export and report") {
  if (!possible) return;
  check_every_call(run_work(), EIO, false, "rror");
  check_every_call(sweep_work(), EIO, false, "rror");
  check_every_call(merge_work(), EIO, false, "rror");
  check_every_call(text_work("export", "e.csv"), EIO, false, "rror");
  check_every_call(text_work("report", "p.html"), EIO, false, "rror");
}

TEST_CASE("a result that is to be replaced is there until the new one is whole") {
  if (!possible) return;
  write_file("small.yaml", small_scenario);
  forget("old.h5");
  for (const int call : calls_of("run small.yaml -q -o old.h5 --force")) {
    write_file("old.h5", "precious");
    const Outcome outcome = run_with({call, EIO, true}, "run small.yaml -q -o old.h5 --force");
    INFO("call " << call << " (" << outcome.failed << ")\n" << said(outcome.answer));
    if (outcome.failed.empty()) continue;
    CHECK(outcome.answer.code == 4);
    if (text_of(scratch() / "old.h5") != "precious") {
      CHECK(outcome.failed == "fsync");  // of the folder, when the new one has the name
      CHECK(restock("digest old.h5").code == 0);
    }
  }
}
