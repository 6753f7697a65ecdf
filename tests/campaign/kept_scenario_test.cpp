// What a result keeps of tables, and what is made of it again.
#include "campaign/kept_scenario.hpp"
#include "campaign/variant.hpp"
#include "catch.hpp"
#include "output/error.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace restock;

namespace {

std::string kept_text(const std::vector<std::string>& contents) {
  const std::string folder = std::string(std::getenv("RESTOCK_TEST_TMP")) + "/kept";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder + "/data");
  std::set<std::string> names;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const std::string name = folder + "/data/" + std::to_string(i) + ".csv";
    std::ofstream(name, std::ios::binary) << contents[i];
    names.insert(name);
  }
  return "name: x\nlength: 3 d\n" + tables_as_comments(names, folder);
}

}  // namespace

TEST_CASE("tables come back to the byte, however they end and whatever is in them") {
  const std::vector<std::string> contents{
      "", "a", "a\n", "a\n\nb", "\n", "\n\n\n", "x\r\ny\r\n", "--- a\n", "--- b: 3 bytes, hash 0000000000000001\n# c"};
  const KeptText kept = take_apart(kept_text(contents), "r.h5");
  CHECK(kept.scenario == "name: x\nlength: 3 d\n");
  REQUIRE(kept.tables.size() == contents.size());
  for (std::size_t i = 0; i < contents.size(); ++i) {
    CHECK(kept.tables[i].name == "data/" + std::to_string(i) + ".csv");
    CHECK(kept.tables[i].content == contents[i]);
  }
}

TEST_CASE("of a large table only the hash is kept") {
  const KeptText kept = take_apart(kept_text({std::string(most_kept_table + 1, 'x'), "small"}), "r.h5");
  REQUIRE(kept.tables.size() == 2);
  CHECK_FALSE(kept.tables[0].has_content);
  CHECK(kept.tables[0].bytes == most_kept_table + 1);
  CHECK(kept.tables[1].content == "small");
}

TEST_CASE("a text that was tampered with is refused, and so is a table that would lie elsewhere") {
  const std::string text = kept_text({"abc\n"});
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = text;
    return changed.replace(changed.find(from), from.size(), to);
  };
  CHECK_THROWS_AS(take_apart(with("# abc", "# abd"), "r.h5"), ResultError);
  CHECK_THROWS_AS(take_apart(with("4 bytes", "5 bytes"), "r.h5"), ResultError);
  CHECK_THROWS_AS(take_apart(with(", hash", ", hush"), "r.h5"), ResultError);
  for (const char* elsewhere : {"../0.csv", "/tmp/0.csv", "data/0.sh"})
    CHECK_THROWS_AS(KeptScenario(with("data/0.csv", elsewhere), "r.h5", "."), ResultError);
  std::string folder;
  {
    const KeptScenario laid_out(text, "r.h5", ".");
    folder = laid_out.folder();
    CHECK(std::filesystem::file_size(folder + "/data/0.csv") == 4);
  }
  CHECK_FALSE(std::filesystem::exists(folder));
}
