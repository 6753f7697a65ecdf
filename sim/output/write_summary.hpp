// The group /summary: estimates over replications, for readers who want no arithmetic. Used by the writer only.
#pragma once

#include "output/builder.hpp"
#include "output/results.hpp"

#include <array>

namespace restock {

inline constexpr std::array summary_probabilities{0.05, 0.25, 0.5, 0.75, 0.95};

void write_summary(Builder& file, const Results& results);

}  // namespace restock
