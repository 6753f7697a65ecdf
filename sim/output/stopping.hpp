// How a run that adds replications ended: part of a result, beside its numbers. Made by campaign/, kept by the writer,
// shown by analysis/.
#pragma once

#include "estimate/precision.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace restock {

/// An interval that was to become narrow enough.
struct ReachedWidth {
  std::size_t metric = 0;
  std::string alternative;
  WantedWidth wanted;
  Estimate value;
  bool met = false;
};

/// What became of one alternative in a selection.
struct Selected {
  std::string alternative;
  std::size_t replications = 0;  ///< that it has
  std::string beaten_by;         ///< empty: it is among those who were left
  Estimate value;                ///< of the metric
};

struct SelectionEnd {
  std::size_t metric = 0;
  double confidence = 0.95, indifference = 0.0;
  std::string chosen;  ///< empty: the maximum came first
  std::vector<Selected> alternatives;
};

struct Stopping {
  bool met = false;                       ///< else it gave up at the maximum
  std::size_t replications = 0;           ///< of those who have most
  std::size_t most = 0;                   ///< the maximum
  std::vector<std::size_t> looks;         ///< numbers of replications at which was asked
  std::vector<ReachedWidth> widths;       ///< of --precision
  std::optional<SelectionEnd> selection;  ///< of --select
};

/// Lines, the first of which says how it ended: `precision: met after 140 replications (looked at 20, 40, …)`.
std::string stopping_text(const Stopping& stopping);

}  // namespace restock
