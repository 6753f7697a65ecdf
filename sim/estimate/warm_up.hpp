// Where the beginning of a series still shows how the run was started. Pure; used by campaign/.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace restock {

/// MSER-5 (White, Cobb and Spratt 2000): the series in m batches of 5, of which as many, d, are cut off as make
/// Σ(Z − mean of the rest)²/(m − d)² least, the squared standard error of the mean of what is left; at least a quarter
/// is left. Returns the observations to cut off, a multiple of 5; none where more than half would have to go (the
/// series is too short to show a steady state) and for fewer than 10 batches. A constant series needs no cut.
std::optional<std::size_t> mser5(std::span<const double> series);

}  // namespace restock
