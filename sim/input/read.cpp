// Reads a typed scenario from a document.
#include "input/read.hpp"

#include "input/attribution.hpp"
#include "input/patch.hpp"
#include "input/read_sections.hpp"
#include "input/read_values.hpp"
#include "input/sweep.hpp"

#include <algorithm>

namespace restock {

std::optional<Scenario> read_scenario(const Document& document, Issues& issues) {
  if (!document.root.is_map()) return std::nullopt;
  Issues found;
  Sources sources = document.sources;
  Report report(found, sources.names);
  Scenario scenario;
  ReadContext context{sources, report};
  context.customers = &scenario.customers;
  const bool fine = read_fields(context, document.root, Path{}, scenario);
  scenario.files = std::move(sources.names);
  sort_issues(found);
  const bool ok = fine && !document.broken && !has_errors(found);
  issues.insert(issues.end(), found.begin(), found.end());
  if (!ok) return std::nullopt;
  return scenario;
}

bool validate(const Document& document, Issues& issues) {
  const auto known = [&](const Issue& issue) {
    return std::any_of(issues.begin(), issues.end(), [&](const Issue& other) {
      return other.file == issue.file && other.line == issue.line && other.column == issue.column &&
             other.code == issue.code && other.problem == issue.problem;
    });
  };
  read_scenario(document, issues);
  for (const Alternative& alternative : alternatives(document, issues)) {
    Issues found;
    const Document variant = patched(document, alternative.patches, found);
    if (!has_errors(found)) read_scenario(variant, found);
    for (Issue& issue : found)
      if (!known(issue)) issues.push_back(std::move(issue));
  }
  Document with_factors = document;
  read_sweep(with_factors, issues);
  read_attribution(document, issues);
  return !document.broken && !has_errors(issues);
}

}  // namespace restock
