// A level of demand over time: what a stream's rate is multiplied by. Made while compiling, shared by all that read it.
#pragma once

#include "core/time.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace restock {

/// From this instant on, until the next step.
struct LevelStep {
  Time from = 0;
  double value = 1.0;
};

/// A step function times a factor for each hour of the day. Without either it is 1 at all times.
class Level {
 public:
  Level() = default;
  /// `steps` ascend in time; before the first the value is 1. `hours` holds 24 factors or none; `midnight` is the tick
  /// of some midnight.
  Level(std::vector<LevelStep> steps, std::vector<double> hours, Time midnight);

  double at(Time t) const {
    double value = 1.0;
    if (!steps_.empty() && t >= steps_.front().from) value = steps_[step_at(t)].value;
    return hours_.empty() ? value : value * hours_[hour_of(t)];
  }
  /// Nowhere in [from, until) is it above this.
  double most(Time from, Time until) const;
  double mean(Time from, Time until) const;
  /// 1 at all times.
  bool is_flat() const { return steps_.empty() && hours_.empty(); }

 private:
  std::size_t step_at(Time t) const {
    const auto today = static_cast<std::size_t>((t - steps_.front().from) / day);
    std::size_t step = today < of_day_.size() ? of_day_[today] : of_day_.back();
    while (step + 1 < steps_.size() && steps_[step + 1].from <= t) ++step;
    return step;
  }
  std::size_t hour_of(Time t) const {
    const Time since = t - midnight_;
    return static_cast<std::size_t>((since - bucket_of(since, day) * day) / hour);
  }

  std::vector<LevelStep> steps_;
  std::vector<std::uint32_t> of_day_;  ///< the step that holds at the begin of each day since the first step
  std::vector<double> hours_;
  Time midnight_ = 0;
};

/// The product of step functions, step by step; each ascends in time and is 1 before its first step.
std::vector<LevelStep> product_of(const std::vector<std::vector<LevelStep>>& factors);

}  // namespace restock
