// Levels that are set: the laws against sums and integrals of their own, each level against the least that does it.
#include "policy/set_levels.hpp"

#include "catch.hpp"

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>

#include <cmath>

using namespace restock;

namespace {

/// E(D − x)⁺ of whole numbers, summed up.
template <class Law>
double loss_by_sum(const Law& law, double x) {
  double sum = 0.0;
  for (int k = 0; k < 3000; ++k)
    if (k > x) sum += (k - x) * pdf(law, static_cast<double>(k));
  return sum;
}

/// The same of densities, by Simpson's rule.
template <class Law>
double loss_by_integral(const Law& law, double x, double high) {
  const int n = 20000;
  const double h = (high - x) / n;
  double sum = 0.0;
  for (int i = 0; i <= n; ++i) {
    const double at = x + h * i;
    sum += (i == 0 || i == n ? 1.0 : i % 2 == 1 ? 4.0 : 2.0) * (at - x) * pdf(law, at);
  }
  return sum * h / 3.0;
}

constexpr double a_day = static_cast<double>(day);

/// Demand of 20 a day with variance 50, a lead time of 4 days.
LevelInput twenty_a_day(double lead_sd = 0.0) {
  LevelInput input;
  input.outlook = {20.0 / a_day, 50.0 / a_day, 4.0 * a_day, lead_sd * lead_sd * a_day * a_day};
  input.planned = input.outlook;
  input.expected = [](Time span) { return 20.0 * static_cast<double>(span) / a_day; };
  input.costs = {100.0, 0.5 / a_day, 4.5 / a_day, 12.0};
  return input;
}

AutoLevel service(double p, LeadDemand law = NormalDemand{}) {
  AutoLevel rule;
  rule.service = Share{p};
  rule.law = law;
  return rule;
}
AutoLevel fill(double p, LeadDemand law = NormalDemand{}) {
  AutoLevel rule;
  rule.fill_rate = Share{p};
  rule.law = law;
  return rule;
}
AutoLevel by(LevelBy what) {
  AutoLevel rule;
  rule.by = what;
  return rule;
}

LevelValues set(Policy policy, const LevelRules& rules, const LevelInput& input) {
  set_levels(policy, rules, input, [](const AutoLevel&) { return true; });
  return levels_of(policy);
}

ReviewCalendar daily() { return {{day}, {}}; }

}  // namespace

TEST_CASE("the laws of lead time demand agree with Boost's, and their losses with sums and integrals") {
  const DemandOver d{30.0, 75.0, {}};
  const boost::math::normal_distribution<> normal(30.0, std::sqrt(75.0));
  const boost::math::gamma_distribution<> gamma(12.0, 2.5);
  const boost::math::poisson_distribution<> poisson(30.0);
  const boost::math::negative_binomial_distribution<> negative(20.0, 30.0 / 75.0);
  for (const double x : {0.0, 7.0, 29.0, 30.0, 41.0, 60.0}) {
    INFO("x = " << x);
    CHECK(cdf(NormalDemand{}, d, x) == Approx(cdf(normal, x)).epsilon(1e-9));
    CHECK(loss(NormalDemand{}, d, x) == Approx(loss_by_integral(normal, x, 130.0)).epsilon(1e-6));
    CHECK(cdf(GammaDemand{}, d, x) == Approx(cdf(gamma, x)).epsilon(1e-9));
    CHECK(loss(GammaDemand{}, d, x) == Approx(loss_by_integral(gamma, x, 200.0)).epsilon(1e-6));
    CHECK(cdf(PoissonDemand{}, d, x) == Approx(cdf(poisson, x)).epsilon(1e-9));
    CHECK(loss(PoissonDemand{}, d, x) == Approx(loss_by_sum(poisson, x)).epsilon(1e-8).margin(1e-12));
    CHECK(cdf(NegativeBinomialDemand{}, d, x) == Approx(cdf(negative, x)).epsilon(1e-9));
    CHECK(loss(NegativeBinomialDemand{}, d, x) == Approx(loss_by_sum(negative, x)).epsilon(1e-8));
  }
  for (const LeadDemand& law : {LeadDemand{NormalDemand{}}, LeadDemand{PoissonDemand{}}, LeadDemand{GammaDemand{}}})
    CHECK(loss(law, d, -3.0) == Approx(33.0).epsilon(1e-3));
}

TEST_CASE("demand that does not vary is met exactly") {
  const DemandOver d{12.0, 0.0, {}};
  CHECK(cdf(NormalDemand{}, d, 11.0) == 0.0);
  CHECK(cdf(GammaDemand{}, d, 12.0) == 1.0);
  CHECK(loss(NormalDemand{}, d, 10.0) == 2.0);
  CHECK(cdf(NegativeBinomialDemand{}, {0.0, 0.0, {}}, 0.0) == 1.0);
}

TEST_CASE("cycle service: mean and z standard deviations (Silver, Pyke & Thomas 2017, section 6.7.5)") {
  const LevelInput input = twenty_a_day();
  LevelRules rules;
  rules.s = service(0.95);
  CHECK(set(ReorderPoint{0, 50}, rules, input).s == 104);  // 80 + 1.6449 · √200 = 103.3
  rules.s = service(0.95, GammaDemand{});
  CHECK(set(ReorderPoint{0, 50}, rules, input).s == 105);  // R: qgamma(0.95, shape = 32, scale = 2.5) = 104.6
  CHECK(set(ReorderPoint{0, 50}, rules, twenty_a_day(1.0)).s == 125);  // variance 200 + 400: 124.08
}

