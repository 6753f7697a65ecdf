// Elementary functions that are not worth inlining, and the special functions built on them.
#include "random/math.hpp"

#include <cmath>

namespace restock {
namespace {

constexpr double half_log_two_pi = 9.18938533204672741780e-01;

/// 2^k as a double, −1022 ≤ k ≤ 1023.
double power_of_two(std::int64_t k) { return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52U); }

/// An unevaluated sum of two doubles, about 106 bits.
struct Double2 {
  double high;
  double low;
};

/// Exact sum (D. Knuth's two-sum).
Double2 exact_sum(double a, double b) {
  const double sum = a + b;
  const double part = sum - a;
  return {sum, (a - (sum - part)) + (b - part)};
}

/// Exact product (T. J. Dekker 1971), as there is no FMA to rely on. Factors below 2^970.
Double2 exact_product(double a, double b) {
  constexpr double splitter = 0x1p27 + 1.0;
  const double ta = splitter * a;
  const double tb = splitter * b;
  const double a1 = ta - (ta - a);
  const double b1 = tb - (tb - b);
  const double a2 = a - a1;
  const double b2 = b - b1;
  const double product = a * b;
  return {product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2};
}

/// atanh(s) / s − 1 for small z = s², |s| < 0.18: the Taylor series, truncated below 2^−60.
double atanh_tail(double z) {
  constexpr double reciprocals[12] = {1.0 / 25, 1.0 / 23, 1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15,
                                      1.0 / 13, 1.0 / 11, 1.0 / 9,  1.0 / 7,  1.0 / 5,  1.0 / 3};
  double sum = 0.0;
  for (const double reciprocal : reciprocals) sum = z * (reciprocal + sum);
  return sum;
}

/// ln x to about 60 bits, for own_pow. x positive, finite, normal.
Double2 long_log(double x) {
  const auto [m, k] = math::split_exponent(x);
  const double f = m - 1.0;
  const Double2 divisor = exact_sum(2.0, f);
  const double s = f / divisor.high;
  const Double2 back = exact_product(s, divisor.high);
  const double s_low = (((f - back.high) - back.low) - s * divisor.low) / divisor.high;
  const Double2 sum = exact_sum(k * math::ln2_high, 2.0 * s);
  const double z = s * s;
  const double low = sum.low + 2.0 * s_low * (1.0 + z) + 2.0 * s * atanh_tail(z) + k * math::ln2_low;
  return exact_sum(sum.high, low);
}

/// ln Γ(x + 1) − ((x + ½) ln x − x + ½ ln 2π) for x ≥ 8: Stirling's series.
double stirling_series(double x) {
  const double z = 1.0 / (x * x);
  return (1.0 / 12 -
          z * (1.0 / 360 -
               z * (1.0 / 1260 - z * (1.0 / 1680 - z * (1.0 / 1188 - z * (691.0 / 360360 -
                                                                          z * (1.0 / 156 - z * 3617.0 / 122400))))))) /
         x;
}

double stirling_error(double x) {
  if (x >= 8.0) return stirling_series(x);
  return log_gamma(x + 1.0) - ((x + 0.5) * own_log(x) - x + half_log_two_pi);
}

/// ln r − (r − 1) without cancellation near r = 1.
double log_minus_excess(double r) {
  const double d = r - 1.0;
  if (d < -0.25 || d > 0.4) return own_log(r) - d;
  const double s = d / (2.0 + d);
  return 2.0 * s * atanh_tail(s * s) - d * s;
}

}  // namespace

double own_exp(double x) {
  if (!(x < 709.782712893383973096)) return x != x ? x : infinity;
  if (x < -745.13321910194110842) return 0.0;
  const double k = std::floor(1.44269504088896338700 * x + 0.5);
  const double high = x - k * math::ln2_high;
  const double low = k * math::ln2_low;
  const double r = high - low;
  const double z = r * r;
  const double c =
      r -
      z * (1.66666666666666019037e-01 +
           z * (-2.77777777770155933842e-03 +
                z * (6.61375632143793436117e-05 + z * (-1.65339022054652515390e-06 + z * 4.13813679705723846039e-08))));
  const double y = 1.0 + (r * c / (2.0 - c) - low + high);
  const auto exponent = static_cast<std::int64_t>(k);
  if (exponent > 1023) return y * 2.0 * power_of_two(exponent - 1);
  if (exponent < -1021) return y * power_of_two(exponent + 1000) * 0x1p-1000;
  return y * power_of_two(exponent);
}

double own_pow(double base, double power) {
  if (power == 0.0 || base == 1.0) return 1.0;
  if (base != base || power != power || base < 0.0) return not_a_number;
  if (base == 0.0) return power > 0.0 ? 0.0 : infinity;
  if (base == infinity) return power > 0.0 ? infinity : 0.0;
  const bool tiny = base < std::numeric_limits<double>::min();
  const Double2 log = long_log(tiny ? base * 0x1p54 : base);
  const double high = tiny ? log.high - 54.0 * (math::ln2_high + math::ln2_low) : log.high;
  const double rough = power * high;
  if (rough > 710.0) return infinity;
  if (rough < -746.0) return 0.0;
  const Double2 exponent = exact_product(power, high);
  const double result = own_exp(exponent.high);
  return result == infinity ? result : result + result * (exponent.low + power * log.low);
}

