// Our own elementary and special functions behind draws and results. Anyone may include this.
//
// glibc picks FMA or plain code for log, exp and pow by processor, and the two differ in the last bit. These use only
// + − × ÷ √ and integer operations (with -ffp-contract=off), so every x86-64 processor computes the same bits.
//
// own_log and own_exp follow fdlibm's e_log.c and e_exp.c: Copyright (C) 1993 by Sun Microsystems, Inc. All rights
// reserved. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice
// is preserved.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace restock {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

namespace math {

/// ln 2 in two parts; the first has 21 trailing zero bits, so its product with any exponent is exact.
inline constexpr double ln2_high = 6.93147180369123816490e-01;
inline constexpr double ln2_low = 1.90821492927058770002e-10;

/// x = significand · 2^exponent with the significand in [√½, √2).
struct Scaled {
  double significand;
  double exponent;
};

/// For positive, finite, normal x.
inline Scaled split_exponent(double x) {
  constexpr std::uint64_t root_half = 0x3fe6a09e00000000U;
  const std::uint64_t shifted = std::bit_cast<std::uint64_t>(x) + (0x3ff0000000000000U - root_half);
  const auto exponent = static_cast<std::int64_t>(shifted >> 52U) - 0x3ff;
  return {std::bit_cast<double>((shifted & 0x000fffffffffffffU) + root_half), static_cast<double>(exponent)};
}

/// ln of (1 + f) · 2^k, for one number or two at a time; the same bits either way. Error below 1 ulp.
template <class Real>
inline Real log_of_parts(Real f, Real k) {
  const Real half_square = 0.5 * f * f;
  const Real s = f / (2.0 + f);
  const Real z = s * s;
  const Real w = z * z;
  const Real even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const Real odd = z * (6.666666666666735130e-01 +
                        w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  return s * (half_square + (odd + even)) + k * ln2_low - half_square + f + k * ln2_high;
}

/// Natural logarithm of a positive, finite, normal x: no checks, for the hot path.
inline double log_of_normal(double x) {
  const auto [m, k] = split_exponent(x);
  return log_of_parts(m - 1.0, k);
}

}  // namespace math

/// Natural logarithm; −∞ at 0, not a number below. Error below 1 ulp.
inline double own_log(double x) {
  if (x >= std::numeric_limits<double>::min() && x < infinity) [[likely]]
    return math::log_of_normal(x);
  if (x == 0.0) return -infinity;
  if (!(x > 0.0)) return not_a_number;
  if (x == infinity) return x;
  return math::log_of_normal(x * 0x1p54) - 54.0 * math::ln2_low - 54.0 * math::ln2_high;
}

/// log(1 + x) without losing small x (W. Kahan's correction). Error of about 2 ulp.
inline double own_log1p(double x) {
  const double sum = 1.0 + x;
  if (sum == 1.0) return x;
  if (sum == infinity) return sum;
  return own_log(sum) * (x / (sum - 1.0));
}

double own_exp(double x);  ///< error below 1 ulp (fdlibm's e_exp.c)
double own_pow(double base,
               double power);  ///< base ≥ 0; error of 1 ulp while the result is within e^±16, at most 32 ulp

double log_gamma(double x);              ///< ln Γ(x), x > 0; error below 1e-14 · max(1, |result|)
double gamma_p(double shape, double x);  ///< regularized lower incomplete gamma P(shape, x), about 12 digits
double gamma_q(double shape, double x);  ///< 1 − P, accurate in the far tail
double beta_regularized(double a, double b, double x);  ///< regularized incomplete beta I_x(a, b)

double normal_density(double z);
double normal_cdf(double z);
double normal_quantile(double p);  ///< Wichura's AS241, relative error about 1e-16; ±∞ at 1 and 0

/// Natural logarithm of mean^k e^−mean / Γ(k + 1), k ≥ 0 real, mean > 0; accurate for means up to 1e9 and beyond
/// (C. Loader's saddle-point form, 2000).
double log_poisson_mass(double k, double mean);

}  // namespace restock
