#include "random/designs.hpp"

#include "core/hash.hpp"
#include "random/draws.hpp"

#include <boost/random/sobol.hpp>

#include <numeric>
#include <utility>

namespace restock {

namespace {

/// Uniform in 0 … below − 1, by rejection: every order of the strata is equally likely.
std::size_t draw_below(Draws& draws, std::uint64_t below) {
  const std::uint64_t most = ~std::uint64_t{0} - ~std::uint64_t{0} % below;
  std::uint64_t word = draws.next();
  while (word >= most) word = draws.next();
  return static_cast<std::size_t>(word % below);
}

}  // namespace

std::vector<DesignColumn> latin_hypercube(std::size_t points, const std::vector<std::string>& factors,
                                          std::uint64_t seed) {
  std::vector<DesignColumn> columns;
  for (const std::string& factor : factors) {
    const std::uint64_t who = hash_name(factor);
    std::vector<std::size_t> strata(points);
    std::iota(strata.begin(), strata.end(), std::size_t{0});
    for (std::size_t left = points; left > 1; --left) {  // Fisher and Yates
      Draws draws({seed, 0, who, Purpose::design_order, left});
      std::swap(strata[left - 1], strata[draw_below(draws, left)]);
    }
    DesignColumn& column = columns.emplace_back();
    for (std::size_t p = 0; p < points; ++p) {
      Draws draws({seed, 0, who, Purpose::design_place, p});
      column.push_back((static_cast<double>(strata[p]) + draws.uniform()) / static_cast<double>(points));
    }
  }
  return columns;
}

std::vector<DesignColumn> sobol_points(std::size_t points, const std::vector<std::string>& factors,
                                       std::uint64_t seed) {
  std::vector<DesignColumn> columns(factors.size());
  std::vector<std::uint64_t> shifts;
  for (const std::string& factor : factors)
    shifts.push_back(Draws({seed, 0, hash_name(factor), Purpose::design_shift, 0}).next());
  boost::random::sobol sequence(factors.size());
  // Boost leaves out the sequence's first point, the origin; without it the first 2^k points are no net.
  for (std::size_t p = 0; p < points; ++p)
    for (std::size_t f = 0; f < factors.size(); ++f)
      columns[f].push_back(unit_interval((p == 0 ? 0 : sequence()) ^ shifts[f]));
  return columns;
}

}  // namespace restock
