// The visitor that reads a mapping through a `fields` description. What it meets is read by read_values.hpp,
// read_families.hpp and read_sections.hpp. Used by read.cpp only.
#pragma once

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
  bool measures_are_shares = false;          ///< in a share law `mean: 70 %`
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
  void sweep(std::string_view key, std::string_view) { take(key); }        ///< see sweep.hpp
  void attribution(std::string_view key, std::string_view) { take(key); }  ///< see attribution.hpp
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
