// The visitor that reads values of the language from nodes. One function per kind of value; items and families are
// walked through their `fields`. Used by read.cpp only.
#pragma once

#include "input/call.hpp"
#include "input/document.hpp"
#include "input/kinds.hpp"
#include "input/report.hpp"
#include "input/scalars.hpp"
#include "input/words.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// What reading needs to know besides the node.
struct ReadContext {
  Sources& sources;  ///< grows as tables are read
  Report& report;
  std::int64_t start_epoch_us = 0;
  bool start_known = true;
  const CustomerRules* customers = nullptr;  ///< defaults of demand entries
  bool measures_are_times = false;           ///< in a time law `mean: 18 d`, in a quantity law `mean: 18`
};

template <class T>
bool read_value(ReadContext& context, const Node& node, const Path& path, T& out);
template <SectionItem T>
bool read_section(ReadContext& context, const Node& node, const Path& path, std::vector<T>& out);

inline bool refuse(ReadContext& context, const Node& node, const Path& path, Fault fault) {
  context.report.error(node.where, path, fault);
  return false;
}

/// What was found where something else was expected, in words.
inline std::string found(const Node& node) {
  if (node.is_null()) return "nothing";
  if (node.is_list()) return "a list";
  if (node.is_map()) return "a mapping";
  return (node.quoted ? "the text \"" : "`") + node.text + (node.quoted ? "\"" : "`");
}

inline bool expect_scalar(ReadContext& context, const Node& node, const Path& path, std::string_view expected) {
  if (node.is_scalar()) return true;
  return refuse(context, node, path,
                node.is_null()
                    ? Fault{"missing_value", "has no value", "write " + std::string(expected) + ", or remove the key"}
                    : Fault{"wrong_type", "is " + found(node) + ", not " + std::string(expected), {}});
}

/// Walks a mapping against a `fields` description: reads each key once, then tells which keys nobody asked for.
class FieldReader {
 public:
  /// `bare`: the only field was written without its key, so messages name the place alone.
  FieldReader(ReadContext& context, const Node& map, const Path& path, bool bare = false)
      : context_(context), map_(map), path_(path), used_(map.children.size(), 0), bare_(bare) {}

  template <class T>
  void required(std::string_view key, T& out, std::string_view help) {
    if (const Node* node = take(key)) {
      read(*node, path_.named(bare_ ? std::string_view() : key), out);
    } else {
      missing(key, help);
    }
  }
  template <class T>
  void optional(std::string_view key, T& out, std::string_view) {
    if (const Node* node = take(key)) read(*node, path_.named(bare_ ? std::string_view() : key), out);
  }
  template <class... M>
  void inline_family(std::string_view key, std::variant<M...>& out, std::string_view help);
  template <class S, class E>
  void start(std::string_view key, S& text, E& epoch_us, std::string_view);
  void patches(std::string_view key, std::string_view) { take(key); }
  void reserved(std::string_view key) {
    for (std::size_t i = 0; i < map_.children.size(); ++i) {
      if (map_.children[i].key != key) continue;
      used_[i] = 1;
      context_.report.error(map_.children[i].key_where, path_.named(key),
                            {"not_supported", "is reserved, and not supported by this version yet", "remove it"});
      sections_read_ = false;
    }
  }
  /// A rule over the fields; it counts only when all of them could be read.
  void check(bool holds, std::string_view message) {
    if (!holds) broken_.push_back(message);
  }
  /// Marks a key as read elsewhere.
  void skip(std::string_view key) { take(key); }

  bool finish() {
    bool unknown = false;
    report_missing();
    for (std::size_t i = 0; i < map_.children.size(); ++i) {
      if (used_[i]) continue;
      const Node& child = map_.children[i];
      context_.report.error(child.key_where, path_.named(child.key),
                            {"unknown_key", "is not a known key", hint_among(child.key, known_)});
      unknown = true;
      if (!nearest_word(child.key, known_).empty()) suspect_ = true;
    }
    if (suspect_) return false;
    for (const std::string_view message : broken_) report_rule(message);
    return broken_.empty() && sections_read_ && !unknown;
  }

