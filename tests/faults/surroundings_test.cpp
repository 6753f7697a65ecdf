// Odd places to run in: streams that are closed or full, folders that cannot be written, no home, other locales, a
// clock that jumps, too little memory.
#include "faults/faults.hpp"

#include <sys/mount.h>
#include <unistd.h>

using namespace faults;

namespace {

/// In a shell of its own, with the streams of the command as they are written in `command` (`R` is the program).
int shell(const std::string& command) {
  write_file("command.sh", "cd '" + scratch().string() + "'\nR='" RESTOCK_BINARY "'\n" + command + "\n");
  const int status = std::system(("bash '" + (scratch() / "command.sh").string() + "'").c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string plain_result() {
  write_file("small.yaml", small_scenario);
  forget("plain.h5");
  REQUIRE(restock("run small.yaml -q -o plain.h5").code == 0);
  return digest_of_file("plain.h5");
}

}  // namespace

TEST_CASE("a stdout that is closed or full is an error, for every verb that answers there") {
  plain_result();
  for (const char* verb :
       {"run small.yaml", "run small.yaml --json", "validate small.yaml", "validate small.yaml --json", "list",
        "list policies", "schema", "network small.yaml", "show plain.h5", "compare plain.h5", "digest plain.h5",
        "export plain.h5", "report plain.h5", "trace small.yaml", "init", "--help", "--version"}) {
    INFO(verb);
    CHECK(shell(std::string("$R ") + verb + " >&- 2>err.txt") == 4);
    CHECK(text_of(scratch() / "err.txt").find("standard output") != std::string::npos);
    CHECK(shell(std::string("$R ") + verb + " >/dev/full 2>err.txt") == 4);
    CHECK(text_of(scratch() / "err.txt").find("disk is full") != std::string::npos);
  }
}

TEST_CASE("a stderr that is closed or full takes nothing away, and nothing is written into a result in its place") {
  const std::string plain = plain_result();
  for (const char* streams : {"2>&-", "2>/dev/full", "<&- 2>&-", "<&- >out.txt 2>&-"}) {
    INFO(streams);
    forget("quiet.h5");
    CHECK(shell(std::string("$R run small.yaml -o quiet.h5 ") + streams + " >out.txt") == 0);
    CHECK(digest_of_file("quiet.h5") == plain);
    CHECK(shell(std::string("$R run missing.yaml ") + streams) == 4);
    CHECK(shell(std::string("$R run small.yaml --no-such-option ") + streams) == 2);
  }
  forget("quiet.h5");
  CHECK(shell("$R run small.yaml -o quiet.h5 <&- >&- 2>&-") == 4);  // the summary went nowhere
  CHECK(digest_of_file("quiet.h5") == plain);
}

TEST_CASE("a reader who has seen enough ends the writer, who leaves nothing behind") {
  empty_folder();
  plain_result();
  CHECK(shell("set -o pipefail; $R export plain.h5 --format jsonl 2>err.txt | head -n 1 >out.txt") != 1);
  CHECK(text_of(scratch() / "out.txt").size() > 10);
  CHECK(text_of(scratch() / "err.txt").find("fault of restock") == std::string::npos);
  CHECK(half_files() == 0);
}

TEST_CASE("no home, no path, odd locales and time zones give the same bits and the same texts") {
  const std::string plain = plain_result();
  const std::string table = restock("show plain.h5").out;
  for (const char* surroundings : {"env -i", "env -u HOME", "env LC_ALL=de_DE.UTF-8 LANG=de_DE",
                                   "env LC_ALL=tr_TR.UTF-8", "env LC_ALL=xx", "env LC_ALL=C LC_NUMERIC=fr_FR",
                                   "env TZ=Asia/Kathmandu", "env TZ=:nonsense TMPDIR=/nonexistent HOME=/nonexistent"}) {
    INFO(surroundings);
    forget("odd.h5");
    CHECK(shell(std::string(surroundings) + " \"$R\" run small.yaml -q -o odd.h5 >out.txt 2>err.txt") == 0);
    CHECK(digest_of_file("odd.h5") == plain);
    CHECK(shell(std::string(surroundings) + " \"$R\" show odd.h5 >out.txt") == 0);
    CHECK(text_of(scratch() / "out.txt") == table);
  }
}

TEST_CASE("a clock that jumps by hours, to and fro, changes nothing and holds nothing up") {
  if (!possible) return;
  const std::string plain = plain_result();
  const std::string jumps = "export LD_PRELOAD='" RESTOCK_SHIM "' RESTOCK_CLOCK_JUMPS=1";
  forget("jump.h5");
  CHECK(restock("run small.yaml -o jump.h5", jumps, "timeout 60 ").code == 0);
  CHECK(digest_of_file("jump.h5") == plain);
  write_file("sweep.yaml", small_sweep());
  forget("a.h5");
  forget("b.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o a.h5").code == 0);
  CHECK(restock("sweep sweep.yaml -o b.h5 --threads 2", jumps, "timeout 60 ").code == 0);
  CHECK(digest_of_file("a.h5") == digest_of_file("b.h5"));
}

TEST_CASE("a folder that cannot be written is named, and nothing is run for it") {
  plain_result();
  std::filesystem::create_directories(scratch() / "locked");
  const std::string locked = (scratch() / "locked").string();
  // Root may write where the mode says no, but not where the file system is read-only.
  const bool root = ::geteuid() == 0;
  if (root) {
    if (::mount("none", locked.c_str(), "tmpfs", MS_RDONLY, nullptr) != 0) {
      WARN("no read-only file system can be mounted here: not tried");
      return;
    }
  } else {
    std::filesystem::permissions(locked, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  }
  write_file("sweep.yaml", small_sweep());
  for (const char* command :
       {"run small.yaml -q -o locked/r.h5", "sweep sweep.yaml -q -o locked/s.h5", "export plain.h5 -o locked/e.csv",
        "report plain.h5 -o locked/p.html", "run small.yaml --junit locked/j.xml", "init -o locked/i.yaml"}) {
    const Answer answer = restock(command);
    INFO(command << "\n" << answer.err);
    CHECK(answer.code == 4);
    CHECK(answer.err.find("locked") != std::string::npos);
  }
  if (root)
    ::umount(locked.c_str());
  else
    std::filesystem::permissions(locked, std::filesystem::perms::owner_all);
}

TEST_CASE("too little memory is said, whatever is the first to lack it") {
  if (!possible) return;
  empty_folder();
  write_file("small.yaml", small_scenario);
  int refused = 0;
  int done = 0;
  for (int megabytes = 20; megabytes <= 400; megabytes += megabytes < 140 ? 3 : 40) {
    const std::string limit = "ulimit -v " + std::to_string(1024 * megabytes);
    if (restock("--version", limit).code != 0) continue;  // not even the libraries fit
    forget("poor.h5");
    const Answer answer = restock("run small.yaml -q --set length='2 y' --threads 3 --detail orders -o poor.h5", limit);
    INFO(megabytes << " MB\n" << answer.err);
    ++(answer.code == 0 ? done : refused);
    if (answer.code == 0) continue;
    CHECK(answer.code == 1);
    CHECK(answer.err.find("memory") != std::string::npos);
    CHECK_FALSE(exists("poor.h5"));
    CHECK(half_files() == 0);
  }
  CHECK(refused > 0);
  CHECK(done > 0);
}
