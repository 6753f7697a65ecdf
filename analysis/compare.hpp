// Alternatives against each other, paired by replication: the same customers met each of them. Reads results; runs
// nothing.
#pragma once

#include "estimate/best.hpp"
#include "estimate/estimate.hpp"
#include "output/results.hpp"

#include <optional>
#include <string>
#include <vector>

namespace restock {

/// What to compare and how.
struct CompareOptions {
  std::string to;                    ///< the alternative that others are compared with; empty: the first
  std::string by;                    ///< the metric that ranks; empty: profit if anything was sold, else total_cost
  std::vector<std::string> metrics;  ///< names; empty: those that a planner looks at first
};

/// `same`: equal in every replication.
enum class Verdict { unclear, same, better, worse, higher, lower };

/// One metric of one alternative against the base.
struct Difference {
  std::size_t metric = 0;
  Estimate base, other;
  Paired paired;
  Verdict verdict = Verdict::unclear;  ///< clear when the simultaneous interval excludes 0
};

struct Contender {
  std::string name;
  std::vector<Difference> differences;
};

/// A place in the ranking by one metric, with what is known of its distance from the best of the others.
struct Rank : AgainstBest {
  std::string name;
  std::string beaten_by;  ///< the clearly better alternative with the best mean; empty when there is none
};

struct Comparison {
  std::string base;
  bool over_resamples = false;   ///< of the inputs: the pairs are their means
  std::size_t replications = 0;  ///< common prefix, or resamples
  std::size_t by = 0;            ///< metric that ranks
  std::vector<Contender> contenders;
  std::vector<Rank> ranking;

  /// Replications after which, about, only one may be best, if differences stay what they are; none where that is
  /// settled, or never will be.
  std::optional<std::size_t> enough() const;
};

/// A result and the file it came from, which tells apart alternatives of the same name.
struct NamedResult {
  std::string path;
  Results results;
};

/// Throws ResultError (`not_comparable`, `unknown_name`) when seeds, windows or numerics differ, a name is not there,
/// or fewer than two alternatives are given.
Comparison compare(const std::vector<NamedResult>& given, const CompareOptions& options = {});

std::string compare_table(const Comparison& comparison);
/// One line, `restock.compare/1`.
std::string compare_json(const Comparison& comparison);

}  // namespace restock
