#include "theory/readme.hpp"

#include <cstdio>
#include <map>
#include <sstream>

namespace restock::theory {

namespace {

constexpr std::string_view opening = R"(# Known answers

Scenarios with long-run values that are known exactly, in closed form or from a Markov chain, written in the ordinary
language (`cases/<name>.yaml`) and simulated. A simulated mean m with standard error s agrees with the value v when
|m - v| ≤ 4·s and 4·s is within the tolerance, a share of v; deterministic scenarios have to meet their values exactly.
The seed of a case is a hash of its name: nobody chose it.

This page is written by `build/tests/test_theory "[write-readme]"`; `simulated` is m ± 4·s when that was last done.
)";

/// The first comment of a scenario: its first line and its paragraphs `Law:`, `Here:` and `Source:`.
std::map<std::string, std::string> heading(const Case& what) {
  std::map<std::string, std::string> parts;
  std::istringstream text(text_of(what));
  std::string part = "Title";
  for (std::string line; std::getline(text, line) && line.starts_with('#');) {
    line.erase(0, std::min(line.find_first_not_of("# "), line.size()));
    for (const char* name : {"Law", "Here", "Source"})
      if (line.starts_with(std::string(name) + ": ")) {
        part = name;
        line.erase(0, part.size() + 2);
      }
    if (line.empty()) continue;
    parts[part] += (parts[part].empty() ? "" : " ") + line;
  }
  return parts;
}

std::string number(double value, int digits) {
  char text[40];
  std::snprintf(text, sizeof text, "%.*g", digits, value);
  return text;
}

std::string found(const Expectation& expected, const Finding& finding) {
  std::string text = number(finding.mean, 6);
  if (!finding.deterministic) text += " ± " + number(4.0 * finding.error, 2);
  return text + (finding.agrees(expected) ? " | agrees |" : " | **disagrees** |");
}

std::string table(const Case& what, bool simulate) {
  std::vector<Finding> findings;
  if (simulate) findings = run(what);
  std::string text =
      "\n| alternative | measure | expected | tolerance | simulated | verdict |\n|---|---|---|---|---|---|\n";
  for (std::size_t i = 0; i < what.expected.size(); ++i) {
    const Expectation& e = what.expected[i];
    text += "| " + e.alternative + " | " + e.metric + " | " + number(e.value, 7);
    if (e.uncertainty > 0.0) text += " (s = " + number(e.uncertainty, 1) + ")";
    text += " | " + number(e.tolerance, 2) + " |";
    if (simulate) text += " " + found(e, findings[i]);
    text += "\n";
  }
  return text;
}

}  // namespace

std::string page(bool simulate) {
  std::string text(opening);
  for (const NamedChapter& chapter : chapters) {
    text += "\n## " + std::string(chapter.name) + "\n";
    for (const Case& what : chapter.cases()) {
      auto parts = heading(what);
      text += "\n### " + what.name + ": " + parts["Title"] + "\nLaw: " + parts["Law"] + "  \n";
      if (!parts["Here"].empty()) text += "Here: " + parts["Here"] + "  \n";
      text += "Source: " + parts["Source"] + "\n" + table(what, simulate);
    }
  }
  return text;
}

std::string without_findings(const std::string& page) {
  std::istringstream lines(page);
  std::string text;
  for (std::string line; std::getline(lines, line); text += line + "\n") {
    std::size_t cells = 0;
    for (std::size_t i = 0; i < line.size() && line.front() == '|'; ++i)
      if (line[i] == '|' && ++cells == 5) line.erase(i + 1);
  }
  return text;
}

}  // namespace restock::theory
