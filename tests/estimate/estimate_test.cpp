// Means, intervals and paired differences: by hand, against printed tables of Student's t, and by coverage.
#include "estimate/estimate.hpp"

#include "random/draws.hpp"

#include "catch.hpp"

#include <cmath>
#include <limits>
#include <vector>

using namespace restock;

namespace {
const double absent = std::numeric_limits<double>::quiet_NaN();

/// Normal variate by the sum of twelve uniforms: exact mean and variance, close enough for coverage.
double bell(Draws& draws) {
  double sum = -6.0;
  for (int i = 0; i < 12; ++i) sum += draws.uniform();
  return sum;
}
}  // namespace

TEST_CASE("five_values_by_hand") {
  const std::vector<double> values{2.0, 4.0, 4.0, 4.0, 6.0};
  const Estimate e = estimate(values);
  CHECK(e.n == 5);
  CHECK(e.mean.value() == Approx(4.0));
  CHECK(e.deviation.value() == Approx(std::sqrt(2.0)));
  CHECK(e.half_width.value() == Approx(2.776445 * std::sqrt(2.0 / 5.0)).epsilon(1e-6));
}

TEST_CASE("student_quantiles_agree_with_printed_tables") {
  CHECK(student_quantile(0.975, 1) == Approx(12.7062047).epsilon(1e-8));
  CHECK(student_quantile(0.975, 9) == Approx(2.2621572).epsilon(1e-7));
  CHECK(student_quantile(0.975, 99) == Approx(1.9842170).epsilon(1e-7));
  CHECK(student_quantile(0.5, 4) == Approx(0.0).margin(1e-12));
}

TEST_CASE("replications_without_a_value_are_left_out_and_n_says_so") {
  const std::vector<double> values{absent, 3.0, absent, 5.0};
  const Estimate e = estimate(values);
  CHECK(e.n == 2);
  CHECK(e.mean.value() == 4.0);
  CHECK(e.half_width.has_value());
}

TEST_CASE("one_replication_has_a_mean_and_no_interval_and_none_has_nothing") {
  const Estimate one = estimate(std::vector<double>{7.0});
  CHECK(one.mean.value() == 7.0);
  CHECK_FALSE(one.half_width);
  CHECK_FALSE(one.deviation);
  const Estimate none = estimate(std::vector<double>{absent, absent});
  CHECK(none.n == 0);
  CHECK_FALSE(none.mean);
}

TEST_CASE("a_large_offset_does_not_swallow_the_variance") {
  std::vector<double> values;
  for (int i = 0; i < 1000; ++i) values.push_back(1e9 + (i % 2 == 0 ? 1.0 : -1.0));
  CHECK(estimate(values).deviation.value() == Approx(std::sqrt(1000.0 / 999.0)).epsilon(1e-9));
}

TEST_CASE("quantiles_of_a_sample_are_linear_between_order_statistics") {
  const std::vector<double> values{4.0, 1.0, absent, 3.0, 2.0};
  CHECK(sample_quantile(values, 0.0).value() == 1.0);
  CHECK(sample_quantile(values, 0.5).value() == 2.5);
  CHECK(sample_quantile(values, 1.0).value() == 4.0);
  CHECK_FALSE(sample_quantile(std::vector<double>{absent}, 0.5));
}

TEST_CASE("pairs_are_the_common_prefix_in_which_both_are_defined") {
  const std::vector<double> other{3.0, absent, 6.0, 9.0, 100.0}, base{1.0, 5.0, 3.0, 6.0};
  const Paired p = paired_difference(other, base);
  CHECK(p.difference.n == 3);
  CHECK(p.difference.mean.value() == Approx(8.0 / 3.0));
  CHECK(p.difference.deviation.value() == Approx(std::sqrt(1.0 / 3.0)));
  CHECK(p.difference.half_width.value() == Approx(4.3026527 / 3.0).epsilon(1e-7));
}

TEST_CASE("correlation_and_variance_ratio_by_hand") {
  const std::vector<double> base{1.0, 2.0, 3.0, 4.0}, parallel{3.0, 4.0, 5.0, 6.0}, opposite{4.0, 3.0, 2.0, 1.0};
  const Paired same = paired_difference(parallel, base);
  CHECK(same.correlation.value() == Approx(1.0));
  CHECK(same.variance_ratio.value() == Approx(0.0).margin(1e-12));
  const Paired against = paired_difference(opposite, base);
  CHECK(against.correlation.value() == Approx(-1.0));
  CHECK(against.variance_ratio.value() == Approx(2.0));
  CHECK_FALSE(paired_difference(std::vector<double>{1.0, 1.0}, std::vector<double>{2.0, 2.0}).correlation);
}

TEST_CASE("simultaneous_intervals_are_wider_and_equal_for_a_single_comparison") {
  const std::vector<double> other{3.0, 5.0, 4.0, 8.0}, base{1.0, 2.0, 3.0, 4.0};
  const Paired alone = paired_difference(other, base, 1), five = paired_difference(other, base, 5);
  CHECK(alone.simultaneous.value() == alone.difference.half_width.value());
  const double widening = student_quantile(0.995, 3) / student_quantile(0.975, 3);
  CHECK(five.simultaneous.value() == Approx(widening * five.difference.half_width.value()));
}

TEST_CASE("intervals_cover_the_truth_as_often_as_they_say") {
  int covered = 0, all_covered = 0;
  constexpr int trials = 2000;
  for (int trial = 0; trial < trials; ++trial) {
    Draws draws({2024, static_cast<std::uint64_t>(trial), 1, Purpose::test, 0});
    std::vector<double> base(10), others[4];
    for (double& x : base) x = bell(draws);
    bool all = true;
    for (std::vector<double>& other : others) {
      for (const double x : base) other.push_back(x + 1.0 + 0.5 * bell(draws));
      const Paired p = paired_difference(other, base, 4);
      all = all && std::abs(p.difference.mean.value() - 1.0) <= p.simultaneous.value();
    }
    all_covered += all ? 1 : 0;
    const Estimate e = estimate(base);
    covered += std::abs(e.mean.value()) <= e.half_width.value() ? 1 : 0;
  }
  // 4 standard errors of a proportion of 0.95 over 2,000 trials: 0.0195. Bonferroni may only cover more.
  CHECK(std::abs(static_cast<double>(covered) / trials - 0.95) < 0.0195);
  CHECK(static_cast<double>(all_covered) / trials > 0.95 - 0.0195);
}
