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

/// Erlang's loss probability (1917): `load` = arrivals per service time.
inline double erlang_b(int servers, double load) {
  double b = 1.0;
  for (int n = 1; n <= servers; ++n) b = load * b / (n + load * b);
  return b;
}

}  // namespace restock::theory
