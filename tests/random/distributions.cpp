// Every distribution: draws against its cdf and moments, cdf against Boost.Math's, quantile against cdf.
#include "random/distribution.hpp"

#include "catch.hpp"
#include "core/contract.hpp"
#include "core/hash.hpp"

#include <algorithm>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <map>
#include <vector>

using namespace restock;

namespace {

Distribution ready(Distribution distribution) {
  prepare(distribution);
  return distribution;
}

const Empirical measured{{{3.0}, {1.0}, {4.0}, {1.0}, {9.0}}, {2.0, 7.0, 1.0, 8.0, 2.0}};

std::vector<Distribution> continuous_ones() {
  return {
      Uniform{{2.0}, {7.0}},
      Triangular{{1.0}, {2.0}, {6.0}},
      Triangular{{1.0}, {1.0}, {6.0}},
      Exponential{{4.0}},
      Erlang{{6.0}, 1},
      Erlang{{6.0}, 3},
      Erlang{{6.0}, 16},
      Erlang{{6.0}, 40},
      Gamma{{5.0}, 0.05},
      Gamma{{5.0}, 0.5},
      Gamma{{5.0}, 1.0},
      Gamma{{5.0}, 2.0},
      Weibull{{10.0}, 0.8},
      Weibull{{10.0}, 1.7},
      Weibull{{10.0}, 6.0},
      Lognormal{{8.0}, 0.1},
      Lognormal{{8.0}, 0.6},
      TruncatedNormal{{5.0}, {3.0}},
      TruncatedNormal{{5.0}, {3.0}, {4.0}, {6.5}},
      TruncatedNormal{{1.0}, {1.0}, {6.0}, {9.0}},
      TruncatedNormal{{-20.0}, {2.0}},
  };
}

std::vector<Distribution> discrete_ones() {
  return {
      DiscreteUniform{{2.0}, {17.0}},
      DiscreteUniform{{5.0}, {5.0}},
      Poisson{{0.0}},
      Poisson{{0.3}},
      Poisson{{2.5}},
      Poisson{{9.99}},
      Poisson{{10.0}},
      Poisson{{37.5}},
      Poisson{{12345.6}},
      Geometric{{1.0}},
      Geometric{{1.2}},
      Geometric{{40.0}},
      NegativeBinomial{{0.7}, 2.0},
      NegativeBinomial{{3.0}, 7.0},
      NegativeBinomial{{80.0}, 900.0},
      NegativeBinomial{{50.0}, 50.5},
      measured,
  };
}

std::vector<Distribution> all_ones() {
  std::vector<Distribution> all = continuous_ones();
  for (const Distribution& one : discrete_ones()) all.push_back(one);
  all.push_back(Constant{{3.5}});
  for (Distribution& one : all) prepare(one);
  return all;
}

std::vector<double> draw(const Distribution& distribution, std::uint64_t count) {
  std::vector<double> values;
  for (std::uint64_t nth = 0; nth < count; ++nth) {
    Draws draws({41, 0, hash_name(name_of(distribution)), Purpose::test, nth});
    values.push_back(sample(distribution, draws));
  }
  return values;
}

constexpr std::uint64_t count = 40'000;

}  // namespace

TEST_CASE("mean and variance of the draws lie within 4.5 standard errors of the formulas") {
  for (const Distribution& distribution : all_ones()) {
    INFO(name_of(distribution) << " of mean " << mean(distribution));
    const std::vector<double> values = draw(distribution, count);
    double sum = 0.0;
    for (const double value : values) sum += value;
    const double centre = sum / count;
    double second = 0.0;
    double fourth = 0.0;
    for (const double value : values) {
      const double square = (value - centre) * (value - centre);
      second += square / count;
      fourth += square * square / count;
    }
    CHECK(std::fabs(centre - mean(distribution)) <= 4.5 * std::sqrt(variance(distribution) / count) + 1e-12);
    CHECK(std::fabs(second - variance(distribution)) <= 4.5 * std::sqrt((fourth - second * second) / count) + 1e-12);
  }
}

// Kolmogorov and Smirnov: √n · D exceeds 1.95 with probability 0.001.
TEST_CASE("continuous draws follow their cdf (Kolmogorov-Smirnov at 0.1 percent)") {
  for (const Distribution& raw : continuous_ones()) {
    const Distribution distribution = ready(raw);
    INFO(name_of(distribution) << " of mean " << mean(distribution) << ", variance " << variance(distribution));
    std::vector<double> values = draw(distribution, count);
    std::ranges::sort(values);
    double distance = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double share = cdf(distribution, values[i]);
      distance =
          std::max({distance, share - static_cast<double>(i) / count, static_cast<double>(i + 1) / count - share});
    }
    CHECK(distance * std::sqrt(static_cast<double>(count)) < 1.95);
  }
}

