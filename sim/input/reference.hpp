// The language, told from the same `fields` that read it: lists for the terminal and a JSON Schema for editors.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace restock {

struct Parameter {
  std::string key;
  std::string kind;  ///< what may be written, with its unit
  bool required = false;
  std::string fallback;  ///< the default as one would write it; empty when required
  std::string help;
};

/// One thing a user can name: a policy, a distribution, a section.
struct ReferenceEntry {
  std::string name;
  std::string summary;
  std::string source;  ///< where it comes from in the literature; may be empty
  std::vector<Parameter> parameters;
};

/// What `restock list` can list: policies, distributions, arrivals, surges, acceptance, planned, seller_limits,
/// triggers, causes, sections, the words of the trade and the codes of errors.
std::vector<std::string_view> list_topics();
/// The entries of a topic; none when the topic is not known.
std::vector<ReferenceEntry> reference(std::string_view topic);

/// For people: name, summary, source and parameters of every entry.
std::string list_text(std::string_view topic);
/// All topics as Markdown: the end of scenarios/README.md, kept current by a test.
std::string reference_page();
/// For programs: `{"schema": "restock.list/1", "topic", "entries": [{"name", "summary", "parameters": […]}]}`.
std::string list_json(std::string_view topic);

/// JSON Schema (draft-07) of a scenario file, for editors: `# yaml-language-server: $schema=restock.schema.json`.
std::string json_schema();

}  // namespace restock
