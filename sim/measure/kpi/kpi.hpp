// What every KPI says about itself, and the arithmetic they share. A KPI is a struct with `about` and
// `of(ledger)`, which returns NaN when the measure is undefined.
#pragma once

#include "measure/ledger.hpp"

#include <cstdint>
#include <limits>
#include <string_view>

namespace restock {

enum class Better : std::uint8_t { none, lower, higher };
/// How the measure of a set of stock points comes from theirs.
enum class Adds : std::uint8_t { sum, ratio_of_sums, mean_over_points, pooled };

/// What values a measure can have: a share lies between 0 and 1.
enum class Takes : std::uint8_t { any, share };

constexpr std::string_view to_text(Better better) {
  constexpr std::string_view names[]{"none", "lower", "higher"};
  return names[static_cast<std::size_t>(better)];
}
constexpr std::string_view to_text(Adds adds) {
  constexpr std::string_view names[]{"sum", "ratio of sums", "mean over stock points", "pooled"};
  return names[static_cast<std::size_t>(adds)];
}

/// A KPI in words.
struct About {
  std::string_view name, unit, long_name;
  Better better;
  Adds adds;
  Takes takes = Takes::any;
};

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

inline double count(Quantity units) { return static_cast<double>(units); }
inline double ratio(double above, double below) { return below > 0.0 ? above / below : undefined; }
inline double share(Quantity part, Quantity whole) { return ratio(count(part), count(whole)); }
/// Mean span in days of `units` that together took `unit_ticks`.
inline double mean_days(Wide unit_ticks, Quantity units) {
  return ratio(to_double(unit_ticks), count(units) * static_cast<double>(day));
}
/// Time average over the window of what was summed as units × ticks.
inline double average(Wide unit_ticks, const Ledger& l) {
  return ratio(to_double(unit_ticks), static_cast<double>(l.length));
}
/// Mean over stock points of the share of the window.
inline double point_share(Wide ticks, const Ledger& l) {
  return ratio(to_double(ticks), static_cast<double>(l.length) * static_cast<double>(l.points));
}
/// Per 24 h of the window.
inline double per_day(double amount, const Ledger& l) {
  return l.length > 0 ? amount * static_cast<double>(day) / static_cast<double>(l.length) : undefined;
}

}  // namespace restock
