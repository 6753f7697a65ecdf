// One member of the list in random/distribution.hpp.
#pragma once

#include "core/quantity.hpp"
#include "random/variate.hpp"

#include <string_view>
#include <vector>

namespace restock {

struct Empirical {
  static constexpr std::string_view name = "empirical";
  static constexpr std::string_view summary =
      "measured values as they are; choose it when there are a few dozen or more";
  std::vector<Measure> values = {};
  std::vector<double> weights = {};
  std::vector<double> drawn = {};  ///< of a resample: how often each value is in it; empty: samples follow the weights

  struct Step {
    double value = 0.0;
    double up_to = 0.0;        ///< the share of all values up to this one
    double drawn_up_to = 0.0;  ///< likewise in the resample; without one the same
  };
  std::vector<Step> steps = {};  ///< derived by prepare(): distinct values in ascending order

  static void fields(auto& self, auto& f) {
    f.required("values", self.values, "the values");
    f.optional("weights", self.weights, "one weight for each value; equal weights when left out");
    f.check(!self.values.empty(), "values must not be empty");
    f.check(self.weights.empty() || self.weights.size() == self.values.size(), "weights must be as many as values");
    f.check(self.none_negative(), "values and weights must not be negative");
    f.check(self.weights.empty() || self.total_weight() > 0.0, "weights must not all be zero");
  }
  bool none_negative() const;
  double total_weight() const;

  void prepare();
  /// Of the resample, where there is one: it is the world that is uncertain. All else below is of the observations,
  /// since they are what planners know.
  double sample(Draws& draws) const;
  Moments moments() const;
  double cdf(double x) const;
  double quantile(double p) const;
};

}  // namespace restock
