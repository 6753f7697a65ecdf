// How wrong forecasts were at one stock point, one bucket ahead: integer tallies over buckets within the window. Kept
// only where somebody forecasts.
#pragma once

#include "core/quantity.hpp"
#include "core/wide.hpp"

namespace restock {

/// What is not below 0 as an integer: thousandths of a unit, halves up, of at most 10^15 units.
constexpr std::int64_t thousandths(double units) {
  return units < 1e15 ? static_cast<std::int64_t>(units * 1000.0 + 0.5) : 1'000'000'000'000'000'000;
}
constexpr std::int64_t thousandths(Quantity units) {
  return units < 1'000'000'000'000'000 ? units * 1000 : 1'000'000'000'000'000'000;
}

struct ForecastFacts {
  Quantity buckets = 0;   ///< that were forecast and seen
  Quantity seen = 0;      ///< units that the planner saw in them
  Quantity demanded = 0;  ///< units that were asked for in them, whether he saw it or not
  Wide forecast = 0;      ///< this and the next two in thousandths
  Wide absolute = 0;      ///< |forecast − seen|
  Wide squared = 0;       ///< (forecast − seen)²
  Wide naive = 0;         ///< |seen − seen in the bucket before|, units: what the naive forecast would have been off

  void add(double expected, Quantity units, Quantity asked, Quantity before) {
    const std::int64_t said = thousandths(expected);
    const std::int64_t error = said - thousandths(units);
    ++buckets;
    seen += units;
    demanded += asked;
    forecast += said;
    absolute += error < 0 ? -error : error;
    squared += widen(error, error);
    naive += units < before ? before - units : units - before;
  }
  ForecastFacts& operator+=(const ForecastFacts& o) {
    buckets += o.buckets;
    seen += o.seen;
    demanded += o.demanded;
    forecast += o.forecast;
    absolute += o.absolute;
    squared += o.squared;
    naive += o.naive;
    return *this;
  }
  friend bool operator==(const ForecastFacts&, const ForecastFacts&) = default;
};

}  // namespace restock
