// What was written, before it is understood: a located tree, patched at will. Campaigns vary documents, never
// scenarios.
#pragma once

#include "core/issue.hpp"
#include "input/node.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace restock {

/// The files that a scenario was read from. `Where::file` is an index into `names`.
struct Sources {
  std::vector<std::string> names;  ///< [0] the scenario as the user named it; then tables, and `--set` for patches
  std::vector<std::shared_ptr<const std::string>> texts;  ///< those kept in memory: scenario and patches
  std::string folder;                                     ///< where the tables lie

  /// The index of a file, added when new.
  std::uint32_t add(const std::string& name);
  /// Adds a text that is no file.
  std::uint32_t add_text(const std::string& name, std::string text);
  /// The path that opens a table of this scenario.
  std::string table_path(const std::string& name) const;
  /// The line that a problem points at; empty when there is none.
  std::string line_of(const Issue& issue) const;
};

/// A scenario file as a located tree. CSV tables stay on disk until they are read or one of their rows is patched.
struct Document {
  Node root;  ///< a mapping; null when nothing could be read
  Sources sources;
  bool broken = true;  ///< problems of form were reported: the tree may miss something
};

/// Reads a scenario file strictly: every problem of form is reported with its line and column.
Document load_document(const std::string& path, Issues& issues);
/// The same for text in memory; tables are looked for in `folder`.
Document parse_document(std::string text, const std::string& name, const std::string& folder, Issues& issues);

/// The document as YAML that any YAML reader accepts and that load_document reads as the same scenario.
std::string write_yaml(const Document& document);

/// A problem as a compiler shows it: `file:line:column: error: path: problem`, the source line, a caret, `help: …`.
std::string describe(const Issue& issue, const std::string& source_line);
std::string describe(const Issue& issue, const Document& document);

}  // namespace restock
