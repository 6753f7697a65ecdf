// How a section of the scenario is written.
#include "input/section.hpp"

#include "input/kinds.hpp"
#include "input/scalars.hpp"

namespace restock {

namespace {

/// Walks the scenario's keys for a section of this name.
struct SectionShapes : Silent {
  std::string_view wanted;
  std::optional<TableShape> found;
  template <class T>
  void required(std::string_view key, T& value, std::string_view help) {
    optional(key, value, help);
  }
  template <class T>
  void optional(std::string_view key, T&, std::string_view) {
    if constexpr (is_section<T>) {
      using Item = typename T::value_type;
      if (key != wanted) return;
      const KeyNames names = keys_of<Item>();
      found = TableShape{names.all, names.needed};
      found->keys.push_back(name_key);
      if (name_required<Item>) found->needed.push_back(name_key);
    }
  }
};

}  // namespace

std::optional<Fault> name_fault(std::string_view name) {
  const auto bad = [](const std::string& problem) {
    return Fault{"bad_name", problem, "names appear in paths such as sites.reno.kind and in globs such as store-*"};
  };
  if (trimmed(name).empty()) return bad("the name is empty");
  if (trimmed(name) != name) return bad("the name `" + std::string(name) + "` begins or ends with a blank");
  if (name == "+") return bad("the name + is reserved");
  for (const char c : name) {
    if (std::string_view(".*?[]\"\n").find(c) != std::string_view::npos)
      return bad(c == '\n' ? "the name has more than one line" : "the name `" + std::string(name) + "` contains " + c);
  }
  return std::nullopt;
}

std::string item_name(std::string_view section, const Node& item) {
  if (const Node* name = item.find(name_key); name && name->is_scalar()) return name->text;
  if (section != "lanes") return {};
  const Node* from = item.find("from");
  const Node* to = item.find("to");
  return from && to && from->is_scalar() && to->is_scalar() ? from->text + "->" + to->text : std::string();
}

std::optional<TableShape> section_shape(std::string_view section) {
  SectionShapes sections;
  sections.wanted = section;
  Scenario example;
  Scenario::fields(example, sections);
  return sections.found;
}

bool is_table(const Node& element) {
  const Node* file = element.find(file_key);
  return file != nullptr && !file->text.ends_with(".lua");  // a rule's own file
}

Node table_defaults(const Node& element) {
  Node defaults = element;
  std::erase_if(defaults.children, [](const Node& child) { return child.key == file_key; });
  return defaults;
}

}  // namespace restock
