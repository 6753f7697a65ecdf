// How a planner forecasts: part of the blueprint, shared by all stock points that were written together.
#pragma once

#include "core/rules.hpp"
#include "core/time.hpp"
#include "forecast/method.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// Demand is seen in buckets; they end at first + k·every.
struct Buckets {
  Time every = week;
  Time first = 0;

  /// The first end of a bucket at or after `at`.
  Time end_at_or_after(Time at) const { return calendar_instant(at, every, first); }
};

/// A promotion that the planner knows of, and what he expects of it.
struct Overlay {
  Time from = 0;
  Time until = 0;
  double lift = 1.0;
};

struct ForecastRules {
  ForecastMethod method = Ses{};
  Buckets buckets{};
  ForecastOf of = ForecastOf::sales;
  double bias = 0.0;              ///< share that the planner adds to what the method says
  std::int64_t update_every = 1;  ///< buckets; in between the forecast in force is the last one
  Time frozen_from = never;       ///< from then on nobody makes a new one
  double error_weight = 0.1;      ///< of the newest error in the mean square error; less while there are few
  std::vector<Overlay> overlays;

  /// Whether the forecast in force can be another than what the method would say now.
  bool may_be_stale() const { return update_every > 1 || frozen_from < never; }
  /// Doubles that one forecast needs: what is learnt, and what was known when the one in force was made.
  std::size_t memory() const { return memory_of(method) * (may_be_stale() ? 2 : 1); }
};

}  // namespace restock
