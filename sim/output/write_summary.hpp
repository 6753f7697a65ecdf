// The group /summary: estimates over replications, for readers who want no arithmetic. Used by the writers only.
#pragma once

#include "output/builder.hpp"
#include "output/results.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace restock {

inline constexpr std::array summary_probabilities{0.05, 0.25, 0.5, 0.75, 0.95};

/// The values of the datasets of the group, in their order.
struct SummaryValues {
  std::vector<std::int32_t> n;
  std::vector<double> mean, deviation, low, high, quantiles;
  /// Estimates from a metric's values over replications, which may share resamples of the inputs.
  void add(std::span<const double> values, std::size_t resamples);
};

void put_summary_labels(Builder& file);
void write_summary(Builder& file, const Results& results);

}  // namespace restock
