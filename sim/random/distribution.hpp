// The list of distributions and what anyone may ask of one. To add one: one file in random/distribution/, one line in
// the list. Parameters are described by `fields`; a Measure is in ticks for a time and in units for a quantity.
#pragma once

#include "random/distribution/constant.hpp"
#include "random/distribution/discrete_uniform.hpp"
#include "random/distribution/empirical.hpp"
#include "random/distribution/erlang.hpp"
#include "random/distribution/exponential.hpp"
#include "random/distribution/gamma.hpp"
#include "random/distribution/geometric.hpp"
#include "random/distribution/lognormal.hpp"
#include "random/distribution/negative_binomial.hpp"
#include "random/distribution/poisson.hpp"
#include "random/distribution/triangular.hpp"
#include "random/distribution/truncated_normal.hpp"
#include "random/distribution/uniform.hpp"
#include "random/distribution/weibull.hpp"

#include <concepts>
#include <string_view>
#include <variant>

namespace restock {

using Distribution = std::variant<Constant,          //
                                  Uniform,           //
                                  DiscreteUniform,   //
                                  Triangular,        //
                                  Exponential,       //
                                  Erlang,            //
                                  Gamma,             //
                                  Weibull,           //
                                  Lognormal,         //
                                  TruncatedNormal,   //
                                  Poisson,           //
                                  Geometric,         //
                                  NegativeBinomial,  //
                                  Empirical>;

/// What a member has to offer. `prepare` derives what sampling needs from the parameters; the other verbs come after.
template <class D>
concept IsDistribution = requires(D changing, const D& fixed, Draws& draws, double number) {
  { D::name } -> std::convertible_to<std::string_view>;
  { D::summary } -> std::convertible_to<std::string_view>;
  { changing.prepare() } -> std::same_as<void>;
  { fixed.sample(draws) } -> std::same_as<double>;
  { fixed.moments() } -> std::same_as<Moments>;
  { fixed.cdf(number) } -> std::same_as<double>;
  { fixed.quantile(number) } -> std::same_as<double>;
};

template <class List>
inline constexpr bool all_distributions = false;
template <class... D>
inline constexpr bool all_distributions<std::variant<D...>> = (IsDistribution<D> && ...);
static_assert(all_distributions<Distribution>,
              "a distribution lacks its name, summary or a verb: prepare, sample, moments, cdf, quantile");

/// Derives what sampling needs. Call it once, after the parameters are known and before any of the functions below.
void prepare(Distribution& distribution);

double mean(const Distribution& distribution);
double variance(const Distribution& distribution);
/// P(X ≤ x).
double cdf(const Distribution& distribution, double x);
/// The least value that is not exceeded with probability p or more; p = 1 gives infinity where there is no bound.
double quantile(const Distribution& distribution, double p);

std::string_view name_of(const Distribution& distribution);

/// sample() for the members that are not worth inlining; call sample().
double sample_others(const Distribution& distribution, Draws& draws);

/// One variate. Takes as many words as it likes from `draws`, which should belong to this variate alone.
inline double sample(const Distribution& distribution, Draws& draws) {
  if (const auto* exponential = std::get_if<Exponential>(&distribution)) return exponential->sample(draws);
  if (const auto* constant = std::get_if<Constant>(&distribution)) return constant->sample(draws);
  if (const auto* uniform = std::get_if<Uniform>(&distribution)) return uniform->sample(draws);
  return sample_others(distribution, draws);
}

/// One variate as a quantity: rounded half up, at least 0, at most `unlimited`.
inline Quantity sample_quantity(const Distribution& distribution, Draws& draws) {
  const double value = sample(distribution, draws);
  if (!(value > 0.0)) return 0;
  if (value >= static_cast<double>(unlimited)) return unlimited;
  return static_cast<Quantity>(value + 0.5);
}

}  // namespace restock
