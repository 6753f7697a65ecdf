// Where numbers come from, as a table, for the pages of runs and of sweeps.
#pragma once

#include "output/results.hpp"

#include <string>
#include <utility>
#include <vector>

namespace restock::report {

/// Facts of a result that suffice to make it again; `more` are pairs of a name and a value.
std::string provenance_table(const std::string& path, const ResultHeader& header, const RunFacts& run,
                             const std::vector<std::pair<std::string, std::string>>& more);

/// The scenario as it was run, folded away.
std::string scenario_of(const RunFacts& run);

}  // namespace restock::report
