// Judgements: the interval decides, not the mean.
#include "estimate/judge.hpp"

#include "random/draws.hpp"

#include "catch.hpp"

#include <vector>

using namespace restock;

namespace {

Estimate around(double mean, double half_width, std::size_t n = 10) { return {n, mean, half_width, half_width}; }

}  // namespace

TEST_CASE("an_interval_on_one_side_of_the_bound_is_met_or_missed_and_one_across_it_is_undecided") {
  CHECK(judge(around(0.97, 0.01), Relation::at_least, 0.95) == Judgement::met);
  CHECK(judge(around(0.93, 0.01), Relation::at_least, 0.95) == Judgement::missed);
  CHECK(judge(around(0.955, 0.01), Relation::at_least, 0.95) == Judgement::undecided);
  CHECK(judge(around(0.945, 0.01), Relation::above, 0.95) == Judgement::undecided);
  CHECK(judge(around(2.0, 0.5), Relation::at_most, 3.0) == Judgement::met);
  CHECK(judge(around(4.0, 0.5), Relation::at_most, 3.0) == Judgement::missed);
  CHECK(judge(around(3.2, 0.5), Relation::below, 3.0) == Judgement::undecided);
}

TEST_CASE("a_known_value_on_the_bound_tells_at_least_from_above") {
  CHECK(judge(around(3.0, 0.0), Relation::at_least, 3.0) == Judgement::met);
  CHECK(judge(around(3.0, 0.0), Relation::above, 3.0) == Judgement::missed);
  CHECK(judge(around(3.0, 0.0), Relation::at_most, 3.0) == Judgement::met);
  CHECK(judge(around(3.0, 0.0), Relation::below, 3.0) == Judgement::missed);
}

TEST_CASE("without_an_interval_nothing_is_decided") {
  CHECK(judge({1, 0.99, {}, {}}, Relation::at_least, 0.5) == Judgement::undecided);
  CHECK(judge({0, {}, {}, {}}, Relation::at_least, 0.5) == Judgement::undecided);
  CHECK_FALSE(replications_to_judge({1, 0.99, {}, {}}, 0.5));
}

TEST_CASE("half_the_width_takes_four_times_the_replications") {
  CHECK(replications_for(around(1.0, 0.2, 25), 0.1) == 100);
  CHECK(replications_for(around(1.0, 0.2, 25), 0.4) == 25);
  CHECK(replications_to_judge(around(1.0, 0.5, 25), 0.75) == 100);
  CHECK_FALSE(replications_to_judge(around(1.0, 0.2, 25), 1.0));
  CHECK_FALSE(replications_for(around(1.0, 0.2, 25), 1e-9));
}

TEST_CASE("a_true_value_on_the_bound_is_judged_wrongly_as_rarely_as_the_interval_promises") {
  int met = 0, missed = 0;
  constexpr int trials = 4000;
  for (int trial = 0; trial < trials; ++trial) {
    Draws draws({77, static_cast<std::uint64_t>(trial), 1, Purpose::test, 0});
    std::vector<double> values(20);
    for (double& x : values)
      for (int i = 0; i < 12; ++i) x += draws.uniform();
    const Judgement judgement = judge(estimate(values), Relation::at_least, 6.0);
    met += judgement == Judgement::met ? 1 : 0;
    missed += judgement == Judgement::missed ? 1 : 0;
  }
  // 2.5 % each; 4 standard errors of that over 4,000 trials are 1 %.
  CHECK(std::abs(static_cast<double>(met) / trials - 0.025) < 0.01);
  CHECK(std::abs(static_cast<double>(missed) / trials - 0.025) < 0.01);
}
