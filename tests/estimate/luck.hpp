// Normal variates for the tests of this folder.
#pragma once

#include "random/draws.hpp"

#include <cmath>

namespace restock_test {

/// By the sum of twelve uniforms: exact mean 0 and variance 1, and close enough to normal for coverage.
inline double bell(restock::Draws& draws) {
  double sum = -6.0;
  for (int i = 0; i < 12; ++i) sum += draws.uniform();
  return sum;
}

/// Four standard errors of a share p over so many trials: by luck a test fails once in 16,000.
inline double four_errors(double p, int trials) { return 4.0 * std::sqrt(p * (1.0 - p) / trials); }

}  // namespace restock_test
