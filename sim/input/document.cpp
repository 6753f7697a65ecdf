// Loads a scenario file.
#include "input/document.hpp"

#include "input/source.hpp"
#include "input/yaml.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace restock {

std::uint32_t Sources::add(const std::string& name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<std::uint32_t>(i);
  names.push_back(name);
  texts.emplace_back();
  return static_cast<std::uint32_t>(names.size() - 1);
}

std::uint32_t Sources::add_text(const std::string& name, std::string text) {
  names.push_back(name);
  texts.push_back(std::make_shared<const std::string>(std::move(text)));
  return static_cast<std::uint32_t>(names.size() - 1);
}

std::string Sources::table_path(const std::string& name) const {
  return folder.empty() ? name : (std::filesystem::path(folder) / name).string();
}

std::string Sources::line_of(const Issue& issue) const {
  if (issue.line <= 0) return {};
  const auto pick = [&](std::istream& in) {
    std::string line;
    for (int n = 0; n < issue.line; ++n)
      if (!std::getline(in, line)) return std::string();
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] != issue.file || !texts[i]) continue;
    std::istringstream in(*texts[i]);
    return pick(in);
  }
  std::ifstream in(issue.file, std::ios::binary);
  return pick(in);
}

Document parse_document(std::string text, const std::string& name, const std::string& folder, Issues& issues) {
  Document document;
  document.sources.folder = folder;
  document.sources.add(name);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  document.sources.texts[0] = std::make_shared<const std::string>(std::move(text));
  const std::string& kept = *document.sources.texts[0];
  Report report(issues, document.sources.names);
  if (!check_characters(kept, 0, report)) return document;
  auto root = parse_yaml(kept, 0, report);
  if (!root) return document;
  if (root->is_null()) {
    report.error({0, 1, 1}, {},
                 {"empty_file", "the scenario is empty", "it needs at least products, sites, demand and length"});
  } else if (!root->is_map()) {
    report.error(root->where, {}, {"wrong_type", "a scenario is a mapping of keys to values", "begin with name: …"});
  } else {
    document.root = std::move(*root);
    document.broken = report.errors() > 0;
  }
  return document;
}

Document load_document(const std::string& path, Issues& issues) {
  Fault fault;
  auto text = read_file(path, largest_scenario, fault);
  if (text) return parse_document(std::move(*text), path, std::filesystem::path(path).parent_path().string(), issues);
  Document document;
  document.sources.add(path);
  Report(issues, document.sources.names).error({0, 0, 0}, {}, fault);
  return document;
}

}  // namespace restock