double log_gamma(double x) {
  if (!(x > 0.0)) return x == 0.0 ? infinity : not_a_number;
  double product = 1.0;
  double shifted = x;
  for (; shifted < 9.0; shifted += 1.0) product *= shifted;
  // Γ(y) = Γ(y + 1) / y, so (y + ½) ln y becomes (y − ½) ln y.
  const double stirling = (shifted - 0.5) * own_log(shifted) - shifted + half_log_two_pi + stirling_series(shifted);
  return stirling - own_log(product);
}

double log_poisson_mass(double k, double mean) {
  if (k == 0.0) return -mean;
  if (mean == 0.0) return -infinity;
  if (k < 1e-3) return k * own_log(mean) - mean - log_gamma(k + 1.0);
  return k * log_minus_excess(mean / k) - stirling_error(k) - 0.5 * own_log(k) - half_log_two_pi;
}

namespace {

/// P by its power series; converges fast for x < shape + 1.
double gamma_p_series(double shape, double x) {
  double term = 1.0;
  double sum = 1.0;
  for (double n = shape + 1.0; term > sum * 0x1p-56; n += 1.0) {
    term *= x / n;
    sum += term;
  }
  return sum * own_exp(log_poisson_mass(shape, x));
}

/// Guards the modified Lentz algorithm against division by zero.
double away_from_zero(double x) { return x > -1e-300 && x < 1e-300 ? 1e-300 : x; }

bool converged(double factor) { return factor > 1.0 - 0x1p-52 && factor < 1.0 + 0x1p-51; }

/// Q by Legendre's continued fraction (modified Lentz), for x ≥ shape + 1.
double gamma_q_fraction(double shape, double x) {
  double b = x + 1.0 - shape;
  double c = 1e300;
  double d = 1.0 / away_from_zero(b);
  double h = d;
  for (double n = 1.0; n < 1e8; n += 1.0) {
    const double a = n * (shape - n);
    b += 2.0;
    d = 1.0 / away_from_zero(a * d + b);
    c = away_from_zero(b + a / c);
    const double factor = c * d;
    h *= factor;
    if (converged(factor)) break;
  }
  return h * shape * own_exp(log_poisson_mass(shape, x));
}

/// The continued fraction of I_x(a, b) without its prefactor (Abramowitz & Stegun 26.5.8, modified Lentz).
double beta_fraction(double a, double b, double x) {
  double c = 1.0;
  double d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
  double h = d;
  for (double m = 1.0; m < 1e8; m += 1.0) {
    const double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
    d = 1.0 / away_from_zero(1.0 + even * d);
    c = away_from_zero(1.0 + even / c);
    h *= c * d;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
    d = 1.0 / away_from_zero(1.0 + odd * d);
    c = away_from_zero(1.0 + odd / c);
    h *= c * d;
    if (converged(c * d)) break;
  }
  return h;
}

}  // namespace

double gamma_p(double shape, double x) {
  if (!(x > 0.0)) return 0.0;
  if (x == infinity) return 1.0;
  return x < shape + 1.0 ? gamma_p_series(shape, x) : 1.0 - gamma_q_fraction(shape, x);
}

double gamma_q(double shape, double x) {
  if (!(x > 0.0)) return 1.0;
  if (x == infinity) return 0.0;
  return x < shape + 1.0 ? 1.0 - gamma_p_series(shape, x) : gamma_q_fraction(shape, x);
}

double beta_regularized(double a, double b, double x) {
  if (!(x > 0.0)) return 0.0;
  if (x >= 1.0) return 1.0;
  const double front = own_exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * own_log(x) + b * own_log1p(-x));
  if (x < (a + 1.0) / (a + b + 2.0)) return front * beta_fraction(a, b, x) / a;
  return 1.0 - front * beta_fraction(b, a, 1.0 - x) / b;
}

double normal_density(double z) { return own_exp(-0.5 * z * z - half_log_two_pi); }

double normal_cdf(double z) {
  const double tail = 0.5 * gamma_q(0.5, 0.5 * z * z);
  return z > 0.0 ? 1.0 - tail : tail;
}

namespace {

/// A ratio of two polynomials of degree 7, written as AS241 prints them; the denominator's constant is 1.
double ratio(const double (&numerator)[8], const double (&denominator)[7], double x) {
  double above = numerator[7];
  double below = denominator[6];
  for (int i = 6; i >= 0; --i) above = above * x + numerator[i];
  for (int i = 5; i >= 0; --i) below = below * x + denominator[i];
  return above / (below * x + 1.0);
}

constexpr double center_above[8] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                    1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                    3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr double center_below[7] = {4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
                                    2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
                                    5.2264952788528545610e+3};
constexpr double middle_above[8] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                    3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                    2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double middle_below[7] = {2.05319162663775882187e0,  1.67638483018380384940e0,  6.89767334985100004550e-1,
                                    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
                                    1.05075007164441684324e-9};
constexpr double tail_above[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                  2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                  2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double tail_below[7] = {5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
                                  7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
                                  2.04426310338993978564e-15};

}  // namespace

// M. J. Wichura (1988): Algorithm AS 241, The percentage points of the normal distribution, routine PPND16.
double normal_quantile(double p) {
  const double q = p - 0.5;
  if (q > -0.425 && q < 0.425) return q * ratio(center_above, center_below, 0.180625 - q * q);
  const double tail = q < 0.0 ? p : 1.0 - p;
  if (!(tail > 0.0)) return tail == 0.0 ? (q < 0.0 ? -infinity : infinity) : not_a_number;
  const double r = std::sqrt(-own_log(tail));
  const double z = r <= 5.0 ? ratio(middle_above, middle_below, r - 1.6) : ratio(tail_above, tail_below, r - 5.0);
  return q < 0.0 ? -z : z;
}

}  // namespace restock
