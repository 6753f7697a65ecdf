// What bad outcomes were put down to: how much of each, by cause and replication, as a result keeps it in /attribution.
// Filled by campaign/, shown by analysis/.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace restock {

/// Which causes and outcomes. No causes: a result without attribution.
struct AttributionAxes {
  std::vector<std::string> causes;
  std::vector<std::string> off;       ///< by cause: the patches that switch it off, separated by `; `
  std::vector<std::string> outcomes;  ///< `lost`, `cancelled`, or metrics
  std::vector<std::string> units;     ///< of the outcomes
  bool exact = true;                  ///< over all orders of removal; else over orders that each replication drew
  std::size_t permutations = 0;       ///< pairs of orders that each replication drew

  std::size_t pairs() const { return causes.empty() ? 0 : causes.size() * (causes.size() - 1) / 2; }
};

/// Values by replication; NaN where the outcome is not defined.
struct Attribution {
  AttributionAxes axes;
  std::size_t replications = 0;
  std::vector<std::vector<double>> total;         ///< [outcome][replication]: with all causes
  std::vector<std::vector<double>> base;          ///< likewise, with none: what ordinary randomness leaves
  std::vector<std::vector<double>> shares;        ///< [outcome][cause × replications + replication]
  std::vector<std::vector<double>> alone;         ///< likewise: what goes when only this cause is switched off
  std::vector<std::vector<double>> interactions;  ///< [outcome][pair × replications + replication], pairs (0, 1), (0,
                                                  ///< 2) …; NaN in replications that drew no order with the pair
};

}  // namespace restock
