// What the report of a sweep tells of: its cells by alternative and design point, the levels of its factors, and which
// cell is best. Filled once; sections only read it.
#pragma once

#include "estimate/estimate.hpp"
#include "output/sweep_result.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace restock::report {

/// Values of a factor that charts show together: one value, or neighbours where there are many.
struct FactorLevel {
  std::string name;  ///< `24`, `4 – 6.5`
  std::vector<std::size_t> points;
};

/// The value of a factor at a design point as tables and axes have room for, without its unit.
std::string short_value(const FactorColumn& factor, std::size_t point);

/// What a factor does to a metric in one alternative: means over all design points of a level.
struct MainEffect {
  std::vector<Estimate> means;  ///< by level
  std::size_t lowest = 0, highest = 0;
  Estimate span;  ///< highest less lowest, replication by replication
};

class SweepStudy {
 public:
  /// `by` ranks; empty: profit if anything was sold, else total_cost. Throws ResultError.
  SweepStudy(const SweepResult& result, const std::string& by);

  const SweepResult& result() const { return *result_; }
  const SweepHeader& header() const { return result_->header(); }
  std::size_t variants() const { return header().variants(); }
  std::size_t by() const { return by_; }
  /// A variant is design point × alternatives + alternative. Values are those of its replications.
  std::span<const double> of(std::size_t metric, std::size_t variant) const;
  Estimate estimate_of(std::size_t metric, std::size_t variant) const;
  /// Whether it has different values somewhere, and any at all.
  bool varies(std::size_t metric) const;

  /// Those with a value of the metric that ranks, the best mean first.
  const std::vector<std::size_t>& ranking() const { return ranking_; }
  /// How many others are not clearly worse than the best mean: paired, 95 % for all at once.
  std::size_t as_good() const { return as_good_; }

  const std::vector<FactorLevel>& levels(std::size_t factor) const { return levels_[factor]; }
  /// The mean over design points of an alternative in each replication.
  std::vector<double> mean_over(std::size_t metric, std::size_t alternative,
                                const std::vector<std::size_t>& points) const;
  MainEffect main_effect(std::size_t metric, std::size_t factor, std::size_t alternative) const;
  /// Factors by the size of their effect on the metric that ranks, the largest first; those with one level are left
  /// out.
  const std::vector<std::size_t>& strongest() const { return strongest_; }

  /// `S = 45, rate = 6 per d in more`.
  std::string name_of(std::size_t variant) const;

 private:
  const std::vector<double>& values(std::size_t metric) const;
  void rank();
  double largest_span(std::size_t factor) const;

  const SweepResult* result_;
  std::size_t by_ = 0, as_good_ = 0;
  std::vector<std::size_t> ranking_, strongest_;
  std::vector<std::vector<FactorLevel>> levels_;
  mutable std::map<std::size_t, std::vector<double>> read_;  ///< by metric
};

}  // namespace restock::report
