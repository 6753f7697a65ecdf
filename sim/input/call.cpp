// Parses call notation.
#include "input/call.hpp"

#include "input/mask.hpp"
#include "input/source.hpp"

#include <cctype>

namespace restock {

namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Where text[i] of a scalar stands. Exact for plain scalars on one line, which is how calls are written.
class Parser {
 public:
  Parser(const Node& scalar, const Path& path, Report& report)
      : text_(scalar.text), base_(scalar.where), path_(path), report_(report) {
    if (scalar.quoted) ++base_.column;
  }

  std::optional<Node> run() {
    auto node = call();
    skip();
    if (node && at_ < text_.size()) return fail("text after the closing parenthesis");
    return node;
  }

 private:
  Where where() const {
    Where here = base_;
    if (here.line > 0) here.column += static_cast<int>(characters(text_.substr(0, at_)));
    return here;
  }
  std::optional<Node> fail(const std::string& what) {
    report_.error(where(), path_,
                  {"bad_call", "`" + std::string(text_) + "`: " + what, "write name(parameter: value, …)"});
    return std::nullopt;
  }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip() {
    while (blank(peek())) ++at_;
  }
  std::string_view word() {
    const std::size_t start = at_;
    while (std::isalnum(static_cast<unsigned char>(peek())) != 0 || peek() == '_' || peek() == '-') ++at_;
    return text_.substr(start, at_ - start);
  }

  std::optional<Node> call() {
    Node node;
    node.kind = Node::Kind::map;
    node.where = where();
    Node kind = scalar_node(std::string(word()), node.where);
    kind.key = kind_key;
    kind.key_where = node.where;
    node.children.push_back(std::move(kind));
    ++at_;  // the parenthesis
    if (!arguments(node, ')', true)) return std::nullopt;
    return node;
  }

  bool arguments(Node& into, char close, bool keys) {
    skip();
    if (peek() == close) return ++at_, true;
    while (true) {
      skip();
      Node value;
      value.key_where = where();
      if (keys) value.key = key();
      skip();
      auto read = argument();
      if (!read) return false;
      value.take_value(std::move(*read));
      for (const Node& before : into.children)
        if (!value.key.empty() && before.key == value.key) return fail(value.key + " is given twice"), false;
      into.children.push_back(std::move(value));
      skip();
      if (peek() == ',') {
        ++at_;
      } else if (peek() == close) {
        return ++at_, true;
      } else {
        return fail(at_ < text_.size() ? "expected , or the closing bracket" : "the closing bracket is missing"), false;
      }
    }
  }

  /// `name:` before a value; empty for a positional argument.
  std::string key() {
    const std::size_t start = at_;
    const std::string_view name = word();
    skip();
    if (!name.empty() && peek() == ':') return ++at_, std::string(name);
    at_ = start;
    return {};
  }

  std::optional<Node> argument() {
    const std::size_t start = at_;
    if (peek() == '[') {
      Node list;
      list.kind = Node::Kind::list;
      list.where = where();
      ++at_;
      if (!arguments(list, ']', false)) return std::nullopt;
      return list;
    }
    if (peek() == '"' || peek() == '\'') {
      const auto end = text_.find(peek(), at_ + 1);
      if (end == std::string_view::npos) return fail("a quote is not closed");
      Node node = scalar_node(std::string(text_.substr(at_ + 1, end - at_ - 1)), where());
      node.quoted = true;
      at_ = end + 1;
      return node;
    }
    std::size_t length = 0;
    if (begins_call(text_.substr(at_), length)) {
      if (length == 0) return fail("a parenthesis is not closed");
      return call();
    }
    const Where begins = where();
    while (at_ < text_.size() && peek() != ',' && peek() != ')' && peek() != ']' && peek() != '(' && peek() != '[')
      ++at_;
    std::size_t end = at_;
    while (end > start && blank(text_[end - 1])) --end;
    if (end == start) return fail("a value is missing");
    return scalar_node(std::string(text_.substr(start, end - start)), begins);
  }

  std::string_view text_;
  Where base_;
  const Path& path_;
  Report& report_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_call(const Node& node) {
  std::size_t length = 0;
  return node.is_scalar() && begins_call(node.text, length);
}

std::optional<Node> expand_call(const Node& scalar, const Path& path, Report& report) {
  std::size_t length = 0;
  if (!begins_call(scalar.text, length) || length == 0) {
    report.error(
        scalar.where, path,
        {"bad_call", "`" + scalar.text + "`: the parenthesis is not closed", "write name(parameter: value, …)"});
    return std::nullopt;
  }
  return Parser(scalar, path, report).run();
}

}  // namespace restock
