// Components: stock points that have nothing in common with others, usually those of one product. They are run one
// after another, each in a small State, and their records add up. Used by compile/ and campaign/.
#pragma once

#include "engine/blueprint.hpp"

#include <cstdint>
#include <span>

namespace restock {

/// Fills layout.order and component_ends. What supplies what, and shared production, ties stock points together;
/// whatever else may tie them (ports, causes that go by levels, baskets …, and a drain, which ends for all at once)
/// makes them one component.
void find_components(Blueprint& blueprint);

/// The stock points of a component, in ascending order.
std::span<const std::uint32_t> component(const Blueprint& blueprint, std::size_t number);

/// A component as a blueprint of its own. Draws are addressed by who draws, and ranks are kept, so that its stock
/// points meet what they would meet in the whole.
Blueprint part_of(const Blueprint& blueprint, std::span<const std::uint32_t> points);

}  // namespace restock
