// A problem with what the user wrote: where it is, what it is, and what to do. Collected, never thrown one by one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace restock {

enum class Severity : std::uint8_t { error, warning };

struct Issue {
  std::string file;     ///< as the user named it, or `--set path=value`; empty when there is none
  int line = 0;         ///< 1-based; 0 when unknown
  int column = 0;       ///< 1-based; 0 when unknown
  std::string path;     ///< the place in the scenario, e.g. `replenishment.stores.s`
  std::string code;     ///< stable, machine-readable: `unknown_key`, `wrong_unit`, …
  std::string problem;  ///< one sentence without a full stop
  std::string hint;     ///< what to do; may be empty
  Severity severity = Severity::error;
};

using Issues = std::vector<Issue>;

inline bool has_errors(const Issues& issues) {
  for (const Issue& issue : issues)
    if (issue.severity == Severity::error) return true;
  return false;
}

}  // namespace restock
