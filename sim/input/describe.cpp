// Problems as a compiler shows them.
#include "input/document.hpp"
#include "input/source.hpp"

namespace restock {

std::string describe(const Issue& issue, const std::string& source_line) {
  std::string text;
  if (!issue.file.empty()) {
    const bool typed = issue.file.starts_with("--set ");  // one line, shown below: the caret says where
    text += issue.file + ":";
    if (!typed && issue.line > 0) text += std::to_string(issue.line) + ":";
    if (!typed && issue.line > 0 && issue.column > 0) text += std::to_string(issue.column) + ":";
    text += " ";
  }
  text += issue.severity == Severity::error ? "error: " : "warning: ";
  if (!issue.path.empty()) text += issue.path + ": ";
  text += issue.problem + "\n";
  if (!source_line.empty() && issue.line > 0) {
    constexpr std::size_t widest = 160;
    std::string shown = source_line;
    auto caret = static_cast<std::size_t>(issue.column > 0 ? issue.column - 1 : 0);
    if (characters(shown) > widest) {  // a long line: show a window around the place
      const std::size_t from = caret > widest / 2 ? caret - widest / 2 : 0;
      std::string window;
      std::size_t seen = 0;
      for (const char c : shown) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++seen;
        if (seen > from && seen <= from + widest) window += c;
      }
      shown = window;
      caret -= from;
    }
    const std::string number = std::to_string(issue.line);
    std::string under;
    std::size_t seen = 0;
    for (const char c : shown) {  // tabs stay tabs so that the caret lines up
      if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;
      if (seen++ == caret) break;
      under += c == '\t' ? '\t' : ' ';
    }
    if (seen < caret) under.append(caret - seen, ' ');
    text += "  " + number + " | " + shown + "\n";
    if (issue.column > 0) text += "  " + std::string(number.size(), ' ') + " | " + under + "^\n";
  }
  if (!issue.hint.empty()) text += "  help: " + issue.hint + "\n";
  return text;
}

std::string describe(const Issue& issue, const Document& document) {
  return describe(issue, document.sources.line_of(issue));
}

}  // namespace restock
