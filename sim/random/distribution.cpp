// The verbs of a distribution, dispatched over the list.
#include "random/distribution.hpp"

#include "core/contract.hpp"

namespace restock {

void prepare(Distribution& distribution) {
  std::visit([](auto& one) { one.prepare(); }, distribution);
}

double mean(const Distribution& distribution) {
  return std::visit([](const auto& one) { return one.moments().mean; }, distribution);
}

double variance(const Distribution& distribution) {
  return std::visit([](const auto& one) { return one.moments().variance; }, distribution);
}

double cdf(const Distribution& distribution, double x) {
  return std::visit([x](const auto& one) { return one.cdf(x); }, distribution);
}

double quantile(const Distribution& distribution, double p) {
  require(p >= 0.0 && p <= 1.0, "a quantile is asked for a probability outside 0 to 1");
  return std::visit([p](const auto& one) { return one.quantile(p); }, distribution);
}

std::string_view name_of(const Distribution& distribution) {
  return std::visit([](const auto& one) { return one.name; }, distribution);
}

double sample_others(const Distribution& distribution, Draws& draws) {
  return std::visit([&draws](const auto& one) { return one.sample(draws); }, distribution);
}

}  // namespace restock
