// What a report tells of: the alternatives of one or of several results side by side, and their comparison. Filled
// once; sections only read it.
#pragma once

#include "analysis/compare.hpp"
#include "output/attribution.hpp"
#include "output/curves.hpp"
#include "output/reader.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace restock::report {

/// One alternative of one of the results.
struct Contestant {
  std::string name;       ///< as the comparison calls it
  std::size_t file = 0;   ///< index of its result
  std::size_t index = 0;  ///< its place in that result
  std::string style;      ///< class of its colour in page.css
};

class Study {
 public:
  /// Throws as `compare` does when the results cannot stand side by side.
  Study(const std::vector<ResultReader>& readers, const CompareOptions& options);

  const std::vector<Contestant>& contestants() const { return contestants_; }
  std::size_t size() const { return contestants_.size(); }
  const ResultReader& reader(std::size_t file) const { return (*readers_)[file]; }
  std::size_t files() const { return given_.size(); }
  const ResultHeader& header(std::size_t file = 0) const { return given_[file].results.header; }
  const Results& results(std::size_t file = 0) const { return given_[file].results; }

  /// Values of a metric over the replications of an alternative, and what they say about its mean.
  std::span<const double> values(std::size_t metric, std::size_t contestant) const;
  Estimate estimate_of(std::size_t metric, std::size_t contestant) const;
  Estimate estimate_of(std::string_view metric, std::size_t contestant) const;
  /// Whether any alternative has a value.
  bool defined(std::size_t metric) const;

  /// None when there is only one alternative.
  const std::optional<Comparison>& comparison() const { return comparison_; }
  /// The alternative that others are compared with, and the one with the best mean; the only one when there is one.
  std::size_t base() const { return base_; }
  std::size_t best() const { return best_; }
  std::size_t replications() const { return replications_; }
  /// The difference of an alternative to the base in a metric; null when it was not compared.
  const Difference* difference(std::size_t contestant, std::size_t metric) const;

  /// None where a result does not put outcomes down to causes.
  const std::optional<Attribution>& attribution(std::size_t file) const { return attributions_[file]; }
  const WaitBins& waits(std::size_t file) const { return waits_[file]; }
  const SeriesTable& series(std::size_t file) const { return series_[file]; }

 private:
  const std::vector<ResultReader>* readers_;
  std::vector<NamedResult> given_;
  std::vector<Contestant> contestants_;
  std::optional<Comparison> comparison_;
  std::size_t base_ = 0, best_ = 0, replications_ = 0;
  std::vector<std::optional<Attribution>> attributions_;
  std::vector<WaitBins> waits_;
  std::vector<SeriesTable> series_;
};

/// Index of a metric that is known to be one.
std::size_t metric_of(std::string_view name);

}  // namespace restock::report
