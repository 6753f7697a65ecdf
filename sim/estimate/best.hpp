// Every alternative against the best of the others (multiple comparisons with the best). Pure; used by analysis/.
#pragma once

#include "estimate/estimate.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace restock {

/// What replications say about one alternative.
struct AgainstBest {
  Estimate value;
  bool may_be_best = false;           ///< nobody is clearly better; false without a value
  std::optional<std::size_t> winner;  ///< the best of those who are clearly better
  /// Interval of its mean less that of the best of the others, in the metric's unit. All alternatives' hold at once. An
  /// end is 0 where the alternative is known to be no better, or no worse, than all others. None without variances.
  std::optional<double> low, high;
  std::optional<double> correlation, variance_ratio;  ///< with the best mean, over their pairs; none for itself
  /// One of several who may be best, but not the best mean: about so many replications would tell, if differences and
  /// deviations stay what they are. None where no number below 10⁹ would.
  std::optional<std::size_t> enough;
};

/// Constrained intervals of Hsu (1984) from paired half-widths: w(i, l) = t(1 − α/(2(k − 1)), n − 1)·s(i − l)/√n over
/// the replications that both have. Nothing is assumed about variances or correlations (Nelson and Matejcik 1995 show
/// that comparisons with the best need the k − 1 pairs with the true best only). One-sided quantiles would do;
/// two-sided ones are taken, so that these intervals never contradict those of differences from a base.
/// `values[alternative]` may hold NaN where it is undefined. Returned in the order of `values`.
std::vector<AgainstBest> against_the_best(const std::vector<std::span<const double>>& values, bool higher_is_better,
                                          double confidence = 0.95);

}  // namespace restock
