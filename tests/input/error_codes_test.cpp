// The list of error codes is the one that the sources use: none is missing and none is left over.
#include "input/error_codes.hpp"
#include "catch.hpp"
#include "input/support.hpp"

#include <filesystem>
#include <map>
#include <regex>
#include <set>

using namespace restock;
using namespace restock::test;

namespace {

std::set<std::string> listed() {
  std::set<std::string> codes;
  for (const Meaning& each : error_codes()) CHECK(codes.insert(std::string(each.word)).second);
  return codes;
}

/// Sources of the rooms that complain, without their comments.
std::map<std::string, std::string> sources() {
  std::map<std::string, std::string> texts;
  for (const char* folder : {"sim", "analysis"})
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(RESTOCK_SOURCE_DIR "/") + folder)) {
      const std::string path = entry.path().string();
      if (!path.ends_with(".cpp") && !path.ends_with(".hpp")) continue;
      if (path.ends_with("input/error_codes.cpp")) continue;
      texts[path] = std::regex_replace(text_of(path), std::regex("//[^\n]*"), "");
    }
  return texts;
}

/// Every word that stands where a code does in `text`.
std::set<std::string> codes_in(const std::string& text) {
  static const std::regex forms[]{
      std::regex(R"re(\bFault\s*\{\s*"([a-z0-9_]+)")re"),
      std::regex(
          R"re(\b(?:fault|return|refuse\([^;"]*|error\([^;"]*|add\([^;"]*|bad =)\s*[=,]?\s*\{\s*"([a-z0-9_]+)",\s*(?:"[^"]* [^"]*"|as_written|shown|found|fmt|std::string\("[^"]* |[a-z.]+ \+))re"),
      std::regex(R"re(\b(?:ResultError|Refused)(?:\s+\w+)?\(\s*"([a-z0-9_]+)")re"),
      std::regex(R"re(\.code = "([a-z0-9_]+)")re"),
      std::regex(
          R"re(\b(?:complain|complain_|complaints?_?)\.(?:error|warning)\([^;"]*"?[^;"]*"?[^;"]*,\s*"([a-z0-9_]+)",)re"),
      std::regex(R"re(\breport\([^;"]*Severity::[a-z]+,\s*"([a-z0-9_]+)")re"),
      std::regex(R"re(\bprint_error\([^;"]*"([a-z0-9_]+)")re"),
      std::regex(R"re(\breturn \{exit_[a-z]+, "([a-z0-9_]+)")re"),
  };
  std::set<std::string> codes;
  for (const std::regex& form : forms)
    for (auto at = std::sregex_iterator(text.begin(), text.end(), form); at != std::sregex_iterator(); ++at)
      codes.insert((*at)[1]);
  return codes;
}

}  // namespace

TEST_CASE("every code that the sources raise is explained") {
  const std::set<std::string> known = listed();
  std::size_t seen = 0;
  for (const auto& [path, text] : sources())
    for (const std::string& code : codes_in(text)) {
      ++seen;
      INFO(path << ": " << code);
      CHECK(known.contains(code));
    }
  CHECK(seen > 150);
}

TEST_CASE("every code that a broken scenario of the tests gets is explained") {
  const std::set<std::string> known = listed();
  for (const auto& entry : std::filesystem::directory_iterator(RESTOCK_SOURCE_DIR "/tests/input/broken")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string text = text_of(entry.path().string());
    std::istringstream words(text.substr(1, text.find(" | schema ") - 1));
    for (std::string word; words >> word;) {
      if (word.find(':') != std::string::npos || word == "csv" || word == "lua" || word == "-") continue;
      while (!word.empty() && (word.back() == ',' || word.back() == ';')) word.pop_back();
      INFO(entry.path().string() << ": " << word);
      CHECK(known.contains(word));
    }
  }
}

TEST_CASE("no code is explained that nothing raises") {
  std::string all;
  for (const auto& [path, text] : sources()) all += text;
  for (const std::string& code : listed()) {
    INFO(code);
    CHECK(all.find("\"" + code + "\"") != std::string::npos);
  }
}
