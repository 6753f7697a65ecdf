// What resampled inputs make of a result: a table for people and its part of `--json`. Returns text; prints nothing.
#pragma once

#include "output/results.hpp"

#include <string>

namespace restock {

/// For each alternative the metrics as rows: how far they spread by the inputs and by luck, the share of the inputs,
/// and where 95 % of the means of resamples and of single replications lie. Empty where no inputs were resampled.
std::string input_table(const Results& results, bool all = false);

}  // namespace restock
