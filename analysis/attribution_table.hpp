// What outcomes were put down to, for people and for `--json`. Returns text; runs nothing.
#pragma once

#include "estimate/estimate.hpp"
#include "output/attribution.hpp"
#include "output/results.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace restock {

/// A part of an outcome: means and intervals over replications.
struct AttributedPart {
  std::string cause;
  Estimate share;  ///< Shapley value; the means of all causes and of the base add up to that of the total
  Estimate alone;  ///< what goes when only this cause is switched off
  /// Of the total, 0 … 1 or beyond; only where the interval of the total excludes 0.
  std::optional<double> of_total;
};

struct AttributedPair {
  std::string first, second;
  Estimate more;          ///< than each by itself
  bool is_clear = false;  ///< its interval excludes 0
};

struct AttributedSum {
  std::string outcome, unit;
  Estimate total, base;
  std::optional<double> base_of_total;
  std::vector<AttributedPart> parts;  ///< in the order of the causes
  std::vector<AttributedPair> pairs;
};

/// Everything that is said of an attribution.
std::vector<AttributedSum> attributed_sums(const Attribution& found);

/// Units first; percentages only where the total is clear of 0; then pairs that clearly meet, and what was switched
/// off.
std::string attribution_table(const std::string& scenario, const Attribution& found);

/// One line, `restock.attribution/1`.
std::string attribution_json(const ResultHeader& header, const Attribution& found);

}  // namespace restock
