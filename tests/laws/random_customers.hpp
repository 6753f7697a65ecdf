// Customers who come back, stay away, send goods back, are kept on; products before and after their time: at random.
// Part of random_blueprint.
#pragma once

#include "twin/draft.hpp"

#include <iosfwd>

namespace restock {

void add_random_customers(Draft& b, Time grain);
void describe_customers(const Draft& b, std::ostream& out);

}  // namespace restock
