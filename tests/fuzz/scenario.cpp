#include "fuzz/targets.hpp"

#include "campaign/variant.hpp"
#include "input/read.hpp"

#include <filesystem>

namespace restock::fuzz {

namespace {

/// Whether every problem is located and says something.
void check_issues(const Issues& issues) {
  for (const Issue& issue : issues) {
    expect(!issue.code.empty() && !issue.problem.empty(), "a problem has a code and is told");
    expect(issue.line >= 0 && issue.column >= 0, "a problem has a place");
  }
}

}  // namespace

void scenario(std::string_view bytes) {
  const std::string folder = std::filesystem::path(file_of("", "none")).parent_path().string();
  Issues issues;
  const Document document = parse_document(std::string(bytes), "scenario.yaml", folder, issues);
  const auto base = make_variant("base", document, Detail::orders, issues);
  for (const Alternative& alternative : alternatives(document, issues)) patched(document, alternative.patches, issues);
  check_issues(issues);
  for (const Issue& issue : issues) describe(issue, document);
  if (!base) return expect(has_errors(issues), "what is refused is refused for a reason");
  Issues again;
  const Document written = parse_document(write_yaml(document), "resolved.yaml", folder, again);
  expect(read_scenario(written, again).has_value(), "what is written out can be read again");
}

}  // namespace restock::fuzz
