// What the levels and surges of a demand entry come to. For network/ and compile/.
#pragma once

#include "input/scenario.hpp"

namespace restock {

ClockSpan clock_of(const Scenario& scenario);
/// All that multiplies the rate of an entry and is known beforehand.
Level level_of(const DemandEntry& entry, const Scenario& scenario);
/// Whether a surge adds customers; otherwise it only lowers the level.
bool brings_customers(const Surge& surge);
/// Customers per tick that a surge adds on average in [from, until), where the entry's own rate is `base`.
double mean_rate(const Surge& surge, double base, Time from, Time until);
/// In the measured window.
inline double mean_rate(const Surge& surge, double base, const Scenario& scenario) {
  return mean_rate(surge, base, 0, scenario.length.ticks);
}

}  // namespace restock
