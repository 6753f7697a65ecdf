// Whether a customer accepts a backorder: the list of the family.
#pragma once

#include "demand/acceptance/always.hpp"
#include "demand/acceptance/by_queue.hpp"
#include "demand/acceptance/probability.hpp"
#include "demand/acceptance/tolerance.hpp"

#include <variant>

namespace restock {

using Acceptance = std::variant<AlwaysAccepts, AcceptsWithProbability, AcceptsWithinTolerance, AcceptsByQueue>;

}  // namespace restock
