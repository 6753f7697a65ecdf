// What became of the checks of a scenario: for people, and as JUnit XML for build servers. Returns text.
#pragma once

#include "output/claim.hpp"

#include <string>
#include <vector>

namespace restock {

/// A line for each check: met, missed or undecided, the value with its interval, and for an undecided one how many
/// replications would tell. Then how many there are of each. Empty without checks.
std::string checks_table(const std::vector<CheckedClaim>& claims);

/// The same of what a result keeps of them (`ResultReader::checks_text`), without values.
std::string kept_checks_table(const std::string& kept);

/// The checks of one scenario, or why there are none.
struct CheckedScenario {
  std::string name;  ///< of the scenario, or of its file when it could not be read
  std::vector<CheckedClaim> claims;
  std::string error;  ///< it did not run: why; empty when it did
};

/// JUnit XML: a suite for each scenario, a case for each check. Missed is a failure, undecided is skipped, a scenario
/// that did not run is an error.
std::string junit_xml(const std::vector<CheckedScenario>& scenarios);

}  // namespace restock
