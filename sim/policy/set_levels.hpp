// Setting levels: what s, S and Q have to be for what AutoLevel asks. Shared by compile/ (once, from the model), by the
// engine and its twin (at reviews, from what they have seen).
//
// Demand over a time x has the mean that is expected of it, and the variance of demand over x, more where the lead time
// varies: rate² · Var(lead time) (Silver, Pyke & Thomas 2017, equation 6.18). L is the lead time, R the time between
// reviews of the policy (0: continuous), D(x) the demand over x.
//   s beside a lot:  P(D(L+R) ≤ s); shortage of a cycle E(D(L)−s)⁺ − E(D(L)−s−Q)⁺ per Q; under periodic review the mean
//                    over positions s+1…s+Q of E(D(L+R)−y)⁺ − E(D(L)−y)⁺ per E D(R); costs: the mean of P(D ≤ y) over
//                    the same positions against b/(b+h).
//   S alone:         the same with position S: continuous review S − 1 is an s with lots of one unit.
//   S beside s:      s and a lot.
#pragma once

#include "core/time.hpp"
#include "core/wide.hpp"
#include "policy/level.hpp"
#include "policy/replenish.hpp"

#include <functional>
#include <span>

namespace restock {

/// Demand and lead time of a stock point, as far as the model knows them beforehand.
struct Outlook {
  double rate = 0.0;           ///< mean demand, units per tick
  double variance = 0.0;       ///< of demand, units² per tick
  double lead = 0.0;           ///< mean lead time, ticks
  double lead_variance = 0.0;  ///< ticks²
};

/// Money per order; per unit and tick; per unit.
struct LevelCosts {
  double ordering = 0.0;
  double holding = 0.0;
  double backorder = 0.0;
  double lost_margin = 0.0;
};

/// Lead times that have been seen.
struct LeadTimes {
  std::int64_t count = 0;
  Wide sum = 0;
  Wide squares = 0;

  void add(Time lead) {
    ++count;
    sum += lead;
    squares += widen(lead, lead);
  }
  double mean() const { return to_double(sum) / static_cast<double>(count); }
  /// Of two or more.
  double variance() const {
    return to_double(squares * count - sum * sum) / (static_cast<double>(count) * static_cast<double>(count - 1));
  }
};

/// What is known when levels are set.
struct LevelInput {
  Outlook outlook{};                     ///< with the lead time that has been seen, where some have
  Outlook planned{};                     ///< with the announced one
  std::function<double(Time)> expected;  ///< units in the span from now on
  LevelCosts costs{};
  Time bucket = week;              ///< of `past`
  std::span<const double> past{};  ///< units seen in the last buckets, oldest first; for the empirical law
};

/// A policy's levels, the rules taken off it.
LevelRules take_rules(Policy& policy);
/// Sets the levels whose rule `due` says so; the others stay. Where nothing is known yet, a level stays.
void set_levels(Policy& policy, const LevelRules& rules, const LevelInput& input,
                const std::function<bool(const AutoLevel&)>& due);
/// A policy's s, S and Q; 0 where it has none.
struct LevelValues {
  Quantity s = 0, S = 0, Q = 0;
  friend bool operator==(const LevelValues&, const LevelValues&) = default;
};
LevelValues levels_of(const Policy& policy);
/// And the other way round; what stands in the way of it is forgotten.
void put_levels(Policy& policy, const LevelValues& values);

}  // namespace restock
