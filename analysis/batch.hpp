// Many scenarios in one call: a table over all of them, and one JSON object. Returns text.
#pragma once

#include "output/claim.hpp"
#include "output/results.hpp"

#include <optional>
#include <string>
#include <vector>

namespace restock {

/// What became of one scenario of a batch.
struct BatchRun {
  std::string path;
  int code = 0;                    ///< exit code that it would have had alone
  std::string error;               ///< why it did not run; empty when it did
  std::optional<Results> results;  ///< totals; none when it did not run
  std::vector<CheckedClaim> claims;
  std::string ending;  ///< how it ended, of a run that added replications: lines; else empty
  std::string json;    ///< the object of `--json` that it would have had alone; empty when nobody asked
};

/// A row for each alternative of each scenario: what a planner looks at first, and how many checks are met. Scenarios
/// that did not run say why.
std::string batch_table(const std::vector<BatchRun>& runs);

/// `restock.batch/1`: `{"schema", "runs": [{"file", "exit_code", "result": {…}}]}`; `result` is what the scenario alone
/// would have printed.
std::string batch_json(const std::vector<BatchRun>& runs);

}  // namespace restock