TEST_CASE("discrete draws follow their cdf (chi-square at 0.1 percent)") {
  for (const Distribution& raw : discrete_ones()) {
    const Distribution distribution = ready(raw);
    INFO(name_of(distribution) << " of mean " << mean(distribution) << ", variance " << variance(distribution));
    std::map<double, double> seen;
    for (const double value : draw(distribution, count)) seen[value] += 1.0;
    // Cells of whole values with at least ten expected draws, from the least value to the greatest one seen.
    double chi_square = 0.0;
    double expected = 0.0;
    double observed = 0.0;
    double below = 0.0;
    int cells = 0;
    for (double value = quantile(distribution, 0.0); value <= seen.rbegin()->first; value += 1.0) {
      expected += count * (cdf(distribution, value) - below);
      below = cdf(distribution, value);
      if (const auto found = seen.find(value); found != seen.end()) observed += found->second;
      if (expected < 10.0 || count * (1.0 - below) < 10.0) continue;
      chi_square += (observed - expected) * (observed - expected) / expected;
      expected = observed = 0.0;
      ++cells;
    }
    expected += count * (1.0 - below);
    if (expected > 0.0) chi_square += (observed - expected) * (observed - expected) / expected;
    INFO("chi-square " << chi_square << " with " << cells << " degrees of freedom");
    if (cells > 0) CHECK(gamma_q(0.5 * cells, 0.5 * chi_square) > 0.001);
    if (cells == 0) CHECK(seen.size() == 1);
  }
}

TEST_CASE("the quantile of p is the least value whose cdf reaches p") {
  for (const Distribution& distribution : all_ones()) {
    INFO(name_of(distribution) << " of mean " << mean(distribution) << ", variance " << variance(distribution));
    for (const double p : {0.001, 0.05, 0.3, 0.5, 0.77, 0.95, 0.9999}) {
      INFO("p = " << p);
      const double value = quantile(distribution, p);
      CHECK(cdf(distribution, value + 1e-9 * value) >= p - 1e-12);
      CHECK(cdf(distribution, value - 1e-9 * (value + 1.0)) <= p + 2e-8);
    }
  }
}

TEST_CASE("the quantiles of 0 and 1 are the bounds") {
  CHECK(quantile(Uniform{{2.0}, {7.0}}, 0.0) == 2.0);
  CHECK(quantile(Uniform{{2.0}, {7.0}}, 1.0) == 7.0);
  CHECK(quantile(Exponential{{2.0}}, 1.0) == infinity);
  CHECK(quantile(Gamma{{2.0}, 0.5}, 1.0) == infinity);
  CHECK(quantile(Poisson{{2.0}}, 0.0) == 0.0);
  CHECK(quantile(Geometric{{2.0}}, 0.0) == 1.0);
  CHECK(quantile(ready(TruncatedNormal{{5.0}, {3.0}, {4.0}, {6.5}}), 0.0) == Approx(4.0));
  CHECK(quantile(ready(TruncatedNormal{{5.0}, {3.0}, {4.0}, {6.5}}), 1.0) == 6.5);
  CHECK(quantile(ready(measured), 0.0) == 1.0);
  CHECK(quantile(ready(measured), 1.0) == 9.0);
}

TEST_CASE("cdfs agree with Boost.Math's") {
  namespace bm = boost::math;
  const Distribution erlang = Erlang{{6.0}, 3};
  const Distribution gamma = Gamma{{5.0}, 2.0};
  const Distribution weibull = ready(Weibull{{10.0}, 1.7});
  const Distribution lognormal = ready(Lognormal{{8.0}, 0.6});
  const Distribution triangular = Triangular{{1.0}, {2.0}, {6.0}};
  const double log_variance = std::log(1.36);
  const double scale = 10.0 / std::tgamma(1.0 + 1.0 / 1.7);
  for (double x = 0.25; x < 60.0; x *= 1.3) {
    INFO("x = " << x);
    CHECK(cdf(erlang, x) == Approx(bm::cdf(bm::gamma_distribution<>(3.0, 2.0), x)).epsilon(1e-12));
    CHECK(cdf(gamma, x) == Approx(bm::cdf(bm::gamma_distribution<>(0.25, 20.0), x)).epsilon(1e-12));
    CHECK(cdf(weibull, x) == Approx(bm::cdf(bm::weibull_distribution<>(1.7, scale), x)).epsilon(1e-12));
    CHECK(cdf(lognormal, x) ==
          Approx(bm::cdf(bm::lognormal_distribution<>(std::log(8.0) - 0.5 * log_variance, std::sqrt(log_variance)), x))
              .epsilon(1e-12));
    if (x > 1.0 && x < 6.0)
      CHECK(cdf(triangular, x) == Approx(bm::cdf(bm::triangular_distribution<>(1.0, 2.0, 6.0), x)).epsilon(1e-12));
  }
  for (double k = 0.0; k < 40.0; k += 1.0) {
    INFO("k = " << k);
    CHECK(cdf(Poisson{{7.5}}, k) == Approx(bm::cdf(bm::poisson_distribution<>(7.5), k)).epsilon(1e-12));
    CHECK(cdf(NegativeBinomial{{3.0}, 7.0}, k) ==
          Approx(bm::cdf(bm::negative_binomial_distribution<>(9.0 / 4.0, 3.0 / 7.0), k)).epsilon(1e-12));
  }
}

