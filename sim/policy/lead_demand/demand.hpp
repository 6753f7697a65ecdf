// Demand over a time, as whoever sets a level knows it: the food of the laws beside this file.
#pragma once

#include <cmath>
#include <vector>

namespace restock {

struct DemandOver {
  double mean = 0.0;
  double variance = 0.0;
  std::vector<double> sums;  ///< what it has been, for the empirical law

  double sd() const { return std::sqrt(variance); }
};

}  // namespace restock
