// Bursts, viral demand and common shocks against the formulas of their books.
#include "catch.hpp"
#include "core/hash.hpp"
#include "demand/bursts.hpp"
#include "demand/clusters.hpp"
#include "demand/moments.hpp"
#include "demand/shock.hpp"

#include <algorithm>

using namespace restock;

namespace {
const double one_day = static_cast<double>(day);
}

TEST_CASE("a burst jumps to its peak, fades by its decay, and bursts add") {
  const BurstPlan plan{{2 * day, 3 * day}, 0.0, one_day};
  BurstWalk walk(plan, 1, 0, 7, 0);
  CHECK(walk.at(2 * day - 1) == 0.0);
  CHECK(walk.at(2 * day) == 1.0);
  CHECK(walk.at(3 * day - 1) == Approx(std::exp(-1.0)));
  CHECK(walk.at(3 * day) == Approx(1.0 + std::exp(-1.0)));
  CHECK(walk.at(4 * day) == Approx(std::exp(-1.0) + std::exp(-2.0)));
  CHECK(walk.at(500 * day) < 1e-200);
}

TEST_CASE("shot noise has the mean and the variance of Campbell's theorem, to the same bits however it is asked") {
  // Rate ν, shots exp(−t/d): mean ν·d, variance ν·d/2 (N. Campbell 1909; S. O. Rice 1944).
  const BurstPlan plan{{}, one_day / 0.7, 2.0 * one_day};
  std::vector<double> values;
  for (std::uint64_t r = 0; r < 20'000; ++r) {
    BurstWalk walk(plan, 3, r, hash_name("press"), 0);
    BurstWalk other = walk;
    const double bound = other.most(50 * day, 51 * day);
    values.push_back(walk.at(60 * day));
    for (Time t = 50 * day; t < 51 * day; t += 5 * hour) REQUIRE(other.at(t) <= bound);
    REQUIRE(other.at(60 * day) == values.back());
  }
  const Sampled found = moments_of(values);
  CHECK(std::abs(found.mean - 1.4) < 4.0 * found.error);
  CHECK(found.variance == Approx(0.7).epsilon(0.05));
}

TEST_CASE("a seed brings a Borel number of customers in all") {
  // Total progeny of a Poisson branching process: mean 1/(1 − n), variance n/(1 − n)^3 (É. Borel 1942).
  for (const double n : {0.3, 0.8}) {
    const ClusterPlan plan{0.0, day, 1, n, {Exponential{{one_day}}}};
    std::vector<double> sizes;
    for (std::uint64_t r = 0; r < 20'000; ++r) {
      std::vector<Candidate> cluster{{day, child_number(0, 0)}};
      for (std::size_t i = 0; i < cluster.size(); ++i) {
        const Candidate parent = cluster[i];
        bring(plan, 5, r, hash_name("word of mouth"), parent, cluster);
      }
      std::sort(cluster.begin(), cluster.end());
      ClusterWalk walk(plan, 5, r, hash_name("word of mouth"), 0);
      for (const Candidate& one : cluster) {
        REQUIRE(walk.front() == one);
        walk.pop();
      }
      REQUIRE(walk.empty());
      sizes.push_back(static_cast<double>(cluster.size()));
    }
    const Sampled found = moments_of(sizes);
    CHECK(std::abs(found.mean - 1.0 / (1.0 - n)) < 4.0 * found.error);
    const double variance = n / std::pow(1.0 - n, 3.0);
    CHECK(found.variance == Approx(variance).epsilon(n < 0.5 ? 0.06 : 0.2));
  }
}

TEST_CASE("viral demand has the long-run mean and variance of a Hawkes process") {
  // Customers per time μ/(1 − n); variance of the count per time μ/(1 − n)^3 (Hawkes & Oakes 1974).
  const double mu = 2.0;
  const double n = 0.6;
  const ClusterPlan plan{one_day / mu, 0, 0, n, {Exponential{{0.1 * one_day}}}};
  std::vector<double> counts;
  for (std::uint64_t r = 0; r < 3000; ++r) {
    ClusterWalk walk(plan, 9, r, hash_name("viral"), -10 * day);
    double count = 0.0;
    for (; walk.front().at < 100 * day; walk.pop()) count += walk.front().at >= 0 ? 1.0 : 0.0;
    counts.push_back(count);
  }
  const Sampled found = moments_of(counts);
  CHECK(std::abs(found.mean - 100.0 * mu / (1.0 - n)) < 4.0 * found.error);
  CHECK(found.variance / 100.0 == Approx(mu / std::pow(1.0 - n, 3.0)).epsilon(0.1));
}

TEST_CASE("a walk through many seeds of one moment is in order") {
  const ClusterPlan plan{0.0, 3 * day, 200, 0.5, {Constant{{0.0}}}};
  ClusterWalk walk(plan, 9, 0, 1, 0);
  Candidate last{-never, 0};
  int customers = 0;
  for (; !walk.empty(); walk.pop(), ++customers) {
    REQUIRE(last < walk.front());
    last = walk.front();
  }
  CHECK(customers >= 200);
  CHECK(last.at > 3 * day);
}

TEST_CASE("a common shock has mean 1, its cv, and its correlation between streams") {
  const ShockPlan shock{hash_name("weather"), week, 0.4, 0.6, 1e9};
  std::vector<double> a, b;
  for (std::int64_t period = -2'000; period < 18'000; ++period) {
    a.push_back(shock.factor(1, 0, 100, period));
    b.push_back(shock.factor(1, 0, 200, period));
  }
  const Sampled found = moments_of(a);
  CHECK(std::abs(found.mean - 1.0) < 4.0 * found.error);
  CHECK(found.variance == Approx(0.16).epsilon(0.05));
  CHECK(correlation_of(a, b) == Approx(0.6).margin(0.02));
}

TEST_CASE("streams share all of a shock of correlation 1, and nothing of one of correlation 0") {
  const ShockPlan same{1, week, 0.5, 1.0, 1e9}, apart{1, week, 0.5, 0.0, 1e9};
  std::vector<double> a, b;
  for (std::int64_t period = 0; period < 4'000; ++period) {
    REQUIRE(same.factor(1, 0, 100, period) == same.factor(1, 0, 200, period));
    a.push_back(apart.factor(1, 0, 100, period));
    b.push_back(apart.factor(1, 0, 200, period));
  }
  CHECK(correlation_of(a, b) == Approx(0.0).margin(0.06));
}

TEST_CASE("what is cut off above `most` leaves the moments that are stated") {
  const ShockPlan shock{2, week, 1.2, 0.3, 2.0};
  const Moments stated = shock_moments(1.2, 2.0);
  std::vector<double> values;
  for (std::int64_t period = 0; period < 20'000; ++period) values.push_back(shock.factor(1, 0, 5, period));
  const Sampled found = moments_of(values);
  CHECK(stated.mean < 1.0);
  CHECK(std::abs(found.mean - stated.mean) < 4.0 * found.error);
  CHECK(found.variance == Approx(stated.variance).epsilon(0.05));
  CHECK(*std::max_element(values.begin(), values.end()) == 2.0);
  const Moments uncut = shock_moments(0.4, 50.0);
  CHECK(uncut.mean == Approx(1.0));
  CHECK(uncut.variance == Approx(0.16));
}
