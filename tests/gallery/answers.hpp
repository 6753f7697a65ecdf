// Runs what a stop of the tour runs, and finds its figures. Used by the tests of this folder.
#pragma once

#include "gallery/figures.hpp"
#include "gallery/tour.hpp"

#include <string>
#include <vector>

namespace restock::gallery {

/// What a stop's command finds.
struct Answers {
  std::string name, question;  ///< of the scenario
  std::string setting;         ///< `two years, 40 replications`
  Lookup found;
};

/// Throws std::runtime_error with the problems of a scenario that is not valid.
Answers answers_of(const Stop& stop);

/// What is wrong with the scenario under these patches, in lines; empty when nothing is.
std::string problems_of(const Stop& stop, const std::vector<std::string>& patches);

}  // namespace restock::gallery
