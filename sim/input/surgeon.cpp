// Where the path of a patch leads in the tree, and what setting it does there.
#include "input/surgeon.hpp"

#include "input/edit.hpp"
#include "input/kinds.hpp"
#include "input/section.hpp"
#include "input/table.hpp"
#include "input/words.hpp"

#include <algorithm>
#include <charconv>

namespace restock {

namespace {

struct Segment {
  std::string name;
  long index = -1;  ///< of `[3]`
};

/// Splits `lanes."a->b".transit` and `initial[0].units`; nullopt when it is not well formed.
std::optional<std::vector<Segment>> split_path(std::string_view text) {
  std::vector<Segment> segments;
  std::size_t at = 0;
  while (true) {
    Segment segment;
    if (at >= text.size()) return std::nullopt;
    if (text[at] == '"' || text[at] == '\'') {
      const auto end = text.find(text[at], at + 1);
      if (end == std::string_view::npos) return std::nullopt;
      segment.name = std::string(text.substr(at + 1, end - at - 1));
      at = end + 1;
    } else if (text[at] == '[') {
      const auto end = text.find(']', at);
      if (end == std::string_view::npos) return std::nullopt;
      const auto [last, error] = std::from_chars(text.data() + at + 1, text.data() + end, segment.index);
      if (error != std::errc() || last != text.data() + end || segment.index < 0) return std::nullopt;
      at = end + 1;
    } else {
      const auto end = std::min(text.find_first_of(".[", at), text.size());
      segment.name = std::string(text.substr(at, end - at));
      at = end;
    }
    if (segment.name.empty() && segment.index < 0) return std::nullopt;
    segments.push_back(std::move(segment));
    if (at == text.size()) return segments;
    if (text[at] == '.')
      ++at;
    else if (text[at] != '[')
      return std::nullopt;
  }
}

/// Applies one patch to a tree.
class Surgeon {
 public:
  Surgeon(Sources& sources, Report& report, const Patch& patch, Node value, Where where)
      : sources_(sources),
        report_(report),
        patch_(patch),
        value_(std::move(value)),
        where_(where),
        path_{nullptr, patch_.path, -1} {}

  bool apply(Node& root) {
    const auto segments = split_path(patch_.path);
    if (!segments)
      return fail("bad_path", "`" + patch_.path + "` is not a path",
                  "write section.name.key; names with odd characters in quotes, list positions as [0]");
    section_ = segments->front().name;
    if (!check_section()) return false;
    if (segments->size() == 1) return set(root, segments->front(), false);
    const auto shape = section_shape(section_);
    Node* at = root.find(section_);
    if (!at && (shape || section_ == "customers")) at = &add_section(root);
    if (!at) return fail("unknown_path", "`" + section_ + "` is not given in the scenario", {});
    for (std::size_t i = 1; at && i < segments->size(); ++i) {
      const bool items = i == 1 && shape.has_value();
      if (items && !open_tables(*at, section_, (*segments)[i], *shape)) return false;
      if (at->is_scalar() || at->is_map()) {
        if (at->is_scalar() && !is_call(*at))
          return fail("unknown_path", upto(*segments, i) + " is `" + at->text + "`, which has no parameters to set",
                      "set it as a whole: " + upto(*segments, i));
        if (!items && (at->is_scalar() || at->find(kind_key)) && !open_call(*at, (*segments)[i].name, path_, report_))
          return false;
      }
      if (i + 1 == segments->size()) return set(*at, (*segments)[i], items);
      at = step(*at, *segments, i, items ? section_ : std::string());
    }
    return false;
  }

 private:
  bool check_section() {
    if (section_ == "alternatives") return fail("bad_path", "alternatives cannot be changed by a patch", {});
    std::vector<std::string_view> sections = keys_of<Scenario>().all;
    std::erase(sections, "alternatives");
    if (std::find(sections.begin(), sections.end(), section_) != sections.end()) return true;
    return fail("unknown_path", "`" + section_ + "` is not a key of a scenario", hint_among(section_, sections));
  }
  Node& add_section(Node& root) const {
    Node made;
    made.kind = Node::Kind::map;
    made.key = section_;
    made.where = made.key_where = where_;
    return root.children.emplace_back(std::move(made));
  }
  bool fail(const char* code, const std::string& problem, const std::string& hint) {
    report_.error(where_, path_, {code, problem, hint});
    return false;
  }
  static std::string upto(const std::vector<Segment>& segments, std::size_t end) {
    std::string text;
    for (std::size_t i = 0; i < end; ++i) {
      if (segments[i].index >= 0)
        text += "[" + std::to_string(segments[i].index) + "]";
      else
        text += (i ? "." : "") + segments[i].name;
    }
    return text;
  }

  /// Turns tables into lists of items when the wanted item is not among those written out.
  bool open_tables(Node& section, const std::string& name, const Segment& wanted, const TableShape& shape) {
    if (section.is_scalar()) {  // products: products.csv
      Node element;
      element.kind = Node::Kind::map;
      element.where = section.where;
      Node file = section;
      file.key = file_key;
      element.children.push_back(std::move(file));
      section.kind = Node::Kind::list;
      section.text.clear();
      section.children = {std::move(element)};
    }
    if (wanted.name == "+" || !section.is_list() || find_item(section, name, wanted)) return true;
    std::vector<Node> items;
    for (Node& element : section.children) {
      const Node* file = element.find(file_key);
      if (!file && !(element.is_scalar() && element.text.ends_with(".csv"))) {
        items.push_back(std::move(element));
        continue;
      }
      const Node defaults = file ? table_defaults(element) : Node{};
      const Node named = file ? *file : element;
      if (!each_row(sources_, report_, named.text, named, file ? &defaults : nullptr, shape, path_,
                    [&](const Node& row) {
                      items.push_back(row);
                      return true;
                    }))
        return false;
    }
    section.children = std::move(items);
    return true;
  }

