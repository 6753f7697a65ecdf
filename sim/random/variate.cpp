// Gamma and Poisson variates by rejection: exact, and any number of words may be taken from one address.
#include "random/variate.hpp"

namespace restock {
namespace {

/// By sequential search: one word, about `mean` steps.
double poisson_by_search(double mean, Draws& draws) {
  double rest = draws.uniform();
  double mass = own_exp(-mean);
  double k = 0.0;
  // The remaining mass falls below the resolution of one word before the loop's second condition can matter.
  while (rest > mass && (mass > 0x1p-70 || k < mean)) {
    rest -= mass;
    k += 1.0;
    mass *= mean / k;
  }
  return k;
}

/// W. Hörmann (1993): The transformed rejection method for generating Poisson random variables, algorithm PTRS.
double poisson_by_rejection(double mean, Draws& draws) {
  const double b = 0.931 + 2.53 * std::sqrt(mean);
  const double a = -0.059 + 0.02483 * b;
  const double squeeze = 0.9277 - 3.6224 / (b - 2.0);
  while (true) {
    const double u = draws.uniform() - 0.5;
    const double v = draws.uniform();
    const double edge = 0.5 - std::fabs(u);
    const double k = std::floor((2.0 * a / edge + b) * u + mean + 0.43);
    if (edge >= 0.07 && v <= squeeze) return k;
    if (k < 0.0 || (edge < 0.013 && v > edge)) continue;
    const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
    if (own_log(v * inverse_alpha / (a / (edge * edge) + b)) <= log_poisson_mass(k, mean)) return k;
  }
}

}  // namespace

// G. Marsaglia and W. W. Tsang (2000): A simple method for generating gamma variables; the normal by inversion.
double gamma_variate(double shape, Draws& draws) {
  if (shape < 1.0) {
    const double larger = gamma_variate(shape + 1.0, draws);
    return larger * own_pow(draws.uniform(), 1.0 / shape);
  }
  const double d = shape - 1.0 / 3.0;
  const double c = 1.0 / (3.0 * std::sqrt(d));
  while (true) {
    const double z = normal_quantile(draws.uniform());
    const double root = 1.0 + c * z;
    if (root <= 0.0) continue;
    const double v = root * root * root;
    const double u = draws.uniform();
    const double square = z * z;
    if (u < 1.0 - 0.0331 * square * square) return d * v;
    if (own_log(u) < 0.5 * square + d - d * v + d * own_log(v)) return d * v;
  }
}

double poisson_variate(double mean, Draws& draws) {
  return mean < 10.0 ? poisson_by_search(mean, draws) : poisson_by_rejection(mean, draws);
}

}  // namespace restock
