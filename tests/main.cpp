// The Catch2 runner of every test program. Each program gets an empty folder of its own, RESTOCK_TEST_TMP, under the
// build folder; what a failed test leaves there can be looked at until the next run.
#define CATCH_CONFIG_RUNNER
#include "catch.hpp"

#include <cstdlib>
#include <filesystem>

int main(int argc, char** argv) {
  const auto folder = std::filesystem::path(RESTOCK_TEST_TMP_ROOT) / std::filesystem::path(argv[0]).filename();
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  ::setenv("RESTOCK_TEST_TMP", folder.c_str(), 1);
  return Catch::Session().run(argc, argv);
}