TEST_CASE("a base stock is a reorder point one below, a periodic level sees the review period too") {
  const LevelInput input = twenty_a_day();
  LevelRules rules;
  rules.S = service(0.95);
  CHECK(set(BaseStock{0}, rules, input).S == 105);
  CHECK(set(OrderUpTo{daily(), 0}, rules, input).S == 127);  // 100 + 1.6449 · √250 = 126.01
}

TEST_CASE("a fill rate is reached by the least level that reaches it") {
  const LevelInput input = twenty_a_day();
  LevelRules rules;
  rules.s = fill(0.97, PoissonDemand{});
  const Quantity s = set(ReorderPoint{0, 30}, rules, input).s;
  const boost::math::poisson_distribution<> demand(80.0);
  const auto short_share = [&](Quantity level) {
    const auto at = static_cast<double>(level);
    return (loss_by_sum(demand, at) - loss_by_sum(demand, at + 30.0)) / 30.0;
  };
  CHECK(short_share(s) <= 0.03);
  CHECK(short_share(s - 1) > 0.03);
  rules = {};
  rules.S = fill(0.97);
  const Quantity S = set(OrderUpTo{daily(), 0}, rules, input).S;
  const auto short_units = [&](Quantity level) {
    const boost::math::normal_distribution<> exposed(100.0, std::sqrt(250.0));
    const boost::math::normal_distribution<> lead(80.0, std::sqrt(200.0));
    const auto at = static_cast<double>(level);
    return loss_by_integral(exposed, at, 300.0) - loss_by_integral(lead, at, 300.0);
  };
  CHECK(short_units(S) <= 0.03 * 20.0);
  CHECK(short_units(S - 1) > 0.03 * 20.0);
}

TEST_CASE("costs: the lot of Harris, the fractile of the newsvendor, and the best s beside a lot by brute force") {
  const LevelInput input = twenty_a_day();
  LevelRules rules;
  rules.Q = by(LevelBy::eoq);
  rules.s = by(LevelBy::newsvendor);
  rules.s->law = PoissonDemand{};
  const LevelValues values = set(ReorderPoint{0, 1}, rules, input);
  CHECK(values.Q == 89);  // √(2 · 100 · 20 / 0.5)
  const boost::math::poisson_distribution<> demand(80.0);
  const auto cost = [&](Quantity s) {
    double sum = 0.0;
    for (Quantity y = s + 1; y <= s + values.Q; ++y) {
      const double over = loss_by_sum(demand, static_cast<double>(y));
      sum += 0.5 * (static_cast<double>(y) - 80.0 + over) + 4.5 * over;
    }
    return sum;
  };
  CHECK(cost(values.s) <= cost(values.s - 1));
  CHECK(cost(values.s) <= cost(values.s + 1));
  rules = {};
  rules.S = by(LevelBy::newsvendor);
  CHECK(set(OrderUpTo{daily(), 0}, rules, input).S == 121);  // 100 + 1.2816 · √250 = 120.26
  LevelInput lost = input;
  lost.costs.backorder = 0.0;
  CHECK(set(OrderUpTo{daily(), 0}, rules, lost).S == 128);  // 12 / 12.5: 100 + 1.7507 · √250 = 127.7
}

TEST_CASE("days of supply, and units on top of the mean") {
  const LevelInput input = twenty_a_day();
  LevelRules rules;
  rules.S = AutoLevel{};
  rules.S->cover = Duration{7 * day};
  CHECK(set(OrderUpTo{daily(), 0}, rules, input).S == 140);
  CHECK(set(BaseStock{0}, rules, input).S == 140);
  rules.S->cover.reset();
  rules.S->safety_stock = 15;
  CHECK(set(OrderUpTo{daily(), 0}, rules, input).S == 115);
  rules = {};
  rules.s = service(0.95);
  rules.S = AutoLevel{};
  rules.S->cover = Duration{3 * day};
  const LevelValues both = set(MinMax{0, 1}, rules, input);
  CHECK(both.s == 104);
  CHECK(both.S == 164);
}

TEST_CASE("an s that is set stays below an S that is stated, and an S that is set above an s that is") {
  const LevelInput input = twenty_a_day();
  LevelRules rules;
  rules.s = service(0.95);
  CHECK(set(MinMax{0, 60}, rules, input).s == 59);
  rules = {};
  rules.S = by(LevelBy::eoq);
  CHECK(set(MinMax{40, 41}, rules, input).S == 129);
}

TEST_CASE("the empirical law looks at sums of past buckets, and says nothing while there are few") {
  LevelInput input = twenty_a_day();
  input.bucket = 2 * day;
  LevelRules rules;
  rules.s = service(0.75, EmpiricalDemand{8});
  const std::vector<double> few{10, 90};
  input.past = few;
  CHECK(set(ReorderPoint{33, 50}, rules, input).s == 33);
  const std::vector<double> past{40, 20, 60, 30, 50, 10};  // sums of two: 60, 80, 90, 80, 60
  input.past = past;
  CHECK(set(ReorderPoint{33, 50}, rules, input).s == 80);
}

TEST_CASE("lead times seen have a mean and a variance") {
  LeadTimes seen;
  for (const Time lead : {2 * day, 4 * day, 9 * day}) seen.add(lead);
  CHECK(seen.mean() == Approx(5.0 * a_day));
  CHECK(seen.variance() == Approx(13.0 * a_day * a_day));
}
