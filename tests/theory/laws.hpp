// Laws that several chapters go by. For the tables of expectations only.
#pragma once

#include <cmath>
#include <vector>

namespace restock::theory {

/// Probabilities of 0 to `most` customers.
inline std::vector<double> poisson_law(double mean, int most) {
  std::vector<double> p(1, std::exp(-mean));
  for (int n = 1; n <= most; ++n) p.push_back(p.back() * mean / n);
  return p;
}

}  // namespace restock::theory
