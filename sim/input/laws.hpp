// Every law that a scenario states, with its place: what `inputs` resamples is found here. For compile/.
#pragma once

#include "input/scenario.hpp"

#include <string>
#include <vector>

namespace restock {

/// `lanes.works->shop.transit`, by names where there are any: who moves an item in the file moves nobody's luck.
template <class Law>
struct FoundLaw {
  std::string path;
  Where where;  ///< of the item
  Law* law = nullptr;
};

/// In the order of the scenario's keys. A default that items take over stands before them and is listed again at each.
std::vector<FoundLaw<Distribution>> laws_of(Scenario& scenario);
std::vector<FoundLaw<const Distribution>> laws_of(const Scenario& scenario);

}  // namespace restock
