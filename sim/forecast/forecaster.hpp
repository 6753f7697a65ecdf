// One planner's forecast: what he has seen, what he expects, how wrong he has been. Shared by the engine and its twin,
// who each tell it what they have seen.
#pragma once

#include "forecast/rules.hpp"

#include <cstdint>
#include <span>

namespace restock {

/// Who forecasts: his rules, the doubles that he may remember (ForecastRules::memory), and for the method `known` the
/// true means of the buckets.
struct ForecastSource {
  const ForecastRules& rules;
  std::span<double> memory;
  std::span<const double> known;
};

/// The buckets are numbered from the first whole one; `seen` is the number of the one under way.
class Forecaster {
 public:
  Forecaster() = default;
  explicit Forecaster(Time first_bucket) : begin_(first_bucket) {}

  /// The bucket under way is over.
  void see(const ForecastSource& source, std::int64_t units);

  std::int64_t seen() const { return seen_; }
  /// When the bucket under way began; no bucket has begun before.
  Time begin() const { return begin_; }
  /// Whether there is a forecast: after the first whole bucket, or where the truth is known.
  bool ready(const ForecastSource& source) const;
  /// Units of a bucket that has not been seen; the planner's last word: bias and overlays included, never below 0.
  double of_bucket(const ForecastSource& source, std::int64_t number) const;
  /// Units in [from, from + span), `from` not before the bucket under way.
  double of_span(const ForecastSource& source, Time from, Time span) const;
  /// Units per day of the bucket under way.
  double per_day(const ForecastSource& source) const {
    return of_bucket(source, seen_) * static_cast<double>(day) / static_cast<double>(source.rules.buckets.every);
  }
  /// Errors one bucket ahead: how many, and their mean square.
  std::int64_t errors() const { return errors_; }
  double mean_square_error() const { return mean_square_; }

 private:
  std::int64_t seen_ = 0;
  std::int64_t origin_ = 0;  ///< buckets that the forecast in force knows of
  std::int64_t errors_ = 0;
  double mean_square_ = 0.0;
  Time begin_ = never;
};

}  // namespace restock
