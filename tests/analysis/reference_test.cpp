// analysis/README.md says what the program does: its tables are printed from the declarations.
// After a change of metrics or datasets: RESTOCK_REFRESH=1 build/tests/test_analysis
#include "analysis/reference.hpp"

#include "catch.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using namespace restock;

namespace {

const std::string page = std::string(RESTOCK_SOURCE_DIR) + "/analysis/README.md";

std::string read_page() {
  std::ifstream file(page, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void check_section(const std::string& name, const std::string& expected) {
  std::string text = read_page();
  const std::string opening = "<!-- " + name + ": printed from the declarations -->\n", closing = "<!-- end -->";
  const std::size_t begin = text.find(opening);
  REQUIRE(begin != std::string::npos);
  const std::size_t from = begin + opening.size(), to = text.find(closing, from);
  REQUIRE(to != std::string::npos);
  if (std::getenv("RESTOCK_REFRESH") != nullptr) {
    text.replace(from, to - from, expected);
    std::ofstream(page, std::ios::binary) << text;
    return;
  }
  CHECK(text.substr(from, to - from) == expected);
}

}  // namespace

TEST_CASE("the_page_lists_every_metric_as_declared") { check_section("metrics", metric_reference()); }
TEST_CASE("the_page_lists_every_dataset_as_declared") { check_section("datasets", dataset_reference()); }
