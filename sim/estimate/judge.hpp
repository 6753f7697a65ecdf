// Whether an estimate keeps to a bound, and how many replications would tell. Pure.
#pragma once

#include "core/relation.hpp"
#include "estimate/estimate.hpp"

#include <cstddef>
#include <optional>

namespace restock {

/// The interval lies on the right side of the bound, on the wrong side, or on both (or there is no interval).
enum class Judgement { met, missed, undecided };

/// Judges the confidence interval, never the mean alone.
Judgement judge(const Estimate& estimate, Relation relation, double bound);

/// Replications after which an interval around the same mean would have about this half-width, if the deviation stays
/// what it is: n·(half-width now / wanted)². None without an interval, when `wanted` is not above 0, and above 10⁹.
std::optional<std::size_t> replications_for(const Estimate& estimate, double wanted);

/// Replications after which the bound would be outside the interval.
inline std::optional<std::size_t> replications_to_judge(const Estimate& estimate, double bound) {
  if (!estimate.mean) return std::nullopt;
  const double distance = *estimate.mean - bound;
  return replications_for(estimate, distance < 0.0 ? -distance : distance);
}

}  // namespace restock