TEST_CASE("moments that a formula gives in closed form") {
  CHECK(variance(Weibull{{10.0}, 1.0}) == Approx(100.0).epsilon(1e-12));
  CHECK(variance(Weibull{{10.0}, 2.0}) == Approx(100.0 * (4.0 / std::acos(-1.0) - 1.0)).epsilon(1e-12));
  // Half a normal: mean √(2/π), variance 1 − 2/π.
  const Distribution half = ready(TruncatedNormal{{0.0}, {1.0}});
  CHECK(mean(half) == Approx(std::sqrt(2.0 / std::acos(-1.0))).epsilon(1e-12));
  CHECK(variance(half) == Approx(1.0 - 2.0 / std::acos(-1.0)).epsilon(1e-12));
  CHECK(mean(ready(measured)) == Approx((15.0 + 6.0 + 4.0 + 18.0) / 20.0).epsilon(1e-14));
}

TEST_CASE("a Poisson of mean one million has the spread of one, not of its rounding") {
  const Distribution poisson = Poisson{{1e6}};
  double second = 0.0;
  for (const double value : draw(poisson, count)) second += (value - 1e6) * (value - 1e6) / count;
  CHECK(second == Approx(1e6).epsilon(4.5 * std::sqrt(2.0 / count)));
}

TEST_CASE("a far tail of a truncated normal keeps its digits") {
  // 25 sd out, the excess over the bound is close to exponential with mean sd²/distance = 0.04.
  const Distribution far = ready(TruncatedNormal{{0.0}, {1.0}, {25.0}});
  double sum = 0.0;
  for (const double value : draw(far, count)) {
    CHECK(value >= 25.0);
    sum += value - 25.0;
  }
  CHECK(sum / count == Approx(mean(far) - 25.0).epsilon(0.025));
  CHECK(mean(far) - 25.0 == Approx(0.04).epsilon(0.01));
}

TEST_CASE("quantities are whole, rounded half up, and never negative or beyond unlimited") {
  const auto one = [](const Distribution& distribution) {
    Draws draws({1, 1, 1, Purpose::order_size, 1});
    return sample_quantity(distribution, draws);
  };
  CHECK(one(Constant{{2.4}}) == 2);
  CHECK(one(Constant{{2.5}}) == 3);
  CHECK(one(Constant{{0.0}}) == 0);
  CHECK(one(Constant{{1e30}}) == unlimited);
}

TEST_CASE("an empirical distribution does not depend on the order of its rows") {
  const Distribution forwards = ready(Empirical{{{1.0}, {2.0}, {2.0}, {5.0}}, {0.1, 0.2, 0.3, 0.7}});
  const Distribution backwards = ready(Empirical{{{5.0}, {2.0}, {2.0}, {1.0}}, {0.7, 0.3, 0.2, 0.1}});
  CHECK(draw(forwards, 1000) == draw(backwards, 1000));
}

TEST_CASE("values of weight zero are never drawn, and equal weights are the default") {
  const Distribution one = ready(Empirical{{{1.0}, {2.0}, {3.0}}, {0.0, 1.0, 0.0}});
  for (const double value : draw(one, 1000)) CHECK(value == 2.0);
  CHECK(mean(ready(Empirical{{{1.0}, {2.0}, {6.0}}})) == Approx(3.0));
}

TEST_CASE("a distribution that was not prepared refuses to be drawn from") {
  Draws draws({1, 1, 1, Purpose::test, 1});
  CHECK_THROWS_AS(sample(Weibull{{10.0}, 1.7}, draws), ContractBroken);
  CHECK_THROWS_AS(sample(Lognormal{{10.0}, 1.7}, draws), ContractBroken);
  CHECK_THROWS_AS(sample(TruncatedNormal{{10.0}, {1.7}}, draws), ContractBroken);
  CHECK_THROWS_AS(sample(measured, draws), ContractBroken);
}
