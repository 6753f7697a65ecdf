#pragma once

#include "core/rules.hpp"
#include "forecast/method/holt.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace restock {

/// Begins when two seasons have been seen: the level is the mean of the first, the trend what lies between the two
/// means, the seasonal terms how the first season's buckets differ from their mean. Then all that was seen is gone
/// through from the first bucket on. Until then the forecast is the mean of what has been seen.
struct HoltWinters {
  static constexpr std::string_view name = "holt_winters";
  static constexpr std::string_view summary =
      "triple exponential smoothing of level, trend and season; choose it when the same weeks of the year, or days of "
      "the week, are high every time, and there are two seasons to learn from";
  static constexpr std::string_view source =
      "Winters (1960); Hyndman & Athanasopoulos (2021), 8.3, and its simple initial values (R: forecast::hw)";
  int period = 52;
  Seasonal seasonal = Seasonal::additive;
  double alpha = 0.2;
  double beta = 0.05;
  double gamma = 0.1;
  double damping = 1.0;
  static void fields(auto& self, auto& f) {
    f.required("period", self.period, "buckets of a season: 52 weeks, 7 days");
    f.optional("seasonal", self.seasonal,
               "additive: a season adds units whatever the level; multiplicative: it is a factor on the level");
    f.optional("alpha", self.alpha, "weight of the newest bucket in the level");
    f.optional("beta", self.beta, "weight of the newest change of level in the trend");
    f.optional("gamma", self.gamma, "weight of the newest bucket in its season's term");
    f.optional("damping", self.damping, "what is left of the trend from one bucket to the next; 1: all of it");
    f.check(self.period >= 2 && self.period <= 400, "period must lie between 2 and 400");
    f.check(self.alpha > 0.0 && self.alpha <= 1.0, "alpha must lie above 0 and at most at 1");
    f.check(self.beta >= 0.0 && self.beta <= 1.0, "beta must lie between 0 and 1");
    f.check(self.gamma >= 0.0 && self.gamma <= 1.0, "gamma must lie between 0 and 1");
    f.check(self.damping > 0.0 && self.damping <= 1.0, "damping must lie above 0 and at most at 1");
  }

  /// Level, trend, then what the first two seasons were; of that only the first half is needed once they are over.
  std::size_t memory() const { return 2 + 2 * static_cast<std::size_t>(period); }
  void see(std::span<double> m, std::int64_t seen, double units) const {
    const std::span<double> terms = m.subspan(2);
    if (seen < two_seasons()) {
      terms[static_cast<std::size_t>(seen)] = units;
      if (seen + 1 == two_seasons()) begin(m);
    } else {
      smooth(m, terms[static_cast<std::size_t>(seen % period)], units);
    }
  }
  double ahead(std::span<const double> m, std::int64_t seen, std::int64_t h) const {
    const std::span<const double> terms = m.subspan(2);
    if (seen < two_seasons()) {
      double sum = 0.0;
      for (std::int64_t i = 0; i < seen; ++i) sum += terms[static_cast<std::size_t>(i)];
      return sum / static_cast<double>(seen);
    }
    const double plain = m[0] + damped_steps(damping, h) * m[1];
    const double term = terms[static_cast<std::size_t>((seen + h - 1) % period)];
    return seasonal == Seasonal::additive ? plain + term : plain * term;
  }

 private:
  std::int64_t two_seasons() const { return std::int64_t{2} * period; }
  void begin(std::span<double> m) const {
    const auto n = static_cast<std::size_t>(period);
    const std::span<double> terms = m.subspan(2);
    double mean = 0.0;
    double mean_of_next = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
      mean += terms[i];
      mean_of_next += terms[n + i];
    }
    mean /= static_cast<double>(period);
    mean_of_next /= static_cast<double>(period);
    m[0] = mean;
    m[1] = (mean_of_next - mean) / static_cast<double>(period);
    for (std::size_t i = 0; i < n; ++i) {
      const double units = terms[i];
      terms[i] = seasonal == Seasonal::additive ? units - mean : mean > 0.0 ? units / mean : 1.0;
      smooth(m, terms[i], units);
    }
    for (std::size_t i = 0; i < n; ++i) smooth(m, terms[i], terms[n + i]);
  }
  void smooth(std::span<double> m, double& term, double units) const {
    constexpr double nothing = 1e-9;  // a factor or a level below this says nothing of the other
    const double before = m[0];
    const double plain = before + damping * m[1];
    if (seasonal == Seasonal::additive) {
      m[0] = alpha * (units - term) + (1.0 - alpha) * plain;
      term = gamma * (units - plain) + (1.0 - gamma) * term;
    } else {
      m[0] = term > nothing ? alpha * (units / term) + (1.0 - alpha) * plain : plain;
      if (plain > nothing) term = gamma * (units / plain) + (1.0 - gamma) * term;
    }
    m[1] = beta * (m[0] - before) + (1.0 - beta) * damping * m[1];
  }
};

}  // namespace restock
