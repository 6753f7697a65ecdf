// Input uncertainty against simulation uncertainty: replications in groups that share a resample of the inputs, as a
// one-way layout with random effects. Pure: numbers in, numbers out.
#pragma once

#include "estimate/estimate.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace restock {

/// Replication r belongs to resample r modulo their number. Values that are NaN are replications in which the metric is
/// undefined.
struct InputSpread {
  std::size_t resamples = 0;                   ///< with a defined replication
  std::optional<double> input_deviation;       ///< of the metric's mean between resamples; 0 where luck explains it all
  std::optional<double> simulation_deviation;  ///< of replications within a resample
  std::optional<double> input_share;           ///< input variance / (input + simulation variance)
  std::optional<double> mean_low, mean_high;   ///< 95 % of the resamples' means
  std::optional<double> one_low, one_high;     ///< 95 % of replications, whatever their resample
};

InputSpread input_spread(std::span<const double> values, std::size_t resamples);

/// What is independent of one another: the means of resamples, or without resamples the values themselves.
std::vector<double> independent(std::span<const double> values, std::size_t resamples);

/// As estimate(), but the half-width is that of independent values: replications of one resample are no news of the
/// inputs.
Estimate estimate_over(std::span<const double> values, std::size_t resamples);

}  // namespace restock
