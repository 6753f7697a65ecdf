// Collects problems with their places.
#include "input/report.hpp"

#include <algorithm>
#include <tuple>

namespace restock {

namespace {
constexpr std::size_t most_errors = 500;  // a table of a million bad rows must not become a million messages
}

void Report::add(Where where, const Path& path, const Fault& fault, Severity severity) {
  if (severity == Severity::error && ++errors_ > most_errors) {
    if (errors_ == most_errors + 1)
      issues_.push_back(
          {{}, 0, 0, {}, "too_many_problems", "more than 500 problems; the rest is not shown", {}, severity});
    return;
  }
  Issue issue;
  if (where.file < files_.size()) issue.file = files_[where.file];
  issue.line = where.line;
  issue.column = where.column;
  issue.path = path.text();
  issue.code = fault.code;
  issue.problem = fault.problem;
  issue.hint = fault.hint;
  issue.severity = severity;
  if (table.cells && where.file == table.file) {
    issue.problem += " (row " + std::to_string(where.line);
    for (std::size_t i = 0; i < table.cells->size() && i < table.header->size(); ++i)
      if ((*table.cells)[i].line == where.line && (*table.cells)[i].column == where.column)
        issue.problem += ", column " + std::to_string(i + 1) + " " + (*table.header)[i];
    issue.problem += ")";
  }
  issues_.push_back(std::move(issue));
}

void sort_issues(Issues& issues) {
  std::stable_sort(issues.begin(), issues.end(), [](const Issue& a, const Issue& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
}

}  // namespace restock
