// What customers are promised and told while they wait, at random. Part of random_blueprint.
#pragma once

#include "twin/draft.hpp"

#include <iosfwd>

namespace restock {

void add_random_promises(Draft& b, Time grain);
void describe_promises(const Draft& b, std::ostream& out);

}  // namespace restock
