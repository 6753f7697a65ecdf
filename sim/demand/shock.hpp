// A shock that many streams share in part: a random factor on their levels, period by period.
#pragma once

#include "core/hash.hpp"
#include "core/time.hpp"
#include "random/variate.hpp"

#include <algorithm>
#include <cstdint>

namespace restock {

/// In period p stream i has the factor F = (X0 + Xi)/k with X0 ~ gamma(ρk), Xi ~ gamma((1−ρ)k), k = 1/cv²: mean 1,
/// the given cv, and correlation ρ between any two streams (both are gamma(k); the shared part has variance ρ/k).
/// Values above `most` are cut off there.
struct ShockPlan {
  std::uint64_t who = 0;
  Time every = week;
  double cv = 0.0;
  double correlation = 0.0;
  double most = 5.0;

  std::int64_t period_of(Time t) const { return bucket_of(t, every); }

  double factor(std::uint64_t seed, std::uint64_t replication, std::uint64_t stream, std::int64_t period) const {
    const double k = 1.0 / (cv * cv);
    const auto nth = static_cast<std::uint64_t>(period);
    double sum = 0.0;
    if (correlation > 0.0) {
      Draws draws({seed, replication, who, Purpose::shock_common, nth});
      sum += gamma_variate(correlation * k, draws);
    }
    if (correlation < 1.0) {
      Draws draws({seed, replication, fold(who ^ 0x9e3779b97f4a7c15U, stream), Purpose::shock_own, nth});
      sum += gamma_variate((1.0 - correlation) * k, draws);
    }
    return std::min(sum / k, most);
  }
};

/// Mean and variance of min(F, most) for F ~ gamma(k, scale 1/k): what the cut leaves of mean 1 and cv².
Moments shock_moments(double cv, double most);

}  // namespace restock
