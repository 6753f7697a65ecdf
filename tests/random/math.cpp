// Our own functions against the C library's and Boost.Math's, which are only ever called in tests.
#include "random/math.hpp"

#include "catch.hpp"
#include "random/draws.hpp"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

using namespace restock;

namespace {

/// Distance in units of the last place of the expected value.
double ulps(double value, double expected) {
  if (value == expected) return 0.0;
  const double size = std::fabs(expected);
  return std::fabs(value - expected) / (std::nextafter(size, infinity) - size);
}

double relative(double value, double expected) { return std::fabs(value - expected) / std::fabs(expected); }

/// A few thousand reproducible points.
class Points {
 public:
  explicit Points(std::uint64_t nth) : draws_({17, 0, 0, Purpose::test, nth}) {}
  double between(double low, double high) { return low + (high - low) * draws_.uniform(); }
  /// Spread evenly over the magnitudes.
  double magnitude(double low, double high) { return std::exp(between(std::log(low), std::log(high))); }

 private:
  Draws draws_;
};

constexpr int many = 50'000;
constexpr int some = 3'000;

}  // namespace

TEST_CASE("log is within 1 ulp of the C library's") {
  Points points(1);
  double worst = 0.0;
  for (int i = 0; i < many; ++i) {
    for (const double x : {points.between(0.0, 1.0), points.between(0.9, 1.1), points.magnitude(1e-300, 1e300)})
      worst = std::max(worst, ulps(own_log(x), std::log(x)));
  }
  CHECK(worst <= 1.0);
  CHECK(own_log(1.0) == 0.0);
  CHECK(own_log(0.0) == -infinity);
  CHECK(own_log(infinity) == infinity);
  CHECK(std::isnan(own_log(-1.0)));
  CHECK(ulps(own_log(5e-324), std::log(5e-324)) <= 1.0);
  CHECK(ulps(own_log(1e-310), std::log(1e-310)) <= 1.0);
}

TEST_CASE("log of one plus x keeps small x") {
  Points points(2);
  double worst = 0.0;
  for (int i = 0; i < many; ++i) {
    const double x = points.magnitude(1e-18, 1e18);
    worst = std::max(worst, ulps(own_log1p(x), std::log1p(x)));
    const double y = -points.magnitude(1e-18, 0.999);
    worst = std::max(worst, ulps(own_log1p(y), std::log1p(y)));
  }
  CHECK(worst <= 3.0);
  CHECK(own_log1p(-1.0) == -infinity);
}

TEST_CASE("exp is within 1 ulp of the C library's, down to the smallest numbers") {
  Points points(3);
  double worst = 0.0;
  for (int i = 0; i < many; ++i) {
    for (const double x : {points.between(-1.0, 1.0), points.between(-745.0, 709.78)})
      worst = std::max(worst, ulps(own_exp(x), std::exp(x)));
  }
  CHECK(worst <= 1.0);
  CHECK(own_exp(0.0) == 1.0);
  CHECK(own_exp(-infinity) == 0.0);
  CHECK(own_exp(infinity) == infinity);
  CHECK(own_exp(710.0) == infinity);
  CHECK(own_exp(-746.0) == 0.0);
  CHECK(std::isnan(own_exp(not_a_number)));
}

TEST_CASE("pow is within 1 ulp for moderate results and within 32 for any") {
  Points points(4);
  double moderate = 0.0;
  double any = 0.0;
  for (int i = 0; i < many; ++i) {
    const double base = points.magnitude(1e-16, 40.0);
    const double power = points.between(-0.4, 0.4);
    moderate = std::max(moderate, ulps(own_pow(base, power), std::pow(base, power)));
    const double wide = points.magnitude(1e-200, 1e200);
    const double most = 690.0 / std::fabs(std::log(wide));
    const double steep = points.between(-most, most);
    any = std::max(any, ulps(own_pow(wide, steep), std::pow(wide, steep)));
  }
  CHECK(moderate <= 1.0);
  CHECK(any <= 32.0);
  CHECK(own_pow(0.0, 2.0) == 0.0);
  CHECK(own_pow(0.0, -2.0) == infinity);
  CHECK(own_pow(0.0, 0.0) == 1.0);
  CHECK(own_pow(2.0, 10.0) == 1024.0);
  CHECK(own_pow(10.0, 400.0) == infinity);
  CHECK(own_pow(10.0, -400.0) == 0.0);
}

