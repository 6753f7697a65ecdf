// Every seed, and every input that was once a find, through the door that it is for; in whatever build this is.
// The folder `seeds/<target>` holds them, `finds/<target>` what fuzzing brought to light; scenarios/ and
// tests/input/broken are seeds as well.
#include "catch.hpp"
#include "fuzz/targets.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

using namespace restock;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder, std::string_view ending = {}) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file() && (ending.empty() || entry.path().extension() == ending))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const fs::path root = RESTOCK_SOURCE_DIR;

}  // namespace

TEST_CASE("every seed and every find goes through its door") {
  for (const fuzz::Target& target : fuzz::targets) {
    std::vector<fs::path> files = files_in(root / "tests/fuzz/seeds" / target.name);
    CHECK((!files.empty() || target.name == "result" || target.name == "scenario"));
    for (const fs::path& find : files_in(root / "tests/fuzz/finds" / target.name)) files.push_back(find);
    if (target.name == "scenario")
      for (const char* folder : {"scenarios", "scenarios/templates", "tests/input/broken"})
        for (const fs::path& file : files_in(root / folder, ".yaml")) files.push_back(file);
    for (const fs::path& file : files) {
      INFO(file);
      CHECK_NOTHROW(target.function(bytes_of(file)));
    }
  }
}
