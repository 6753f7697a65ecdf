// Shot noise: the shape of a stream of bursts over time. Walks forward; a copy walks on its own.
#pragma once

#include "core/time.hpp"
#include "random/gaps.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace restock {

/// Bursts at given instants, or at random ones from the clock's start on.
struct BurstPlan {
  std::vector<Time> dates;  ///< ascending
  double mean_gap = 0.0;    ///< between random bursts, in ticks; 0: dates
  double decay = 1.0;       ///< in ticks
};

/// Σ exp(−(t − burst)/decay) over the bursts up to t. Its bits depend on the bursts only, not on when it was asked.
class BurstWalk {
 public:
  BurstWalk(const BurstPlan& plan, std::uint64_t seed, std::uint64_t replication, std::uint64_t who, Time clock_start)
      : plan_(&plan), gaps_(seed, replication, who, Purpose::burst_gap), next_(clock_start) {
    find_next();
  }

  /// For t that never falls.
  double at(Time t) {
    while (next_ <= t) pass();
    return sum_ > 0.0 ? sum_ * fading(t) : 0.0;
  }
  /// Nowhere in [from, until) is the shape above this. `from` must not fall, and `at` may follow from there on.
  double most(Time from, Time until) {
    double bound = at(from);
    BurstWalk ahead = *this;
    while (ahead.next_ < until) {
      ahead.pass();
      bound += 1.0;
    }
    return bound;
  }

 private:
  double fading(Time t) const { return own_exp(-static_cast<double>(t - last_) / plan_->decay); }
  void pass() {
    sum_ = (sum_ > 0.0 ? sum_ * fading(next_) : 0.0) + 1.0;
    last_ = next_;
    find_next();
  }
  void find_next() {
    if (plan_->mean_gap > 0.0)
      next_ = later(next_, to_ticks(gaps_.gap(count_) * plan_->mean_gap));
    else
      next_ = count_ < plan_->dates.size() ? plan_->dates[count_] : never;
    ++count_;
  }

  const BurstPlan* plan_;
  BulkGaps gaps_;
  std::uint64_t count_ = 0;
  Time next_;
  Time last_ = 0;
  double sum_ = 0.0;
};

}  // namespace restock
