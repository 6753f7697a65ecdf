// Patches: those that a document declares, those of the command line, and documents with patches applied.
#include "input/patch.hpp"

#include "input/section.hpp"
#include "input/surgeon.hpp"
#include "input/yaml.hpp"

namespace restock {

namespace {

void set_file(Node& node, std::uint32_t file) {
  node.where.file = node.key_where.file = file;
  for (Node& child : node.children) set_file(child, file);
}

}  // namespace

std::vector<Alternative> alternatives(const Document& document, Issues& issues) {
  std::vector<Alternative> all;
  const Node* written = document.root.find("alternatives");
  if (!written) return all;
  Report report(issues, document.sources.names);
  const Path here{nullptr, "alternatives", -1};
  if (!written->is_map()) {
    report.error(written->where, here,
                 {"wrong_type", "is not a mapping of names to patches", "write name: { path: value, … }"});
    return all;
  }
  for (const Node& node : written->children) {
    const Path path = here.named(node.key);
    Alternative alternative{node.key, {}};
    auto fault = name_fault(node.key);
    if (node.key == base_name)
      fault = Fault{"bad_name", "base is the name of the scenario as written", "choose another name"};
    if (fault) report.error(node.key_where, path, *fault);
    if (!node.is_map()) {
      report.error(node.where, path,
                   {"wrong_type", "is not a mapping of paths to values",
                    "write { replenishment.stores.S: 12 }; {} changes nothing"});
      continue;
    }
    for (const Node& change : node.children) {
      Patch patch{change.key, change, change.key_where, {}};
      patch.value.key.clear();
      alternative.patches.push_back(std::move(patch));
    }
    if (!fault) all.push_back(std::move(alternative));
  }
  return all;
}

Patch parse_patch(std::string_view text, Issues& issues) {
  Patch patch;
  patch.text = std::string(text);
  const std::vector<std::string> names{"--set " + patch.text};
  Report report(issues, names);
  std::size_t equals = std::string_view::npos;
  char quote = 0;
  for (std::size_t i = 0; i < text.size() && equals == std::string_view::npos; ++i) {
    if (quote)
      quote = text[i] == quote ? '\0' : quote;
    else if (text[i] == '"' || text[i] == '\'')
      quote = text[i];
    else if (text[i] == '=')
      equals = i;
  }
  patch.where = {no_file, 1, 1};
  if (equals == std::string_view::npos || equals == 0) {
    report.error(
        {0, 1, 1}, {},
        {"bad_path", "`" + patch.text + "` is not a patch", "write path=value, e.g. replenishment.stores.S=12"});
    return patch;
  }
  patch.path = std::string(text.substr(0, equals));
  const std::string value = std::string(equals + 1, ' ') + std::string(text.substr(equals + 1));
  if (!check_characters(text, 0, report)) return patch;
  auto node = parse_yaml(value, 0, report);
  if (!node) return patch;
  if (node->is_null() && value.find_first_of("~n") == std::string::npos) {
    report.error({0, 1, static_cast<int>(equals) + 2}, {},
                 {"missing_value", "the value is missing", "~ removes a key"});
    return patch;
  }
  set_file(*node, no_file);
  patch.value = std::move(*node);
  return patch;
}

Document patched(const Document& document, const std::vector<Patch>& patches, Issues& issues) {
  Document result = document;
  for (const Patch& patch : patches) {
    Node value = patch.value;
    Where where = patch.where;
    if (where.file == no_file) {
      where.file = result.sources.add_text("--set " + patch.text, patch.text);
      set_file(value, where.file);
    }
    Report report(issues, result.sources.names);
    if (!apply_patch(result.root, result.sources, report, patch, std::move(value), where)) result.broken = true;
  }
  return result;
}

}  // namespace restock
