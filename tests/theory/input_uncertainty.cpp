// Resampled inputs against known truth: a base stock whose orders on the way are Poisson with mean demand rate × mean
// lead time (Palm 1938), so that every metric is a smooth function of the mean of the lead times that were observed.
#include "campaign/run.hpp"
#include "catch.hpp"
#include "estimate/input_spread.hpp"
#include "random/draws.hpp"
#include "random/math.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <vector>

using namespace restock;

namespace {

constexpr double rate = 0.5, lead_days = 10.0;
constexpr int stock = 6;

/// Lead times in days, as somebody wrote them down: exponential, with mean 10.
std::vector<double> observed(std::size_t count, std::uint64_t data_set) {
  Draws draws({1993, data_set, 0, Purpose::test, 0});
  std::vector<double> days;
  for (std::size_t i = 0; i < count; ++i)
    days.push_back(std::round(-std::log(draws.uniform()) * lead_days * 1e3) / 1e3);
  return days;
}

std::string listed(const std::vector<double>& days) {
  std::string text;
  for (const double each : days) text += fmt::format("{}{:.3f} d", text.empty() ? "" : ", ", each);
  return "empirical([" + text + "])";
}

/// Per-replication values of a metric.
std::vector<double> simulated(const std::string& metric, const std::string& transit, int replications, int resamples,
                              std::uint64_t seed = 1) {
  const std::string inputs = resamples > 0 ? fmt::format("inputs: {{ bootstrap: {} }}\n", resamples) : "";
  const std::string text = fmt::format(R"(name: base stock
warmup: 150 d
length: 365 d
replications: {}
seed: {}
{}products: {{ part: {{}} }}
sites: {{ maker: {{ kind: supplier }}, shop: {{ kind: store }} }}
lanes: [{{ from: maker, to: shop, transit: "{}" }}]
demand: {{ orders: {{ at: shop, arrivals: poisson({} per d) }} }}
replenishment: {{ shop: {{ at: shop, policy: base_stock, S: {} }} }}
)",
                                       replications, seed, inputs, transit, rate, stock);
  Issues issues;
  const std::optional<Plan> plan = make_plan(parse_document(text, "base_stock.yaml", ".", issues), {}, issues);
  for (const Issue& issue : issues) UNSCOPED_INFO(issue.path << ": " << issue.problem);
  REQUIRE(plan.has_value());
  const RunResult run = run_plan(*plan, {});
  const std::span<const double> values = run.results.of(metric_index(metric).value(), 0);
  return {values.begin(), values.end()};
}

struct ListMoments {
  double mean = 0.0, variance = 0.0;  ///< of the observations themselves: what a resample is drawn from
};
ListMoments sample_of(const std::vector<double>& days) {
  ListMoments s;
  for (const double each : days) s.mean += each / static_cast<double>(days.size());
  for (const double each : days) s.variance += (each - s.mean) * (each - s.mean) / static_cast<double>(days.size());
  return s;
}

/// P(Poisson(mean) = k).
double poisson_probability(double mean, int k) {
  double p = std::exp(-mean);
  for (int i = 1; i <= k; ++i) p *= mean / i;
  return p;
}

bool holds(const std::optional<double>& low, const std::optional<double>& high, double value) {
  return low.value() <= value && value <= high.value();
}

double four_errors(double share, int trials) { return 4.0 * std::sqrt(share * (1.0 - share) / trials); }

}  // namespace

TEST_CASE("the variance between resamples is what the delta method says") {
  constexpr int resamples = 2000;
  const std::vector<double> days = observed(50, 0);
  const ListMoments data = sample_of(days);
  const double of_the_mean = data.variance / static_cast<double>(days.size());
  // 2,000 groups of two tell a variance to a relative standard error of about 5 %: the tolerance is three of them, and
  // for the curve as much more as its slope leaves out.
  SECTION("orders on the way are demand rate × mean lead time: exactly linear") {
    const std::vector<double> values = simulated("mean_on_order", listed(days), 2 * resamples, resamples);
    const InputSpread spread = input_spread(values, resamples);
    CHECK(estimate(values).mean.value() == Approx(rate * data.mean).epsilon(0.02));
    CHECK(std::pow(spread.input_deviation.value(), 2) == Approx(rate * rate * of_the_mean).epsilon(0.16));
    CHECK(spread.simulation_deviation.value() > 0.0);
  }
  SECTION("the fill rate is P(Poisson(demand rate × mean lead time) < S): a curve, by its slope") {
    const std::vector<double> values = simulated("fill_rate", listed(days), 2 * resamples, resamples);
    const InputSpread spread = input_spread(values, resamples);
    const double slope = rate * poisson_probability(rate * data.mean, stock - 1);
    CHECK(std::pow(spread.input_deviation.value(), 2) == Approx(slope * slope * of_the_mean).epsilon(0.2));
  }
}

TEST_CASE("more observations leave less input uncertainty, more replications do not") {
  const auto spread_of = [](std::size_t count, int replications) {
    return input_spread(simulated("mean_on_order", listed(observed(count, 7)), replications, 400), 400)
        .input_deviation.value();
  };
  const double few = spread_of(40, 800);
  CHECK(spread_of(40, 3200) == Approx(few).epsilon(0.2));
  // Sixteen times the observations: a quarter of the deviation, as far as these samples have the same variance.
  const double ratio = std::sqrt(sample_of(observed(640, 7)).variance / sample_of(observed(40, 7)).variance) / 4.0;
  CHECK(spread_of(640, 3200) == Approx(few * ratio).epsilon(0.3));
}

TEST_CASE("intervals over resamples hold the truth as often as they say, those over luck alone do not") {
  constexpr int data_sets = 200, resamples = 79;  // the second mean of 79 is the 2.5 % quantile
  const double truth = rate * lead_days;
  int mean_covered = 0, one_covered = 0, luck_covered = 0;
  for (int k = 1; k <= data_sets; ++k) {
    const auto seed = static_cast<std::uint64_t>(k);
    const std::string transit = listed(observed(50, seed));
    const std::vector<double> values = simulated("mean_on_order", transit, 2 * resamples, resamples, seed);
    const InputSpread spread = input_spread(values, resamples);
    mean_covered += holds(spread.mean_low, spread.mean_high, truth) ? 1 : 0;
    // A year in the true world, which the model has never seen.
    const double year = simulated("mean_on_order", "exponential(10 d)", 1, 0, seed + 1'000'000).front();
    one_covered += holds(spread.one_low, spread.one_high, year) ? 1 : 0;
    const Estimate luck = estimate(simulated("mean_on_order", transit, 2 * resamples, 0, seed));
    luck_covered += std::abs(*luck.mean - truth) <= *luck.half_width ? 1 : 0;
  }
  INFO("of " << data_sets << ": " << mean_covered << " means, " << one_covered << " single years, " << luck_covered
             << " by luck alone");
  CHECK(std::abs(static_cast<double>(mean_covered) / data_sets - 0.95) <= four_errors(0.95, data_sets));
  CHECK(std::abs(static_cast<double>(one_covered) / data_sets - 0.95) <= four_errors(0.95, data_sets));
  CHECK(static_cast<double>(luck_covered) / data_sets < 0.3);
}
