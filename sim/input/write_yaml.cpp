// Writes a document as YAML that any reader accepts: calls are quoted, so nothing depends on our own notation.
#include "input/write_yaml.hpp"

#include "input/call.hpp"
#include "input/document.hpp"
#include "input/scalars.hpp"

#include <algorithm>

namespace restock {

std::string double_quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (c == '\r')
      out += "\\r";
    else
      out += c;
  }
  return out + "\"";
}

namespace {

bool is_plain(const std::string& text) {
  if (text.empty() || trimmed(text) != text) return false;
  const auto safe = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_./%+()> -").find(c) != std::string_view::npos;
  };
  if (!std::all_of(text.begin(), text.end(), safe)) return false;
  if (std::string_view("%>-+.()/ ").find(text[0]) != std::string_view::npos && !looks_like_number(text)) return false;
  if (text.size() > 1 && text[0] == '-' && text[1] == ' ') return false;
  for (const std::string_view word : {"null", "Null", "NULL"})
    if (text == word) return false;
  return text.find("---") != 0;
}

/// An opened call whose arguments have no names is written as a call again.
bool has_positions(const Node& node) {
  return node.is_map() &&
         std::any_of(node.children.begin(), node.children.end(), [](const Node& child) { return child.key.empty(); });
}

std::string inline_text(const Node& node, bool in_call) {
  std::string out;
  if (node.is_scalar()) {
    if (in_call) {  // calls know no escapes: take the quote that the text does not contain
      const char quote = node.text.find('\'') == std::string::npos ? '\'' : '"';
      return node.quoted ? quote + node.text + quote : node.text;
    }
    return !node.quoted && is_plain(node.text) ? node.text : double_quoted(node.text);
  }
  if (node.is_list()) {
    for (const Node& child : node.children) out += (out.empty() ? "" : ", ") + inline_text(child, in_call);
    return "[" + out + "]";
  }
  if (node.is_null()) return "~";
  const Node* kind = node.find(kind_key);
  if (kind && (in_call || has_positions(node))) {
    for (const Node& child : node.children) {
      if (child.key == kind_key) continue;
      out += (out.empty() ? "" : ", ") + (child.key.empty() ? "" : child.key + ": ") + inline_text(child, true);
    }
    out = kind->text + "(" + out + ")";
    return in_call ? out : double_quoted(out);
  }
  for (const Node& child : node.children)
    out += (out.empty() ? "" : ", ") + (is_plain(child.key) ? child.key : double_quoted(child.key)) + ": " +
           inline_text(child, in_call);
  return "{" + out + "}";
}

bool is_flat(const Node& node) {
  return std::all_of(node.children.begin(), node.children.end(),
                     [](const Node& child) { return child.is_scalar() || child.is_null() || has_positions(child); });
}

void write(std::string& out, const Node& node, std::size_t depth) {
  const std::string indent(depth * 2, ' ');
  if (node.is_map() && !node.children.empty() && !has_positions(node) && (depth < 2 || !is_flat(node))) {
    for (const Node& child : node.children) {
      out += indent + (is_plain(child.key) ? child.key : double_quoted(child.key)) + ":";
      const bool block =
          !child.children.empty() && !has_positions(child) && (child.is_list() || depth == 0 || !is_flat(child));
      if (block) {
        out += "\n";
        write(out, child, depth + 1);
      } else {
        out += " " + inline_text(child, false) + "\n";
      }
    }
  } else if (node.is_list() && !node.children.empty()) {
    for (const Node& child : node.children) out += indent + "- " + inline_text(child, false) + "\n";
  } else {
    out += indent + inline_text(node, false) + "\n";
  }
}

}  // namespace

std::string one_line(const Node& node) { return node.is_scalar() ? node.text : inline_text(node, false); }

std::string write_yaml(const Document& document) {
  std::string out;
  if (document.root.is_map()) write(out, document.root, 0);
  return out;
}

}  // namespace restock
