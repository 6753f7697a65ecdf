// Prices that are reduced while stock is too much or too old: the steps of a mark-down, and when each of them holds.
#pragma once

#include "core/millionths.hpp"
#include "core/quantity.hpp"
#include "core/time.hpp"

#include <algorithm>
#include <vector>

namespace restock {

/// One reduction. Everything that is stated of it must hold.
struct MarkdownStep {
  Time from = -never;
  Time until = never;
  Quantity above = unlimited;  ///< of units on record less backlog; unlimited: stock plays no part
  Time left = -1;              ///< of the life that the oldest unit has left, at most; below 0: age plays no part
  Millionths off = 0;          ///< what is taken off the price
  double extra = 0.0;  ///< customers who come for this price only, as a factor on the rate of those who always do

  bool looks() const { return above < unlimited || left >= 0; }
  bool dated(Time at) const { return at >= from && at < until; }
  /// By what is there; `oldest` is when the oldest unit becomes too old, `never` where nothing does.
  bool seen(Quantity available, Time oldest, Time at) const {
    return (above == unlimited || available > above) && (left < 0 || (oldest < never && oldest - at <= left));
  }
};

struct MarkdownRules {
  Time every = day;  ///< somebody looks at the stock so often
  Time first = 0;
  bool permanent = false;  ///< a price that has been reduced never rises again
  std::vector<MarkdownStep> steps;

  /// Whether somebody looks at the stock at all.
  bool looks() const {
    return std::any_of(steps.begin(), steps.end(), [](const MarkdownStep& s) { return s.looks(); });
  }
  bool looks_at(Time at) const { return looks() && calendar_instant(at, every, first) == at; }
  /// The first instant ≥ `at` at which a price may change; `never` if there is none.
  Time next(Time at) const {
    Time soonest = looks() ? calendar_instant(at, every, first) : never;
    for (const MarkdownStep& step : steps)
      for (const Time turn : {step.from, step.until})
        if (turn >= at) soonest = std::min(soonest, turn);
    return soonest;
  }
  /// The most that any step lets come, as MarkdownStep::extra.
  double most_extra() const {
    double most = 0.0;
    for (const MarkdownStep& step : steps) most = std::max(most, step.extra);
    return most;
  }
};

}  // namespace restock
