// Time series small enough for a terminal: a line of blocks for each quantity and alternative.
#pragma once

#include "output/reader.hpp"

#include <span>
#include <string>

namespace restock {

/// `▁▂▅█▃`: at most so many columns, each the mean of its part of the values, on a scale from `low` to `high`. What is
/// not a number leaves a gap.
std::string sparkline(std::span<const double> values, double low, double high, std::size_t columns);

/// The series of the whole network with their least and largest value; alternatives of a quantity share its scale. What
/// never changes is left out. Empty when the result has no series.
std::string sparklines(const ResultReader& reader, std::size_t columns = 60);

}  // namespace restock
