// The checks of a scenario (`expect`), from names to places: what each looks at in which alternative, its value in
// every replication, and what the intervals say at the end. Used by run.cpp and plan.cpp.
#pragma once

#include "core/id.hpp"
#include "core/issue.hpp"
#include "input/check.hpp"
#include "measure/detail.hpp"
#include "measure/record.hpp"
#include "output/claim.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace restock {

struct Variant;

/// One check of one alternative at one place.
struct PlannedCheck {
  CheckedClaim claim;  ///< all but the answer
  std::size_t alternative = 0;
  std::optional<SiteId> site;
  std::optional<ProductId> product;

  bool at_place() const { return site || product; }
};

/// Every check for each alternative, site and product that it names; problems are located where they are written.
std::vector<PlannedCheck> plan_checks(const std::vector<Variant>& variants, Detail detail, Issues& issues);

/// The values of all checks over the replications.
class CheckValues {
 public:
  CheckValues(const std::vector<PlannedCheck>& checks, std::size_t replications);

  /// Measures the checks of an alternative in one replication: those of the network, and those of single sites and
  /// products, if there are any. Calls for different replications or alternatives may run side by side.
  void see_totals(std::size_t alternative, std::size_t replication, const std::vector<double>& totals);
  bool looks_at_places(std::size_t alternative) const;
  void see_places(std::size_t alternative, std::size_t replication, const Record& record, const Layout& layout,
                  Detail detail);
  /// Room for so many replications, those that were seen kept. Not beside see().
  void grow(std::size_t replications);
  /// Over the first `replications`, which share so many resamples of the inputs, if any.
  std::vector<CheckedClaim> judged(std::size_t replications, std::size_t resamples) const;

 private:
  const std::vector<PlannedCheck>* checks_;
  std::vector<std::vector<double>> values_;  ///< [check][replication]
};

}  // namespace restock
