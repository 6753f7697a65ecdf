// The outcomes of a unit of demand as a picture shows them: those of the ledger, cancellations by reason.
#pragma once

#include "analysis/report/study.hpp"

#include <span>
#include <vector>

namespace restock::report {

/// An outcome: one metric less those that are told apart from it.
struct OutcomeKind {
  const char* metric;
  const char* label;
  const char* style;  ///< class of its colour in page.css
  std::vector<const char*> without = {};
};

/// In the order of the story; the first is what was shipped at once. They add up to demand.
std::span<const OutcomeKind> outcome_kinds();

/// Units of a kind in each replication of an alternative.
std::vector<double> kind_values(const Study& study, const OutcomeKind& kind, std::size_t contestant);

}  // namespace restock::report
