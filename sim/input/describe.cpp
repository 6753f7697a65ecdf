// Problems as a compiler shows them.
#include "input/document.hpp"
#include "input/source.hpp"

namespace restock {

namespace {

/// `file:line:column: `, as far as it is known.
std::string place_of(const Issue& issue) {
  if (issue.file.empty()) return {};
  std::string text = issue.file + ":";
  const bool typed = issue.file.starts_with("--set ");  // one line, shown below: the caret says where
  if (!typed && issue.line > 0) text += std::to_string(issue.line) + ":";
  if (!typed && issue.line > 0 && issue.column > 0) text += std::to_string(issue.column) + ":";
  return text + " ";
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

/// Of a long line a window around the caret, which moves along.
std::string window_of(const std::string& line, std::size_t& caret) {
  constexpr std::size_t widest = 160;
  if (characters(line) <= widest) return line;
  const std::size_t from = caret > widest / 2 ? caret - widest / 2 : 0;
  std::string window;
  std::size_t seen = 0;
  for (const char c : line) {
    if (begins_character(c)) ++seen;
    if (seen > from && seen <= from + widest) window += c;
  }
  caret -= from;
  return window;
}

/// What stands under the line before the caret: tabs stay tabs so that it lines up.
std::string indent_of(const std::string& shown, std::size_t caret) {
  std::string under;
  std::size_t seen = 0;
  for (const char c : shown) {
    if (!begins_character(c)) continue;
    if (seen++ == caret) break;
    under += c == '\t' ? '\t' : ' ';
  }
  if (seen < caret) under.append(caret - seen, ' ');
  return under;
}

}  // namespace

std::string describe(const Issue& issue, const std::string& source_line) {
  std::string text = place_of(issue);
  text += issue.severity == Severity::error ? "error: " : "warning: ";
  if (!issue.path.empty()) text += issue.path + ": ";
  text += issue.problem + "\n";
  if (!source_line.empty() && issue.line > 0) {
    auto caret = static_cast<std::size_t>(issue.column > 0 ? issue.column - 1 : 0);
    const std::string shown = window_of(source_line, caret);
    const std::string number = std::to_string(issue.line);
    text += "  " + number + " | " + shown + "\n";
    if (issue.column > 0) text += "  " + std::string(number.size(), ' ') + " | " + indent_of(shown, caret) + "^\n";
  }
  if (!issue.hint.empty()) text += "  help: " + issue.hint + "\n";
  return text;
}

std::string describe(const Issue& issue, const Document& document) {
  return describe(issue, document.sources.line_of(issue));
}

}  // namespace restock
