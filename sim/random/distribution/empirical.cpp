// The cumulative table of measured values and its binary searches.
#include "random/distribution/empirical.hpp"

#include "core/contract.hpp"

#include <algorithm>

namespace restock {

bool Empirical::none_negative() const {
  return std::ranges::all_of(values, [](Measure m) { return m.value >= 0.0; }) &&
         std::ranges::all_of(weights, [](double weight) { return weight >= 0.0; });
}

double Empirical::total_weight() const {
  double total = 0.0;
  for (const double weight : weights) total += weight;
  return total;
}

void Empirical::prepare() {
  require(!values.empty() && (weights.empty() || weights.size() == values.size()), "empirical is not valid");
  require(drawn.empty() || drawn.size() == values.size(), "a resample of an empirical law is of its values");
  std::vector<Step> sorted;
  sorted.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    if (const double weight = weights.empty() ? 1.0 : weights[i]; weight > 0.0)
      sorted.push_back({values[i].value, weight, drawn.empty() ? weight : drawn[i]});
  require(!sorted.empty(), "empirical has no weight");
  // Sorted by weight within a value, so that the order of the rows cannot change a rounding.
  std::ranges::sort(
      sorted, [](const Step& a, const Step& b) { return a.value != b.value ? a.value < b.value : a.up_to < b.up_to; });
  double total = 0.0, drawn_total = 0.0;
  steps.clear();
  for (const Step& one : sorted) {
    total += one.up_to;
    drawn_total += one.drawn_up_to;
    if (steps.empty() || steps.back().value != one.value) steps.push_back({one.value, total, drawn_total});
    steps.back().up_to = total;
    steps.back().drawn_up_to = drawn_total;
  }
  require(drawn_total > 0.0, "a resample of an empirical law is not empty");
  for (Step& step : steps) {
    step.up_to /= total;
    step.drawn_up_to /= drawn_total;
  }
}

double Empirical::sample(Draws& draws) const {
  require(!steps.empty(), "empirical was not prepared");
  const auto at = std::ranges::lower_bound(steps, draws.uniform(), {}, &Step::drawn_up_to);
  return at == steps.end() ? steps.back().value : at->value;
}

Moments Empirical::moments() const {
  Moments result;
  double below = 0.0;
  for (const Step& step : steps) {
    result.mean += (step.up_to - below) * step.value;
    below = step.up_to;
  }
  below = 0.0;
  for (const Step& step : steps) {
    result.variance += (step.up_to - below) * (step.value - result.mean) * (step.value - result.mean);
    below = step.up_to;
  }
  return result;
}

double Empirical::cdf(double x) const {
  const auto after = std::ranges::upper_bound(steps, x, {}, &Step::value);
  return after == steps.begin() ? 0.0 : std::prev(after)->up_to;
}

double Empirical::quantile(double p) const {
  require(!steps.empty(), "empirical was not prepared");
  const auto at = std::ranges::lower_bound(steps, p, {}, &Step::up_to);
  return at == steps.end() ? steps.back().value : at->value;
}

}  // namespace restock
