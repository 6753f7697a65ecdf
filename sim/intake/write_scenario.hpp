// A scenario with its tables, as texts, from what was found in other people's tables. Used by app/.
#pragma once

#include "core/issue.hpp"
#include "intake/foreign.hpp"

#include <string>
#include <utility>
#include <vector>

namespace restock {

struct IntakeResult {
  std::vector<std::pair<std::string, std::string>> files;  ///< name and text; the first is the scenario
  std::string remarks;                                     ///< what was counted, left out and assumed, a line each
};

/// Reads the tables that `settings` names and writes the scenario. Problems of the tables are issues; without errors
/// there is a result. `names` receives the files that issues point into.
IntakeResult import_scenario(const IntakeSettings& settings, Issues& issues, std::vector<std::string>& names);

}  // namespace restock
