// The house as it stands: every file of the checkout held against its rules.
#include "catch.hpp"
#include "house/doors.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

namespace {

namespace fs = std::filesystem;

const fs::path checkout = RESTOCK_SOURCE_DIR;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// Files that are or will be committed, relative to the checkout. Where there is no git (an unpacked archive), all
/// files but those of a build.
std::vector<std::string> files_of_the_project() {
  std::vector<std::string> files;
  const std::string command = "git -c safe.directory='*' -C '" + checkout.string() +
                              "' ls-files -z --cached --others --exclude-standard 2>/dev/null";
  if (FILE* git = ::popen(command.c_str(), "r")) {
    std::string name;
    for (int c = std::fgetc(git); c != EOF; c = std::fgetc(git)) {
      if (c != 0) {
        name += static_cast<char>(c);
        continue;
      }
      if (fs::is_regular_file(checkout / name)) files.push_back(name);
      name.clear();
    }
    ::pclose(git);
  }
  if (!files.empty()) return files;
  for (auto entry = fs::recursive_directory_iterator(checkout); entry != fs::recursive_directory_iterator(); ++entry) {
    const std::string name = fs::relative(entry->path(), checkout).string();
    if (entry.depth() == 0 && (name.starts_with("build") || name == ".git")) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      files.push_back(name);
    }
  }
  return files;
}

bool is_code_of_a_room(const std::string& name) {
  return (name.starts_with("sim/") || name.starts_with("analysis/")) &&
         (name.ends_with(".hpp") || name.ends_with(".cpp"));
}

}  // namespace

TEST_CASE("nobody in the house uses a door that is not in the table") {
  const auto doors = house::parse_doors(text_of(checkout / "sim/doors.txt"));
  std::size_t seen = 0;
  for (const auto& name : files_of_the_project()) {
    if (!is_code_of_a_room(name)) continue;
    ++seen;
    for (const auto& complaint : house::broken_rules(doors, name, text_of(checkout / name))) FAIL_CHECK(complaint);
  }
  CHECK(seen > 5);
}

TEST_CASE("every include of ours names a file that exists") {
  for (const auto& name : files_of_the_project()) {
    if (!is_code_of_a_room(name)) continue;
    std::istringstream code(house::code_of(text_of(checkout / name), true));
    for (std::string line; std::getline(code, line);) {
      if (!line.starts_with("#include \"")) continue;
      const std::string header = line.substr(10, line.find('"', 10) - 10);
      INFO(name << " includes " << header);
      CHECK((fs::exists(checkout / "sim" / header) || fs::exists(checkout / header)));
    }
  }
}

// Two types of one name in one program make one of each template that is made of them, and no linker says which.
TEST_CASE("no two headers have a type of the same name") {
  const std::regex type(R"(^(?:struct|class|enum class) (\w+)(?: final)?(?: :[^;]*)? \{)");
  std::map<std::string, std::string> homes;
  for (const auto& name : files_of_the_project()) {
    if (!is_code_of_a_room(name) || !name.ends_with(".hpp")) continue;
    std::istringstream code(house::code_of(text_of(checkout / name), false));
    std::smatch found;
    for (std::string line; std::getline(code, line);)
      if (std::regex_search(line, found, type)) {
        const auto [home, is_new] = homes.emplace(found[1], name);
        if (!is_new) FAIL_CHECK(found[1] << " is a type of " << home->second << " and of " << name);
      }
  }
  CHECK(homes.size() > 300);
}

TEST_CASE("the top level holds what it may hold") {
  const std::set<std::string> allowed = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "analysis",
                                         "scenarios",      "scripts",           "sim",     "tests"};
  for (const auto& name : files_of_the_project()) {
    const std::string top = name.substr(0, name.find('/'));
    INFO(name);
    CHECK((allowed.contains(top) || top.starts_with(".")));
  }
}

TEST_CASE("no file names a path of the machine it was written on") {
  for (const auto& name : files_of_the_project()) {
    INFO(name);
    CHECK_FALSE(house::names_a_machine_path(text_of(checkout / name)));
  }
}
