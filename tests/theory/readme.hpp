// The page README.md of this folder: what is known, where it comes from, what the simulation said when it was written.
#pragma once

#include "theory/known_answers.hpp"

#include <string>

namespace restock::theory {

/// The page. With `simulate`, runs every case for the last two columns; without, these are left out.
std::string page(bool simulate);

/// The page without what only a simulation can fill in, for comparison.
std::string without_findings(const std::string& page);

}  // namespace restock::theory
