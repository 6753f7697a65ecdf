// Policies at random that watch their echelon. Part of random_blueprint.
#pragma once

#include "twin/draft.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// Who is upstream of whom is known; whoever would belong to an echelon in part only is left out of it.
void add_random_echelons(Draft& b, const std::vector<std::uint32_t>& upstream_first);

}  // namespace restock
