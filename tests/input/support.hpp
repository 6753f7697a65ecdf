// What the tests of the input room share: scenarios from text, problems as text, scratch folders.
#pragma once

#include "input/read.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace restock::test {

/// `3:9 unknown_key, csv 2:1 ragged_row`: places and codes; problems in tables are marked.
inline std::string short_form(const Issues& issues, const std::string& scenario_file) {
  std::string text;
  for (const Issue& issue : issues)
    text += (text.empty() ? "" : ", ") +
            std::string(issue.file == scenario_file ? "" : (issue.file.ends_with(".lua") ? "lua " : "csv ")) +
            std::to_string(issue.line) + ":" + std::to_string(issue.column) + " " + issue.code;
  return text;
}

inline std::string long_form(const Issues& issues) {
  std::string text;
  for (const Issue& issue : issues) text += describe(issue, std::string());
  return text;
}

/// A scenario that is right, with one section replaced or added: `length`, `products`, … are lines of their own.
inline std::string scenario_text(const std::string& extra = {}, const std::string& replaced = {}) {
  const std::pair<const char*, const char*> lines[] = {
      {"length", "length: 10 d"},
      {"products", "products: { p: {} }"},
      {"sites", "sites: { a: { kind: supplier }, b: { kind: store } }"},
      {"lanes", "lanes: [{ from: a, to: b, transit: 1 d }]"},
      {"demand", "demand: { d: { at: b, arrivals: poisson(1 per d) } }"},
      {"replenishment", "replenishment: { stores: { at: b, policy: min_max, s: 2, S: 4 } }"}};
  std::string text;
  for (const auto& [key, line] : lines)
    if (key != replaced) text += std::string(line) + "\n";
  return text + extra + "\n";
}

/// Reads a text that has to be right.
inline Scenario must_read(const std::string& text, const std::string& folder = {}) {
  Issues issues;
  const auto scenario = read_scenario(parse_document(text, "test.yaml", folder, issues), issues);
  if (!scenario) throw std::runtime_error(long_form(issues) + text);
  return *scenario;
}

/// Reads a document that has to be right.
inline Scenario must_read(const Document& document) {
  Issues issues;
  const auto scenario = read_scenario(document, issues);
  if (!scenario) throw std::runtime_error(long_form(issues) + write_yaml(document));
  return *scenario;
}

/// The problems of a text that has to be wrong, in short form.
inline std::string problems_of(const std::string& text, const std::string& folder = {}) {
  Issues issues;
  validate(parse_document(text, "test.yaml", folder, issues), issues);
  return short_form(issues, "test.yaml");
}

/// A folder that goes when the test ends.
class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "restock-input-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no scratch folder");
    folder_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string path(const std::string& name = {}) const { return name.empty() ? folder_ : folder_ + "/" + name; }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
  }

 private:
  std::string folder_;
};

inline std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace restock::test