 private:
  template <class T>
  void read(const Node& node, const Path& path, T& out) {
    if constexpr (is_section<T>) {
      sections_read_ = read_section(context_, node, path, out) && sections_read_;
    } else {
      suspect_ = !read_value(context_, node, path, out) || suspect_;
    }
  }
  const Node* take(std::string_view key) {
    known_.push_back(key);
    for (std::size_t i = 0; i < map_.children.size(); ++i)
      if (map_.children[i].key == key) return used_[i] = 1, &map_.children[i];
    return nullptr;
  }
  void missing(std::string_view key, std::string_view help) {
    suspect_ = true;
    missing_.emplace_back(key, help);
  }
  /// What is missing, unless an unknown key is taken for a misspelling of it: one mistake, one message.
  void report_missing() {
    for (const auto& [key, help] : missing_) {
      bool misspelt = false;
      for (std::size_t i = 0; i < map_.children.size(); ++i)
        misspelt = misspelt || (!used_[i] && nearest_word(map_.children[i].key, known_) == key);
      if (!misspelt)
        context_.report.error(
            map_.where, path_,
            {"missing_key", std::string(key) + " is missing", std::string(key) + ": " + std::string(help)});
    }
  }
  /// A rule is shown where its first word, a key, was written.
  void report_rule(std::string_view message) {
    const std::string_view word = message.substr(0, message.find(' '));
    Where where = map_.where;
    for (const Node& child : map_.children)
      if (child.key == word) where = child.where;
    context_.report.error(where, path_, {"rule", std::string(message), {}});
  }

  ReadContext& context_;
  const Node& map_;
  const Path& path_;
  std::vector<char> used_;
  std::vector<std::string_view> known_;
  std::vector<std::string_view> broken_;
  std::vector<std::pair<std::string_view, std::string_view>> missing_;
  bool bare_;
  bool suspect_ = false;  // a field of this mapping could not be read, or is misspelt: its rules cannot be judged
  bool sections_read_ = true;
};

template <class T>
bool read_fields(ReadContext& context, const Node& map, const Path& path, T& out) {
  FieldReader reader(context, map, path);
  T::fields(out, reader);
  return reader.finish();
}

/// Gives positional arguments of a call the names of the member's fields, in their order.
template <class M>
bool name_arguments(ReadContext& context, Node& call, const Path& path) {
  if (std::none_of(call.children.begin(), call.children.end(), [](const Node& child) { return child.key.empty(); }))
    return true;
  const std::vector<std::string_view> order = keys_of<M>(false).all;
  std::size_t position = 0;
  bool named = false;
  for (Node& child : call.children) {
    if (child.key == kind_key) continue;
    if (!child.key.empty()) {
      named = true;
      continue;
    }
    if (named)
      return refuse(
          context, child, path,
          {"bad_call", "a parameter without name follows one with a name", "give all later parameters a name"});
    if (position >= order.size()) {
      return refuse(context, child, path,
                    {"bad_call",
                     std::string(M::name) + " takes " + std::to_string(order.size()) + " parameter" +
                         (order.size() == 1 ? "" : "s"),
                     order.empty() ? "write " + std::string(M::name) : hint_among("", order)});
    }
    child.key = order[position++];
    child.key_where = child.where;
    const auto same = std::count_if(call.children.begin(), call.children.end(),
                                    [&](const Node& other) { return other.key == child.key; });
    if (same > 1)
      return refuse(context, child, path, {"given_twice", child.key + " is given twice, by place and by name", {}});
  }
  return true;
}

template <class M, class V>
bool read_member(ReadContext& context, Node& call, const Path& path, bool bare, V& out) {
  if (!name_arguments<M>(context, call, path)) return false;
  M member{};
  FieldReader reader(context, call, path, bare);
  reader.skip(kind_key);
  M::fields(member, reader);
  if (!reader.finish()) return false;
  out = std::move(member);
  return true;
}

