// Runs the built command the way a user does: in a shell, in a folder of its own. For the tests of this folder.
#pragma once

#include <sys/wait.h>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

inline std::filesystem::path scratch() { return std::getenv("RESTOCK_TEST_TMP"); }

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Answer {
  int code = -1;
  std::string out, err;
};

/// `shell` runs before the command in the same shell (limits, variables); `under` goes
/// before it; paths in `arguments` are relative to scratch.
inline Answer restock(const std::string& arguments, const std::string& shell = "true", const std::string& under = "") {
  const std::string quoted = "cd '" + scratch().string() + "' && " + shell + " && " + under + "'" RESTOCK_BINARY "' " +
                             arguments + " >out.txt 2>err.txt </dev/null";
  const int status = std::system(("bash -c \"" + quoted + "\"").c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), text_of(scratch() / "out.txt"),
          text_of(scratch() / "err.txt")};
}

/// For the shell of a command that is killed, or may write little. Where lines are counted (scripts/coverage), one that
/// cannot finish writing its counts would spoil those of all others: it writes them elsewhere.
inline const std::string counted_apart = "export GCOV_PREFIX=apart";

inline std::string shipped(const std::string& name) { return RESTOCK_SOURCE_DIR "/scenarios/" + name; }

inline void write_file(const std::string& name, const std::string& text) {
  std::ofstream(scratch() / name, std::ios::binary) << text;
}

/// A small valid scenario for tests that spoil something.
inline const char* small_scenario = R"(name: small
length: 30 d
replications: 4
products: { kettle: { cost: 10, price: 20 } }
sites: { maker: { kind: supplier }, shop: { kind: store } }
lanes: [{ from: maker, to: shop, transit: 3 d }]
demand: { walk-in: { at: shop, arrivals: poisson(5 per d), patience: exponential(2 d) } }
replenishment: { shop: { at: shop, policy: min_max, s: 15, S: 40 } }
alternatives: { more: { replenishment.shop.s: 20 } }
)";

/// The same with other patches for its alternative.
inline std::string small_with(const std::string& patches) {
  std::string text = small_scenario;
  const std::string written = "{ replenishment.shop.s: 20 }";
  return text.replace(text.find(written), written.size(), patches);
}
