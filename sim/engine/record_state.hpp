// What a stock point whose record goes wrong keeps beside its levels. A side table of the State: by point, empty where
// nobody's record does.
#pragma once

#include "core/quantity.hpp"
#include "core/time.hpp"
#include "core/wide.hpp"

#include <algorithm>
#include <cstdint>

namespace restock {

/// Units × ticks that have gone by, and how many it takes to the next loss.
class HazardClock {
 public:
  void start(Time at, Quantity units, Wide first) {
    since_ = at;
    due_ = first;
    predict(units);
  }
  /// The level was `before` until now and is `units` from now on.
  void change(Quantity before, Quantity units, Time at) {
    done_ += widen(before, at - since_);
    since_ = at;
    predict(units);
  }
  /// The loss at `at` has fallen; the next one takes `more`.
  void fall(Quantity units, Wide more, Time at) {
    due_ += more;
    change(units, units, at);
  }
  Time next() const { return next_; }

 private:
  void predict(Quantity units) {
    next_ = never;
    if (done_ >= due_) {
      next_ = since_;
    } else if (units > 0) {
      const Wide ticks = (due_ - done_ + units - 1) / units;
      if (ticks < never) next_ = later(since_, static_cast<Time>(ticks));
    }
  }

  Wide done_ = 0;
  Wide due_ = 0;
  Time since_ = 0;
  Time next_ = never;
};

struct RecordState {
  HazardClock shrinkage{};
  std::uint64_t losses = 0;  ///< by shrinkage
  Time next_theft = never;
  std::uint64_t thefts = 0;
  std::uint64_t planned_counts = 0;

  Time next_loss() const { return std::min(shrinkage.next(), next_theft); }
};

}  // namespace restock
