// restock show of a sweep that is under way: once off a terminal, redrawn on one until it is done.
#include "sweep_scenario.hpp"

namespace {

/// What a terminal shows of a command that ends by itself; `script` gives it one.
std::string on_a_terminal(const std::string& arguments, const std::string& before) {
  const std::string line = "cd '" + scratch().string() + "'; " + before +
                           " timeout 900 script -qec \"'" RESTOCK_BINARY "' " + arguments +
                           "\" /dev/null >terminal.txt 2>&1 </dev/null; wait";
  write_file("watch.sh", line + "\n");
  CHECK(std::system(("bash '" + (scratch() / "watch.sh").string() + "'").c_str()) == 0);
  return text_of(scratch() / "terminal.txt");
}

}  // namespace

TEST_CASE("show of a finished sweep is its table; of work that lies still, how far it is") {
  write_file("sweep.yaml", small_sweep());
  forget("seen.h5");
  REQUIRE(restock("sweep sweep.yaml -q -o seen.h5 --shard 1/3").code == 0);
  const Answer part = restock("show seen.h5 --watch");  // no terminal: once
  CHECK(part.code == 0);
  CHECK(part.out.find("16 of 48 cells") != std::string::npos);
  CHECK(part.out.find("done     1\n") != std::string::npos);
  CHECK(part.out.find("missing  0,2\n") != std::string::npos);
  CHECK(part.out.find('\x1b') == std::string::npos);
  CHECK(restock("show seen.h5 --json").code == 4);
  forget("seen.h5");
  const std::string table = restock("sweep sweep.yaml -q -o seen.h5").out;
  CHECK(restock("show seen.h5").out == table);
  CHECK(restock("show seen.h5 --watch").out == table);
  CHECK(restock("show nothing.h5 --watch").code == 4);
  CHECK(restock("show seen.h5 --watch --json").code == 2);
}

TEST_CASE("a sweep is watched on a terminal until it is done, then its table is there") {
  std::string text = small_sweep();
  text.replace(text.find("replications: 4"), 15, "replications: 3000");
  text.replace(text.find("length: 30 d"), 12, "length: 300 d");
  write_file("long.yaml", text);
  forget("watched.h5");
  const std::string shown =
      on_a_terminal("show watched.h5 --watch",
                    "'" RESTOCK_BINARY
                    "' sweep long.yaml -q -o watched.h5 --threads 1 --checkpoint 0.2 >table.txt 2>&1 & "
                    "for ((i = 0; i < 500; ++i)); do [[ -e watched.h5.parts/plan.h5 ]] && break; sleep 0.02; done;");
  CHECK(shown.find("of 36000 cells") != std::string::npos);
  CHECK(shown.find("\x1b[2A\x1b[J") != std::string::npos);
  std::string table = text_of(scratch() / "table.txt");
  REQUIRE(table.size() > 100);
  for (std::size_t at = 0; (at = table.find('\n', at)) != std::string::npos; at += 2) table.insert(at, 1, '\r');
  CHECK(shown.find(table) != std::string::npos);
}
