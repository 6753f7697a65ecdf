// Every file in broken/ holds one mistake; its first line says where it is found, what it is called, and what the JSON
// Schema makes of it: `# 3:9 unknown_key | schema refuses`. Problems in a table are marked `csv`, those in a script
// `lua`.
#include "catch.hpp"
#include "input/reference.hpp"
#include "input/support.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

using namespace restock;
using namespace restock::test;

namespace {

struct Broken {
  std::string path, problems, schema;
};

std::vector<Broken> broken_files() {
  std::vector<Broken> files;
  for (const auto& entry : std::filesystem::directory_iterator(RESTOCK_SOURCE_DIR "/tests/input/broken")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string text = text_of(entry.path().string());
    const std::string first = text.substr(0, text.find('\n'));
    const auto bar = first.find(" | schema ");
    if (!first.starts_with("# ") || bar == std::string::npos)
      throw std::runtime_error(entry.path().string() + " does not say what is wrong with it");
    std::string schema = first.substr(bar + 10);
    files.push_back({entry.path().string(), first.substr(2, bar - 2), schema.substr(0, schema.find(':'))});
  }
  std::sort(files.begin(), files.end(), [](const Broken& a, const Broken& b) { return a.path < b.path; });
  return files;
}

/// What the schema makes of files: path → accepts, refuses, unread.
std::map<std::string, std::string> schema_verdicts(const Scratch& scratch, const std::vector<std::string>& files) {
  scratch.write("schema.json", json_schema());
  std::string command =
      "/usr/bin/python3 '" RESTOCK_SOURCE_DIR "/tests/input/schema_check.py' '" + scratch.path("schema.json") + "'";
  for (const std::string& file : files) command += " '" + file + "'";
  std::FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe);
  std::string output;
  char chunk[4096];
  while (const std::size_t n = std::fread(chunk, 1, sizeof chunk, pipe)) output.append(chunk, n);
  INFO("needs python3-jsonschema and python3-yaml");
  REQUIRE(pclose(pipe) == 0);
  std::map<std::string, std::string> verdicts;
  std::istringstream lines(output);
  for (std::string word, path; lines >> word && std::getline(lines >> std::ws, path);) verdicts[path] = word;
  return verdicts;
}

}  // namespace

TEST_CASE("every broken scenario is refused at the right place for the right reason") {
  const auto files = broken_files();
  REQUIRE(files.size() > 100);
  for (const Broken& file : files) {
    INFO(file.path);
    Issues issues;
    const Document document = load_document(file.path, issues);
    CHECK_FALSE(validate(document, issues));
    INFO(long_form(issues));
    CHECK(short_form(issues, file.path) == file.problems);
    for (const Issue& issue : issues) CHECK_FALSE(issue.problem.empty());
  }
}

TEST_CASE("the JSON Schema refuses what a schema can refuse") {
  const Scratch scratch;
  const auto files = broken_files();
  std::vector<std::string> paths;
  for (const Broken& file : files) paths.push_back(file.path);
  auto verdicts = schema_verdicts(scratch, paths);
  for (const Broken& file : files) {
    INFO(file.path);
    CHECK(verdicts[file.path] == file.schema);
  }
}

TEST_CASE("every shipped scenario is right, for the reader and for the JSON Schema") {
  const Scratch scratch;
  std::vector<std::string> written;
  for (const auto& entry : std::filesystem::directory_iterator(RESTOCK_SOURCE_DIR "/scenarios")) {
    if (entry.path().extension() != ".yaml") continue;
    Issues issues;
    const Document document = load_document(entry.path().string(), issues);
    INFO(entry.path().string());
    CHECK(validate(document, issues));
    INFO(long_form(issues));
    CHECK(issues.empty());
    // As written, calls such as gamma(mean: 3 d, cv: 1) are beyond plain YAML; the program's own form quotes them.
    const std::string name = entry.path().filename().string();
    scratch.write(name, write_yaml(document));
    written.push_back(scratch.path(name));
  }
  for (const auto& [path, verdict] : schema_verdicts(scratch, written)) {
    INFO(path);
    CHECK(verdict == "accepts");
  }
}
