// The summary of a run: a table for people and the object of `--json`, whose names are fixed. Returns text; prints
// nothing.
#pragma once

#include "output/results.hpp"

#include <string>
#include <vector>

namespace restock {

/// Metrics as rows, alternatives as columns: mean ± half-width of the 95 % interval over replications. `all` shows
/// every metric, else those that a planner looks at first; rows without a value are left out. Alternatives that do not
/// fit in `width` columns follow in a block of their own.
std::string summary_table(const Results& results, bool all = false, std::size_t width = 100);

/// One line, `restock.run/1`. With stock points when the results hold them; of the facts of the run, with checks when
/// there are any and with how it ended when it added replications.
std::string summary_json(const Results& results, const RunFacts& facts = {});

}  // namespace restock
