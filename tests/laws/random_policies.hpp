// Replenishment policies at random. Part of random_blueprint.
#pragma once

#include "twin/draft.hpp"

namespace restock {

/// A program of its own may be added to the blueprint.
Policy random_policy(Draft& b, Time grain);
/// Products that are ordered together: those who can and have one supplier, or most of them.
void add_joint_orders(Draft& b);

}  // namespace restock