  Node* find_item(Node& list, const std::string& section, const Segment& wanted) {
    if (wanted.index >= 0) {
      const auto position = static_cast<std::size_t>(wanted.index);
      // Positions count rows of tables too, so they are known only where no table comes before.
      for (std::size_t i = 0; i <= position && i < list.children.size(); ++i)
        if (is_table(list.children[i]) || (list.children[i].is_scalar() && list.children[i].text.ends_with(".csv")))
          return nullptr;
      return position < list.children.size() ? &list.children[position] : nullptr;
    }
    for (Node& item : list.children)
      if (!is_table(item) && item_name(section, item) == wanted.name) return &item;
    return nullptr;
  }

  Node* step(Node& at, const std::vector<Segment>& segments, std::size_t i, const std::string& section) {
    const Segment& segment = segments[i];
    Node* next = nullptr;
    std::vector<std::string> names;
    if (at.is_map() && segment.index < 0) {
      next = at.find(segment.name);
      for (const Node& child : at.children) names.push_back(child.key);
    } else if (at.is_list()) {
      next = find_item(at, section, segment);
      for (const Node& child : at.children) names.push_back(item_name(section, child));
    }
    if (next) return next;
    std::erase(names, std::string());
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string wanted = upto(segments, i + 1);
    fail("unknown_path", wanted + " does not exist",
         names.empty() ? "nothing is written there; add it as a whole first: " + wanted + ": { … }"
                       : hint_among(segment.name, views));
    return nullptr;
  }

  bool set(Node& at, const Segment& segment, bool items) {
    if (segment.name == "+") return append(at, items);
    if (at.is_list()) return set_in_list(at, segment);
    if (!at.is_map() || segment.index >= 0)
      return fail("unknown_path", "`" + patch_.path + "`: positions such as [0] belong to lists", {});
    if (!value_.is_null()) return set_key(at, segment.name, value_, path_, report_);
    if (remove_key(at, segment.name)) return true;
    std::vector<std::string_view> names;
    for (const Node& child : at.children) names.push_back(child.key);
    return fail("unknown_path", "there is no " + segment.name + " to remove", hint_among(segment.name, names));
  }

  bool set_in_list(Node& list, const Segment& segment) {
    Node* there = find_item(list, section_, segment);
    if (!there && segment.index < 0 && !value_.is_null()) {  // a new item by name
      if (!value_.is_map())
        return fail("unknown_path", "there is no " + segment.name + " here",
                    "a new item is a mapping: { key: value, … }");
      Node item = value_;
      name_item(item, segment.name);
      list.children.push_back(std::move(item));
      return true;
    }
    if (!there)
      return fail(
          "unknown_path",
          "there is no " + (segment.index >= 0 ? "[" + std::to_string(segment.index) + "]" : segment.name) + " here",
          {});
    if (value_.is_null()) {
      list.children.erase(list.children.begin() + (there - list.children.data()));
      return true;
    }
    const Node* old_name = there->find(name_key);
    Node item = value_;
    if (old_name && item.is_map()) name_item(item, old_name->text);
    there->take_value(std::move(item));
    return true;
  }

  void name_item(Node& item, const std::string& name) const {
    if (item.find(name_key)) return;
    Node node = scalar_node(name, where_);
    node.key = name_key;
    node.key_where = where_;
    item.children.insert(item.children.begin(), std::move(node));
  }

  bool append(Node& at, bool items) {
    if (value_.is_null()) return fail("missing_value", "`+` adds an item, so it needs a value", {});
    if (at.is_list()) {
      at.children.push_back(value_);
      at.children.back().key.clear();
      return true;
    }
    if (!at.is_map() || !items) return fail("unknown_path", "`+` adds an item to a section or a list", {});
    Node item = value_;
    std::string name = item_name(section_, item);
    if (name.empty() && at.children.empty()) {  // a section that was not written takes a list as well
      at.kind = Node::Kind::list;
      at.children.push_back(std::move(item));
      return true;
    }
    if (name.empty())
      return fail("missing_key", "name is missing: items of this section are written by name", "add name: to the item");
    if (at.find(name))
      return fail("duplicate_name", "there is a " + name + " already",
                  "set " + patch_.path.substr(0, patch_.path.size() - 1) + name + " to replace it");
    remove_key(item, name_key);
    item.key = name;
    item.key_where = where_;
    at.children.push_back(std::move(item));
    return true;
  }

  Sources& sources_;
  Report& report_;
  const Patch& patch_;
  Node value_;
  Where where_;
  Path path_;
  std::string section_;  ///< first segment of the path
};

}  // namespace

bool apply_patch(Node& root, Sources& sources, Report& report, const Patch& patch, Node value, Where where) {
  return Surgeon(sources, report, patch, std::move(value), where).apply(root);
}

}  // namespace restock