template <class... M>
bool unknown_member(ReadContext& context, const Node& at, const Path& path, std::string_view name,
                    const std::variant<M...>&) {
  const std::vector<std::string_view> names{M::name...};
  const std::string_view near = nearest_word(name, names);
  std::string list;
  for (const std::string_view known : names) list += (list.empty() ? "" : ", ") + std::string(known);
  return refuse(context, at, path,
                {"unknown_kind", "`" + std::string(name) + "` is not known here",
                 near.empty() ? "known: " + list : "did you mean " + std::string(near) + "?"});
}

/// A family in all its notations: a bare name, a call, a mapping with `kind`, or a bare number where it stands for one.
template <class... M>
bool read_family(ReadContext& context, const Node& node, const Path& path, std::variant<M...>& out) {
  using V = std::variant<M...>;
  Node call;
  bool bare = false;
  if (node.is_map()) {
    call = node;
  } else if (is_call(node)) {
    auto expanded = expand_call(node, path, context.report);
    if (!expanded) return false;
    call = std::move(*expanded);
  } else {
    const std::string example = "one of: " + [] {
      std::string names;
      ((names += (names.empty() ? "" : ", ") + std::string(M::name)), ...);
      return names;
    }();
    if (!expect_scalar(context, node, path, example)) return false;
    call.kind = Node::Kind::map;
    call.where = node.where;
    Node value = node;
    value.key.clear();
    if (looks_like_number(node.text) && !bare_means<V>.empty()) {
      bare = true;
      Node kind = scalar_node(std::string(bare_means<V>), node.where);
      kind.key = kind_key;
      call.children = {std::move(kind), std::move(value)};
    } else {
      value.key = kind_key;
      call.children = {std::move(value)};
    }
  }
  const Node* kind = call.find(kind_key);
  if (!kind)
    return refuse(context, node, path, {"missing_key", "kind is missing", hint_among("", FamilyNames<V>::all())});
  if (!expect_scalar(context, *kind, path.named(kind_key), "a name")) return false;
  const std::string name = kind->text;
  const Where kind_where = kind->where;
  bool ok = false;
  const bool known = ((name == M::name ? (ok = read_member<M>(context, call, path, bare, out), true) : false) || ...);
  if (known) return ok;
  Node at;
  at.where = kind_where;
  return unknown_member(context, at, path, name, out);
}

template <class... M>
void FieldReader::inline_family(std::string_view key, std::variant<M...>& out, std::string_view help) {
  const Node* node = take(key);
  if (!node) {
    missing(key, help);
    for (const std::string_view name : parameters_of<M...>()) take(name);  // its parameters cannot be judged
    return;
  }
  if (node->is_map() || is_call(*node)) {
    suspect_ = !read_family(context_, *node, path_.named(key), out) || suspect_;
    return;
  }
  suspect_ = true;
  if (!expect_scalar(context_, *node, path_.named(key), "the name of a policy")) return;
  suspect_ = false;
  const auto beside = [&]<class Member>(Member member) {
    Member::fields(member, *this);
    out = std::move(member);
  };
  const bool known = ((node->text == M::name ? (beside(M{}), true) : false) || ...);
  if (known) return;
  suspect_ = true;
  unknown_member(context_, *node, path_.named(key), node->text, out);
  for (const std::string_view name : parameters_of<M...>()) take(name);
}

template <class S, class E>
void FieldReader::start(std::string_view key, S& text, E& epoch_us, std::string_view) {
  std::string written = text;
  const bool suspect_before = suspect_;
  Fault fault;
  if (const Node* node = take(key)) {
    suspect_ = true;
    context_.start_known = false;
    if (!expect_scalar(context_, *node, path_.named(key), "a date such as 2026-01-01")) return;
    written = node->text;
    if (!parse_date(written, epoch_us, fault)) {
      refuse(context_, *node, path_.named(key), fault);
      return;
    }
    context_.start_known = true;
    suspect_ = suspect_before;
  } else {
    parse_date(written, epoch_us, fault);
  }
  text = written;
  context_.start_epoch_us = epoch_us;
}

}  // namespace restock