TEST_CASE("log gamma agrees with the C library") {
  Points points(5);
  double worst = 0.0;
  for (int i = 0; i < some; ++i) {
    const double x = points.magnitude(1e-6, 1e9);
    worst = std::max(worst, std::fabs(log_gamma(x) - std::lgamma(x)) / std::max(1.0, std::fabs(std::lgamma(x))));
  }
  CHECK(worst < 1e-14);
  CHECK(log_gamma(1.0) == Approx(0.0).margin(1e-14));
  CHECK(log_gamma(0.5) == Approx(0.5 * std::log(std::acos(-1.0))).epsilon(1e-14));
}

TEST_CASE("incomplete gamma functions agree with Boost, tails included") {
  Points points(6);
  double worst = 0.0;
  for (int i = 0; i < some; ++i) {
    const double shape = points.magnitude(0.01, 1e6);
    const double x = std::max(1e-3, shape + points.between(-6.0, 6.0) * std::sqrt(shape));
    worst = std::max(worst, relative(gamma_p(shape, x), boost::math::gamma_p(shape, x)));
    worst = std::max(worst, relative(gamma_q(shape, x), boost::math::gamma_q(shape, x)));
  }
  CHECK(worst < 1e-11);
  CHECK(gamma_p(3.0, 0.0) == 0.0);
  CHECK(gamma_q(3.0, infinity) == 0.0);
}

TEST_CASE("incomplete beta agrees with Boost") {
  Points points(7);
  double worst = 0.0;
  for (int i = 0; i < some; ++i) {
    const double a = points.magnitude(0.05, 1e4);
    const double b = points.magnitude(0.05, 1e4);
    const double x = points.between(0.0, 1.0);
    worst = std::max(worst, std::fabs(beta_regularized(a, b, x) - boost::math::ibeta(a, b, x)));
  }
  CHECK(worst < 1e-10);
  CHECK(beta_regularized(2.0, 3.0, 0.0) == 0.0);
  CHECK(beta_regularized(2.0, 3.0, 1.0) == 1.0);
}

TEST_CASE("the normal distribution agrees with the C library and its quantile with Boost") {
  Points points(8);
  double cdf_worst = 0.0;
  double quantile_worst = 0.0;
  for (int i = 0; i < some; ++i) {
    const double z = points.between(-37.0, 8.0);
    cdf_worst = std::max(cdf_worst, relative(normal_cdf(z), 0.5 * std::erfc(-z / std::sqrt(2.0))));
    const double p = (i % 2 != 0) ? points.between(0.0, 1.0) : points.magnitude(1e-300, 0.5);
    const double expected = -std::sqrt(2.0) * boost::math::erfc_inv(2.0 * p);
    quantile_worst =
        std::max(quantile_worst, std::fabs(normal_quantile(p) - expected) / std::max(0.01, std::fabs(expected)));
  }
  CHECK(cdf_worst < 1e-12);
  CHECK(quantile_worst < 2e-15);
  CHECK(normal_quantile(0.5) == 0.0);
  CHECK(normal_quantile(0.0) == -infinity);
  CHECK(normal_quantile(1.0) == infinity);
}

TEST_CASE("the Poisson mass keeps its digits at large means, where lgamma loses them") {
  // Sum over the bulk of a Poisson distribution of mean 1e6 is 1; lgamma(1e6) alone carries an error of 1e-9.
  double total = 0.0;
  for (double k = 1e6 - 8e3; k <= 1e6 + 8e3; k += 1.0) total += std::exp(log_poisson_mass(k, 1e6));
  CHECK(total == Approx(1.0).epsilon(1e-12));
  CHECK(std::exp(log_poisson_mass(0.0, 2.0)) == Approx(std::exp(-2.0)).epsilon(1e-14));
  CHECK(std::exp(log_poisson_mass(3.0, 2.0)) == Approx(std::exp(-2.0) * 8.0 / 6.0).epsilon(1e-14));
}
