#include "demand/shock.hpp"

#include "random/math.hpp"

namespace restock {

// E[F; F ≤ m] = P(k + 1, mk) and E[F²; F ≤ m] = (1 + 1/k)·P(k + 2, mk) for a gamma of shape k and mean 1.
Moments shock_moments(double cv, double most) {
  const double k = 1.0 / (cv * cv);
  const double above = gamma_q(k, most * k);
  const double mean = gamma_p(k + 1.0, most * k) + most * above;
  const double square = (1.0 + 1.0 / k) * gamma_p(k + 2.0, most * k) + most * most * above;
  return {mean, square - mean * mean};
}

}  // namespace restock
